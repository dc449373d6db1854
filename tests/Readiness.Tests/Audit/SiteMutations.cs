using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

internal static class SiteMutations
{
    public static readonly PlanMutation[] All =
    [
        new(AuditRules.MissingEntry, "assignments", null, plan => plan.Plus((Assignment)null!)),
        new(AuditRules.InvalidAmount, "hotel/north", 1, plan => Admit(plan, "north", 1, 0)),
        new(AuditRules.InvalidAmount, "hotel/west", 2, plan => Admit(plan, "west", 2, long.MaxValue)),
        new(AuditRules.OutsideHorizon, "hotel/west", 10, plan => Admit(plan, "west", 10, 1)),
        new(AuditRules.UnknownSite, "castle", null, plan => plan.Plus(new SiteOpening("castle", Date(1), Date(2), []))),
        new(AuditRules.DuplicateSite, "hotel", null, plan => plan.Plus(new SiteOpening("hotel", Date(5), Date(6), []))),
        new(AuditRules.ClosedSiteOpen, "dorm", 2, plan => plan.Plus(new SiteOpening("dorm", Date(2), Date(3), []))),
        new(AuditRules.MustOpenSiteClosed, "hotel", 3, plan => plan.WithSite(site => site with { Status = SiteStatus.MustOpen })),
        new(AuditRules.MustOpenSiteClosed, "dorm", 1, plan => plan.WithSite(site => site with { Status = SiteStatus.MustOpen }, "dorm")),
        new(AuditRules.OpenedBeforeSetUp, "hotel", 1, plan => plan.WithSite(site => site with { SetUpDays = 2 })),
        new(AuditRules.OpenOutsideHorizon, "hotel", 1, plan => plan.WithOpening(opening => opening with { OpenTo = Date(10) })),
        new(AuditRules.OpenOutsideHorizon, "hotel", -1, plan => plan.WithOpening(opening => opening with { OpenFrom = Date(-1) })),
        new(AuditRules.OpenOutsideHorizon, "hotel", 3, plan => plan.WithOpening(opening => opening with { OpenFrom = Date(3) })),
        new(AuditRules.UnknownZone, "hotel/moon", null, plan => Admit(plan, "moon", 1, 1)),
        new(AuditRules.AdmissionOutsideOpenDays, "hotel/west", 1, plan => plan.WithOpening(opening => opening with { OpenTo = Date(1) })),
        new(AuditRules.AdmissionOutsideOpenDays, "hotel/west", 0, plan => Admit(plan, "west", 0, 1)),
        new(AuditRules.RoomsExceeded, "hotel", 2, plan => plan.WithSite(site => site with { Rooms = 1 })),
        new(AuditRules.AdmissionsExceedContacts, "west", 2, plan => Admit(plan, "west", 2, 1)),
        new(AuditRules.AdmissionBeyondDistance, "hotel/north", 1, plan => Admit(plan, "north", 1, 1)),
        new(AuditRules.DuplicateAdmission, "hotel/west", 1, plan => Admit(plan, "west", 1, 1)),
        new(AuditRules.SiteUnderstaffed, "hotel", 2, plan => plan.WithSite(site => site with { Lines = [site.Lines[0] with { FixedHeads = 2 }] })),
    ];

    private static DraftPlan Admit(DraftPlan plan, string zone, int day, long guests) => plan.WithOpening(opening =>
        opening with { Admissions = opening.Admissions.Add(new Admission(zone, Date(day), guests)) });
}
