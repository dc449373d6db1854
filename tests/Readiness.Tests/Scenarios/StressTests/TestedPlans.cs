using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;
using Readiness.Tests.Audit;
using Readiness.Tests.Planning;

namespace Readiness.Tests.Scenarios.StressTests;

/// <summary>Plans to be tested, and what becomes of them.</summary>
internal static class TestedPlans
{
    /// <summary>The ten days of <see cref="TinyPlan"/>, to be followed by hand.</summary>
    public static ReadinessPlan Tiny { get; } = Of(TinyPlan.Good);

    public static ReadinessPlan Of(DraftPlan draft)
    {
        PlanAudit audit = draft.Audit();
        Assert.True(audit.Passed, string.Join('\n', audit.Violations));
        return new ReadinessPlan(draft.District, draft.Forecast, draft.Decisions, audit, new PlanProof(Termination.Finished, []));
    }

    public static ReadinessPlan Make(District district) =>
        new ReadinessPlanner().Plan(district, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(1), Threads = 1 }, progress: null, TestContext.Current.CancellationToken);

    /// <summary>A district with every choice of supply: uncertain shipments, recipes, purchases, least dispatches, expiry.</summary>
    public static District Rich(int seed) => SupplyChoices.Add(
        DistrictGenerator.Generate(new GeneratorOptions
        {
            Seed = seed,
            Zones = 2,
            FacilitiesPerZone = 2,
            Staff = 40,
            Sites = 2,
            Days = 8,
            Items = 3,
            Scarcity = 0.9,
            StaffScarcity = 0.8,
        }),
        budget: 100);

    /// <summary>What is done in a future.</summary>
    public static PlanDecisions CarriedOut(ReadinessPlan plan, Future future) => new FixedPlan(plan).CarryOut(future);

    /// <summary>What the audit says of what is done in a future.</summary>
    public static PlanAudit Audit(ReadinessPlan plan, Future future) =>
        PlanAuditor.Audit(future.District, future.Forecast, CarriedOut(plan, future));

    /// <summary>The district and the demand of a plan, as they come in a future.</summary>
    public static Future Future(ReadinessPlan plan, Func<District, District>? district = null, Func<DemandTrajectory, DemandTrajectory>? demand = null) => new(
        0,
        district is null ? plan.District : district(plan.District),
        demand is null ? plan.Forecast : new DemandForecast(plan.Forecast.Horizon, [demand(plan.Forecast.Planned)]));

    public static District Ill(District district, string person, int from, int to) => district with
    {
        Absences = district.Absences.Add(new Absence(person, district.Horizon.DateOf(from), district.Horizon.DateOf(to), AbsenceKind.Sick)),
    };

    public static double Level(PlanAudit audit, string name) => audit.Levels.Single(level => level.Level == name).Value;

    /// <summary>Heads missing, over all classes.</summary>
    public static double Uncovered(PlanAudit audit) => audit.Levels.Where(level => level.Level.StartsWith("cover.", StringComparison.Ordinal)).Sum(level => level.Value);

    public static ImmutableArray<UnmetNeed> Heads(PlanDecisions decisions) => [.. decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Cover)];
}
