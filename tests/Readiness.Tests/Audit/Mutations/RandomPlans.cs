using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Good plans of generated districts of several sizes and scarcities.</summary>
internal static class RandomPlans
{
    private static readonly GeneratorOptions Middling = new() { Items = 3, Scarcity = 1.5, StaffScarcity = 1.3 };

    private static readonly GeneratorOptions[] Districts =
    [
        Middling with { Seed = 1, Zones = 3, FacilitiesPerZone = 3, Staff = 54, Sites = 5, Days = 9 },
        Middling with { Seed = 2, Zones = 2, FacilitiesPerZone = 4, Staff = 60, Sites = 3, Days = 10 },
        Middling with { Seed = 3, Zones = 3, FacilitiesPerZone = 3, Staff = 48, Sites = 5, Days = 8 },
        Middling with { Seed = 4, Zones = 2, FacilitiesPerZone = 4, Staff = 54, Sites = 3, Days = 9 },
    ];

    private static readonly Lazy<PlanFacts[]> Plans = new(() => [.. Districts.AsParallel().AsOrdered().Select(Plan)]);

    public static PlanFacts[] All => Plans.Value;

    private static PlanFacts Plan(GeneratorOptions options)
    {
        District district = DistrictGenerator.Generate(options);
        DemandForecast forecast = DemandForecaster.Forecast(district);

        // On a busy machine a second may be too little to open a site, and without guests half of the rules cannot be broken.
        PlanDecisions decisions = Decide(district, seconds: 1);
        for (int seconds = 5; decisions.Sites.IsEmpty && seconds < 60; seconds *= 3)
        {
            decisions = Decide(district, seconds);
        }

        return new PlanFacts(options.Seed, new DraftPlan(district, forecast, decisions));
    }

    private static PlanDecisions Decide(District district, int seconds) => new SequentialPlanner().Plan(
        district,
        new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(seconds), Threads = 1, SiteOrder = SiteOrder.FewestHeads, PlanSupplies = true, Repair = true },
        progress: null,
        TestContext.Current.CancellationToken).Decisions;
}
