using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Guests for whom there is no room, no zone, no open day.</summary>
internal static class GuestBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnknownZone, "guests of a zone that does not exist", facts =>
            from entry in facts.Sample(facts.Admissions)
            from zone in new[] { "moon", "", entry.Site }
            select new BrokenPlan($"{entry.Site}/{zone}", null, facts.Replacing(entry, entry.Admission with { Zone = zone }))),
        new(AuditRules.AdmissionOutsideOpenDays, "the site closes before the stay ends", facts =>
            from entry in facts.Sample(facts.Admissions)
            let day = facts.DayOf(entry.Admission.Day)
            select new BrokenPlan(entry.Subject, day, facts.Plan.WithOpening(
                open => open with { OpenTo = facts.Date(facts.LastOfStay(day) - 1) }, entry.Site))),
        new(AuditRules.AdmissionOutsideOpenDays, "the site opens after they move in", facts =>
            from entry in facts.Sample(facts.Admissions)
            let day = facts.DayOf(entry.Admission.Day)
            select new BrokenPlan(entry.Subject, day, facts.Plan.WithOpening(open => open with { OpenFrom = facts.Date(day + 1) }, entry.Site))),
        new(AuditRules.AdmissionOutsideOpenDays, "they move in while the site is closed", facts =>
            from place in facts.Sample(from opening in facts.Decisions.Sites from day in Enumerable.Range(0, facts.Days) select (opening.Site, Day: day))
            where !facts.IsOpen(place.Site, place.Day)
            from zone in facts.District.Zones
            select new BrokenPlan($"{place.Site}/{zone.Id}", place.Day, Admitting(facts, place.Site, zone.Id, place.Day, 1))),

        new(AuditRules.RoomsExceeded, "fewer rooms than guests", facts =>
            from place in facts.Sample(OpenDays(facts))
            let guests = facts.Census(place.Site, place.Day)
            where guests > 1
            select new BrokenPlan(place.Site, place.Day, facts.Plan.WithSite(site => site with { Rooms = (int)guests - 1 }, place.Site))),
        new(AuditRules.RoomsExceeded, "one guest more than rooms moves in", facts =>
            from place in facts.Sample(OpenDays(facts))
            from zone in facts.District.Zones
            let more = facts.Site(place.Site).Rooms - facts.Census(place.Site, place.Day) + 1
            select new BrokenPlan(place.Site, place.Day, Admitting(facts, place.Site, zone.Id, place.Day, more))),
        new(AuditRules.AdmissionsExceedContacts, "one guest more than contacts", facts =>
            from place in facts.Sample(OpenDays(facts))
            from zone in facts.District.Zones
            select new BrokenPlan(zone.Id, place.Day, Admitting(facts, place.Site, zone.Id, place.Day, Beyond(facts, zone.Id, place.Day)))),
        new(AuditRules.AdmissionsExceedContacts, "two sites admit the same contacts", facts =>
            from entry in facts.Sample(facts.Admissions)
            let day = facts.DayOf(entry.Admission.Day)
            from other in facts.Decisions.Sites.Where(opening => opening.Site != entry.Site)
            select new BrokenPlan(entry.Admission.Zone, day, Admitting(facts, other.Site, entry.Admission.Zone, day, Beyond(facts, entry.Admission.Zone, day)))),
        new(AuditRules.AdmissionsExceedContacts, "one contact fewer than guests", facts =>
            from entry in facts.Sample(facts.Admissions)
            let day = facts.DayOf(entry.Admission.Day)
            select new BrokenPlan(entry.Admission.Zone, day, WithContacts(facts, entry.Admission.Zone, day, facts.Admitted(entry.Admission.Zone, day) - 1))),

        new(AuditRules.AdmissionBeyondDistance, "the limit is just below the distance", facts =>
            from entry in facts.Sample(facts.Admissions)
            let distance = facts.Index.ZoneDistanceKm(facts.Index.Zones[entry.Admission.Zone], facts.Index.Places[entry.Site])
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), facts.Plan.WithQuarantine(
                quarantine => quarantine with { MaxDistanceKm = distance - 1e-6 }))),
        new(AuditRules.AdmissionBeyondDistance, "the site is far away", facts =>
            from entry in facts.Sample(facts.Admissions)
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), facts.Plan.WithSite(
                site => site with { Location = PlanFacts.FarFrom(site.Location) }, entry.Site))),
        new(AuditRules.AdmissionBeyondDistance, "the zone is far away", facts =>
            from entry in facts.Sample(facts.Admissions)
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), facts.Plan.With(district => district with
            {
                Zones = [.. district.Zones.Select(zone => zone.Id == entry.Admission.Zone ? zone with { Location = PlanFacts.FarFrom(zone.Location) } : zone)],
            }))),
        new(AuditRules.DuplicateAdmission, "the same admission again", facts =>
            from entry in facts.Sample(facts.Admissions)
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), Adding(facts, entry.Site, entry.Admission))),
        new(AuditRules.DuplicateAdmission, "another number of guests again", facts =>
            from entry in facts.Sample(facts.Admissions)
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), Adding(
                facts, entry.Site, entry.Admission with { Guests = entry.Admission.Guests + 1 }))),
    ];

    private static IEnumerable<(string Site, int Day)> OpenDays(PlanFacts facts) =>
        from opening in facts.Decisions.Sites
        from day in Enumerable.Range(0, facts.Days)
        where facts.IsOpen(opening.Site, day)
        select (opening.Site, day);

    private static long Beyond(PlanFacts facts, string zone, int day) => facts.Contacts(zone, day) - facts.Admitted(zone, day) + 1;

    private static DraftPlan Adding(PlanFacts facts, string site, Admission admission) =>
        facts.Plan.WithOpening(open => open with { Admissions = open.Admissions.Add(admission) }, site);

    private static DraftPlan Admitting(PlanFacts facts, string site, string zone, int day, long more) =>
        facts.Admissions.SingleOrDefault(entry => (entry.Site, entry.Admission.Zone, entry.Admission.Day) == (site, zone, facts.Date(day))) is { } there
            ? facts.Replacing(there, there.Admission with { Guests = there.Admission.Guests + more })
            : Adding(facts, site, new Admission(zone, facts.Date(day), more));

    private static DraftPlan WithContacts(PlanFacts facts, string id, int day, long contacts)
    {
        DemandTrajectory planned = facts.Plan.Forecast.Planned;
        return facts.Plan with
        {
            Forecast = facts.Plan.Forecast with
            {
                Trajectories = [planned with { Zones = [.. planned.Zones.Select(zone => zone.Zone == id ? zone with { NewContacts = zone.NewContacts.SetItem(day, contacts) } : zone)] }],
            },
        };
    }
}
