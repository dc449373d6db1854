using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Tests.Planning;

/// <summary>Plans of districts that keep reserves and have limited room for stock.</summary>
public class StockRulesTests
{
    private static readonly PlannerOptions ByWork = new() { WorkLimit = 1, Threads = 1 };

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Plans_of_random_districts_keep_reserves_and_room(int seed, bool joint)
    {
        District district = Generate(seed, stockRules: true);

        ReadinessPlan plan = joint
            ? new ReadinessPlanner().Plan(district, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(4), Threads = 1 }, progress: null, TestContext.Current.CancellationToken)
            : new SequentialPlanner().Plan(district, new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(2), Threads = 1 }, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.NotEmpty(plan.Decisions.Shipments);
        Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective));
    }

    [Fact]
    public void A_plan_made_without_the_rules_breaks_them()
    {
        // Nowhere is room for what opened packs leave.
        District ruled = Generate(1, stockRules: true);
        ruled = ruled with { Facilities = [.. ruled.Facilities.Select(facility => facility with { StorageLitres = 0 })] };
        ReadinessPlan plan = new ReadinessPlanner().Plan(
            Generate(1, stockRules: false), new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(4), Threads = 1 }, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [AuditRules.ReserveBroken, AuditRules.StorageExceeded],
            PlanAuditor.Audit(ruled, plan.Forecast, plan.Decisions).Violations.Select(violation => violation.Rule).Distinct().Order());
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(4, 2, 0)]
    public void Who_may_not_break_a_reserve_goes_without_a_kit_and_the_cause_is_the_kit(int? lastClass, int clerks, int nurses)
    {
        // Two gowns: clerks (class 4) ask for one on each of the first two days, a nurse (class 1) for one on the third.
        District district = ScenarioRunner.Apply(
            TwoHotels.Make(nearRooms: 5, farRooms: 5) with { CandidateSites = [] },
            new Scenario("keep", [new SetReserve("clinic", "gown", 2, lastClass)]));

        ReadinessPlan plan = new SequentialPlanner().Plan(
            district, new SequentialOptions { WorkLimit = 1, Threads = 1 }, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.Equal((clerks, nurses), (Assigned(plan, "desk"), Assigned(plan, "ward")));
        Assert.All(plan.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Cover), unmet => Assert.Equal((UnmetCause.Kit, "gown"), (unmet.Cause, unmet.ShortItem)));

        // The joint plan keeps gowns for whoever is more urgent, with or without a reserve.
        ReadinessPlan joint = new ReadinessPlanner().Plan(district, ByWork, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(lastClass is null ? 0 : 1, Assigned(joint, "ward"));
    }

    [Fact]
    public void A_reserve_is_released_by_a_quantity_of_zero_and_replaced_by_another()
    {
        District kept = Apply(TwoHotels.Make(5, 5), new SetReserve("clinic", "gown", 2), new SetReserve("near", "gown", 1), new SetReserve("clinic", "gown", 3, 2));

        Assert.Equal([new Reserve("near", "gown", 1), new Reserve("clinic", "gown", 3, 2)], kept.Reserves);
        Assert.Equal([new Reserve("near", "gown", 1)], Apply(kept, new SetReserve("clinic", "gown", 0)).Reserves);
        DistrictError error = Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new SetReserve("far", "gown", 0)]), kept));
        Assert.Equal(("/changes/0/quantity", "releases a reserve that far does not keep: the change would do nothing"), (error.Pointer, error.Message));
    }

    private static District Apply(District district, params ScenarioChange[] changes) => ScenarioRunner.Apply(district, new Scenario("x", [.. changes]));

    private static int Assigned(ReadinessPlan plan, string duty) => plan.Decisions.Assignments.Count(assignment => assignment.Duty == duty);

    private static District Generate(int seed, bool stockRules) => DistrictGenerator.Generate(
        new GeneratorOptions { Seed = seed, Zones = 3, FacilitiesPerZone = 2, Staff = 60, Sites = 2, Days = 10, Items = 3, Scarcity = 1.1, StockRules = stockRules });
}
