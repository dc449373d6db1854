using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Sites that open when they must not, or do not when they must.</summary>
internal static class SiteBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnknownSite, "a site that does not exist is opened", facts =>
            from id in new[] { "castle", "", facts.District.Facilities[0].Id }
            select new BrokenPlan(id, null, facts.Plan.Plus(new SiteOpening(id, facts.Date(1), facts.Date(2), [])))),
        new(AuditRules.UnknownSite, "an open site leaves the district", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, null, facts.Plan.With(district =>
                district with
                {
                    CandidateSites = [.. district.CandidateSites.Where(site => site.Id != opening.Site)],
                    Lanes = [.. district.Lanes.Where(lane => lane.From != opening.Site && lane.To != opening.Site)],
                }))),
        new(AuditRules.DuplicateSite, "the same opening again", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, null, facts.Plan.Plus(opening))),
        new(AuditRules.DuplicateSite, "a second opening on other days", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, null, facts.Plan.Plus(opening with { OpenFrom = opening.OpenTo, Admissions = [] }))),
        new(AuditRules.ClosedSiteOpen, "an open site must stay closed", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, facts.DayOf(opening.OpenFrom), facts.Plan.WithSite(
                site => site with { Status = SiteStatus.Closed }, opening.Site))),
        new(AuditRules.ClosedSiteOpen, "a closed site is opened", facts =>
            from site in facts.District.CandidateSites.Where(site => site.Status == SiteStatus.Closed)
            from day in Enumerable.Range(0, facts.Days)
            select new BrokenPlan(site.Id, day, facts.Plan.Plus(new SiteOpening(site.Id, facts.Date(day), facts.Date(facts.Days - 1), [])))),

        new(AuditRules.MustOpenSiteClosed, "never opened", facts =>
            from site in facts.District.CandidateSites
            where site.SetUpDays < facts.Days
            select new BrokenPlan(site.Id, site.SetUpDays, MustOpen(WithoutOpening(facts, site.Id), site.Id))),
        new(AuditRules.MustOpenSiteClosed, "opened a day late", facts =>
            from opening in facts.Decisions.Sites
            let first = facts.Site(opening.Site).SetUpDays
            select new BrokenPlan(opening.Site, first, Opened(facts, opening, first + 1, facts.Days - 1))),
        new(AuditRules.MustOpenSiteClosed, "closed a day early", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, facts.Days - 1, Opened(facts, opening, facts.Site(opening.Site).SetUpDays, facts.Days - 2))),
        new(AuditRules.OpenedBeforeSetUp, "opened a day before it is set up", facts =>
            from opening in facts.Decisions.Sites
            let day = facts.Site(opening.Site).SetUpDays - 1
            select new BrokenPlan(opening.Site, day, facts.Plan.WithOpening(open => open with { OpenFrom = facts.Date(day) }, opening.Site))),
        new(AuditRules.OpenedBeforeSetUp, "the set-up takes a day longer", facts =>
            from opening in facts.Decisions.Sites
            let day = facts.DayOf(opening.OpenFrom)
            select new BrokenPlan(opening.Site, day, facts.Plan.WithSite(site => site with { SetUpDays = day + 1 }, opening.Site))),
        new(AuditRules.OpenOutsideHorizon, "opened before the horizon", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, -1, facts.Plan.WithOpening(open => open with { OpenFrom = facts.Date(-1) }, opening.Site))),
        new(AuditRules.OpenOutsideHorizon, "open after the horizon", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, facts.DayOf(opening.OpenFrom), facts.Plan.WithOpening(
                open => open with { OpenTo = facts.Date(facts.Days) }, opening.Site))),
        new(AuditRules.OpenOutsideHorizon, "closed before it opens", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan(opening.Site, facts.DayOf(opening.OpenFrom), facts.Plan.WithOpening(
                open => open with { OpenTo = open.OpenFrom.AddDays(-1) }, opening.Site))),
    ];

    private static DraftPlan WithoutOpening(PlanFacts facts, string site) =>
        facts.OpeningOf(site) is { } opening ? facts.Plan.Without(opening) : facts.Plan;

    private static DraftPlan MustOpen(DraftPlan plan, string id) => plan.WithSite(site => site with { Status = SiteStatus.MustOpen }, id);

    private static DraftPlan Opened(PlanFacts facts, SiteOpening opening, int from, int to) => MustOpen(
        facts.Plan.WithOpening(open => open with { OpenFrom = facts.Date(from), OpenTo = facts.Date(to) }, opening.Site), opening.Site);
}
