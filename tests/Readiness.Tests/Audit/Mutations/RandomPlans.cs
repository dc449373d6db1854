using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Good plans of generated districts of several sizes and scarcities.</summary>
internal static class RandomPlans
{
    private const int FewRooms = 10;

    private static readonly GeneratorOptions Middling = new() { Items = 3, Scarcity = 1.5, StaffScarcity = 1.3 };

    // Where rooms are few, teams monitor the other contacts at home.
    private static readonly (GeneratorOptions Options, bool Crowded)[] Districts =
    [
        (Middling with { Seed = 1, Zones = 3, FacilitiesPerZone = 3, Staff = 54, Sites = 5, Days = 9 }, true),
        (Middling with { Seed = 2, Zones = 2, FacilitiesPerZone = 4, Staff = 60, Sites = 3, Days = 10 }, false),
        (Middling with { Seed = 3, Zones = 3, FacilitiesPerZone = 3, Staff = 48, Sites = 5, Days = 8 }, false),
        (Middling with { Seed = 4, Zones = 2, FacilitiesPerZone = 4, Staff = 54, Sites = 3, Days = 9 }, true),
        (Middling with { Seed = 5, Zones = 2, FacilitiesPerZone = 3, Staff = 54, Sites = 3, Days = 10, WorkingRules = WorkingRules.All }, false),
        (Middling with { Seed = 6, Zones = 2, FacilitiesPerZone = 3, Staff = 54, Sites = 3, Days = 9, Scarcity = 1.2, StockRules = true }, false),
    ];

    private static readonly Lazy<PlanFacts[]> Plans = new(() => [.. Districts.AsParallel().AsOrdered().Select(entry => Plan(entry.Options, entry.Crowded))]);

    public static PlanFacts[] All => Plans.Value;

    private static PlanFacts Plan(GeneratorOptions options, bool crowded)
    {
        District district = DistrictGenerator.Generate(options);
        if (crowded)
        {
            district = district with { CandidateSites = [.. district.CandidateSites.Select(site => site with { Rooms = FewRooms })] };
        }

        // On a busy machine a second may be too little, and without guests and teams many rules cannot be broken.
        IEnumerable<PlanDecisions> attempts =
            from seconds in new[] { 1, 2, 4, 8, 16 } from order in Enum.GetValues<SiteOrder>() select Decide(district, order, seconds);
        PlanDecisions decisions = attempts.First(plan => !plan.Sites.IsEmpty && (!crowded || HasTeams(district, plan)));
        return new PlanFacts(options.Seed, new DraftPlan(district, DemandForecaster.Forecast(district), decisions));
    }

    private static bool HasTeams(District district, PlanDecisions decisions) =>
        district.Duties.Any(duty => duty.Together && decisions.Assignments.Any(turn => turn.Duty == duty.Id));

    private static PlanDecisions Decide(District district, SiteOrder order, int seconds) => new SequentialPlanner().Plan(
        district,
        new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(seconds), Threads = 1, SiteOrder = order, PlanSupplies = true, Repair = true },
        progress: null,
        TestContext.Current.CancellationToken).Decisions;
}
