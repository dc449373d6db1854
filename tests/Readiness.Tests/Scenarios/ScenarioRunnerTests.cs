using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Tests.Scenarios;

public sealed class ScenarioRunnerTests
{
    private static readonly District Tiny =
        DistrictGenerator.Generate(new GeneratorOptions { Seed = 2, Zones = 2, FacilitiesPerZone = 2, Staff = 12, Sites = 1, Days = 4, Items = 2 });

    private static readonly PlannerOptions Options = new() { TimeLimit = TimeSpan.FromSeconds(20), Threads = 1, WorkLimit = 1 };

    [Fact]
    public void Without_anybody_at_work_cover_is_worse()
    {
        ReadinessPlan baseline = new ReadinessPlanner().Plan(Tiny, Options, cancellationToken: TestContext.Current.CancellationToken);
        var scenario = new Scenario("everybody is ill", [new SickLeave(1)]);

        PlanComparison comparison = new ScenarioRunner(Options).Compare(baseline, scenario, cancellationToken: TestContext.Current.CancellationToken);

        IndicatorDifference[] cover = [.. comparison.Indicators.Where(each => each.Key.StartsWith("cover.", StringComparison.Ordinal)).Select(each => each.Value)];
        Assert.Contains(cover, each => each.Baseline > 0);
        Assert.All(cover.Where(each => each.Baseline > 0), each => Assert.Equal(IndicatorVerdict.Worse, each.Verdict));
        Assert.Equal(baseline.Indicators.Keys.Order(StringComparer.Ordinal), comparison.Indicators.Keys);
    }

    [Fact]
    public void Without_changes_the_plan_is_the_baselines()
    {
        ReadinessPlan baseline = new ReadinessPlanner().Plan(Tiny, Options, cancellationToken: TestContext.Current.CancellationToken);

        ReadinessPlan same = ScenarioRunner.Run(Tiny, new Scenario("nothing", []), Options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(PlanComparer.Compare(baseline, same).Indicators.Values, each => Assert.Equal(IndicatorVerdict.Same, each.Verdict));
    }

    [Fact]
    public void A_faulty_scenario_is_not_planned() =>
        Assert.Equal(
            ["/changes/0/site", "/changes/1/days"],
            Assert.Throws<DistrictFormatException>(() =>
                ScenarioRunner.Run(
                    Tiny,
                    new Scenario("faulty", [new SetSite("nowhere", SiteStatus.Closed), new SetQuarantineLength(0)]),
                    Options,
                    cancellationToken: TestContext.Current.CancellationToken)).Errors.Select(error => error.Pointer));
}
