using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Tests.Planning;

/// <summary>The whole main job on the shipped sample, with a short limit.</summary>
public class XishanPlanTests(XishanPlanTests.Baseline baseline) : IClassFixture<XishanPlanTests.Baseline>
{
    private static readonly PlannerOptions Options = new() { TimeLimit = TimeSpan.FromSeconds(25) };

    [Fact]
    public void The_plan_decides_all_three_parts_and_says_what_stays_unmet()
    {
        ReadinessPlan plan = baseline.Plan;

        Assert.True(plan.Audit.Passed);
        Assert.NotEmpty(plan.Decisions.Shipments);
        Assert.NotEmpty(plan.Decisions.Issues);
        Assert.InRange(plan.Decisions.Assignments.Length, 10_000, 28 * 1200);
        Assert.Contains(plan.Decisions.Unmet, unmet => unmet.Kind == UnmetKind.Cover && unmet.Cause == UnmetCause.Staff);
        Assert.Contains(plan.Decisions.Unmet, unmet => unmet.Kind == UnmetKind.Cover && unmet.Cause == UnmetCause.Kit);
        Assert.InRange(plan.Indicators[IndicatorIds.Cover(1)].Value, 0.99, 1);
        Assert.All(plan.Proof.Levels, level => Assert.True(level.Bound <= level.Objective));
    }

    [Fact]
    public void Cancelling_leave_improves_cover()
    {
        PlanComparison comparison = Compare(new CancelLeave());

        Assert.Equal(IndicatorVerdict.Better, comparison.Indicators[IndicatorIds.Cover(4)].Verdict);
    }

    [Fact]
    public void Late_respirators_are_missed()
    {
        PlanComparison comparison = Compare(new DelayShipments("respirator", Days: 5));

        Assert.True(
            comparison.Indicators[IndicatorIds.FillRate("respirator")].Verdict == IndicatorVerdict.Worse
            || comparison.Indicators[IndicatorIds.Cover(2)].Verdict == IndicatorVerdict.Worse
            || comparison.Indicators[IndicatorIds.Cover(3)].Verdict == IndicatorVerdict.Worse);
    }

    [Fact]
    public void Twice_the_cases_leave_more_unmet()
    {
        ReadinessPlan doubled = Plan(new ScaleCases(2));

        Assert.True(Missing(doubled) > Missing(baseline.Plan), $"{Missing(doubled)} heads and guest-days against {Missing(baseline.Plan)}");
    }

    private static double Missing(ReadinessPlan plan) =>
        plan.Audit.Levels.Where(level => level.Level.StartsWith("cover", StringComparison.Ordinal)
            || level.Level.StartsWith("guests", StringComparison.Ordinal)).Sum(level => level.Value);

    private PlanComparison Compare(ScenarioChange change) => PlanComparer.Compare(baseline.Plan, Plan(change));

    private ReadinessPlan Plan(ScenarioChange change) => ScenarioRunner.Run(
        baseline.Plan.District, new Scenario("what if", [change]), Options, progress: null, TestContext.Current.CancellationToken);

    /// <summary>The sample's own plan, made once.</summary>
    public sealed class Baseline
    {
        /// <summary>The plan.</summary>
        public ReadinessPlan Plan { get; } = new ReadinessPlanner().Plan(DistrictDocument.LoadSample("xishan"), Options);
    }
}
