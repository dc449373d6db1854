using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;
using Readiness.Tests.Planning;

namespace Readiness.Tests.Scenarios.StressTests;

public sealed class StressTesterTests
{
    private static readonly Lazy<ReadinessPlan> Rich = new(() => TestedPlans.Make(TestedPlans.Rich(1)));
    private static readonly StressTester Tester = new();

    [Fact]
    public void Reports_do_not_depend_on_threads_or_batches_or_their_order()
    {
        string one = Text(Tester.Test(Rich.Value, 60, options: new StressTestOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken));
        string four = Text(Tester.Test(Rich.Value, 60, options: new StressTestOptions { Threads = 4 }, cancellationToken: TestContext.Current.CancellationToken));
        StressTestBatch[] batches = [.. new (int From, int Count)[] { (35, 25), (0, 10), (10, 25) }.Select(part =>
            Through(Tester.TestBatch(Rich.Value, part.From, part.Count, cancellationToken: TestContext.Current.CancellationToken)))];

        Assert.Equal(one, four);
        Assert.Equal(one, Text(StressTestReport.Of(Rich.Value, 60, batches)));
        Assert.Throws<ArgumentException>(() => StressTestReport.Of(Rich.Value, 60, [batches[0], batches[0]]));
        Assert.Throws<ArgumentException>(() => StressTestReport.Of(Rich.Value, 60, [batches[0], batches[1] with { Settings = new StressTestSettings(2) }]));
        Assert.Throws<ArgumentException>(() => StressTestReport.Of(Rich.Value, 60, []));
    }

    [Fact]
    public void Without_uncertainty_every_figure_is_the_plans()
    {
        StressTestReport report = Tester.Test(Rich.Value, 5, new StressTestSettings(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Rich.Value.Audit.Levels, report.Levels.Select(level => new LevelValue(level.Id, level.Mean)));
        Assert.Equal(Rich.Value.Indicators.Keys, report.Indicators.Select(indicator => indicator.Id));
        Assert.All(report.Levels.Concat(report.Indicators), figure => Assert.Equal(
            [figure.Planned!.Value, figure.Planned.Value, figure.Planned.Value, figure.Planned.Value], [figure.Q05, figure.Median, figure.Q95, figure.Mean], (a, b) => Math.Abs(a - b) < 1e-9));
        Assert.All(report.Levels, figure => Assert.Equal(0, figure.StandardError, 1e-9));
        Assert.All(report.Classes, entry => Assert.Equal((1, 0, entry.Overall.PlannedMissing), (entry.Overall.Probability, entry.Overall.StandardError, entry.Overall.MeanMissing)));
        Assert.All(report.Items, entry => Assert.Equal((1, entry.Overall.PlannedMissing), (entry.Overall.Probability, entry.Overall.MeanMissing)));
        Assert.Equal(Rich.Value.Indicators[IndicatorIds.StockOutDays].Value > 0, report.Items.Length > 0);
    }

    [Fact]
    public void Counts_by_day_add_up_to_the_levels()
    {
        StressTestReport report = Tester.Test(Rich.Value, 80, cancellationToken: TestContext.Current.CancellationToken);

        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            double missing = report.Levels.Single(level => level.Id == ObjectiveLevels.Cover(priorityClass)).Mean;
            ClassStress? entry = report.Classes.SingleOrDefault(entry => entry.PriorityClass == priorityClass);
            DutyStress[] duties = [.. report.Duties.Where(duty => duty.PriorityClass == priorityClass)];
            Assert.Equal(missing, entry?.Overall.MeanMissing ?? 0, 1e-9);
            Assert.Equal(missing, entry?.Days.Sum(day => day.MeanMissing) ?? 0, 1e-9);
            Assert.Equal(missing, duties.Sum(duty => duty.Overall.MeanMissing), 1e-9);
            Assert.All(duties, duty => Assert.InRange(duty.Overall.Probability, duty.Days.Max(day => day.Probability), Math.Min(1, duty.Days.Sum(day => day.Probability))));
        }

        Assert.All(report.Items, item => Assert.Equal(item.Overall.MeanMissing, item.Days.Sum(day => day.MeanMissing), 1e-9));
        Assert.All(report.Items, item => Assert.True(item.Places[0].Overall.Probability <= item.Overall.Probability));
        Assert.All(report.Levels, level => Assert.True(level.Q05 <= level.Q25 && level.Q25 <= level.Median && level.Median <= level.Q75 && level.Q75 <= level.Q95));
    }

    [Fact]
    public void Stock_outs_are_as_likely_as_the_risk_of_the_plan_says()
    {
        // A gown for a clerk on one of the first two days, there with 0.5, one for the nurse on the third, with 0.875.
        District ward = TwoHotels.Make(5, 5) with
        {
            CandidateSites = [],
            StockLots = [],
            Shipments = [new Shipment("gowns", "gown", "clinic", 2, TwoHotels.Date(0)) { Arrival = [new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.375)] }],
        };
        ReadinessPlan plan = TestedPlans.Make(ward);
        StressTestReport report = Tester.Test(
            plan, 4000, new StressTestSettings(Shipments: new ShipmentUncertainty()), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(plan.Risk!.Exact);
        ItemStress gown = Assert.Single(report.Items);
        foreach (StockOutRisk risk in plan.Risk.StockOuts)
        {
            DayRisk found = gown.Days.Single(day => day.Day == risk.Day);
            Assert.InRange(found.Probability, risk.Probability - 4 * found.StandardError, risk.Probability + 4 * found.StandardError);
        }

        double planned = report.Levels.Single(level => level.Id == "cover.class1").Planned!.Value;
        StressFigure urgent = report.Levels.Single(level => level.Id == "cover.class1");
        Assert.InRange(urgent.Mean - planned, 0.125 - 4 * urgent.StandardError, 0.125 + 4 * urgent.StandardError);
    }

    [Fact]
    public void A_known_chance_of_illness_gives_a_known_chance_of_an_empty_duty()
    {
        ReadinessPlan plan = TestedPlans.Tiny;
        StressTestReport report = Tester.Test(
            plan, 4000, new StressTestSettings(SickLeave: new SickLeaveUncertainty(0.1, 1)), cancellationToken: TestContext.Current.CancellationToken);

        // A day's sick leave with 0.1: the ward has n1 alone on days 0 and 1 and nobody on day 2; the team on day 0 needs n2 and p1.
        double[] ward = [.. report.Duties.Single(duty => duty.Duty == "ward").Days.Select(day => day.Probability)];
        AssertNear(0.1, ward[0]);
        AssertNear(0.1, ward[1]);
        Assert.Equal(1, ward[2]);
        DutyStress team = report.Duties.Single(duty => duty.Duty == "team");
        AssertNear(1 - 0.9 * 0.9, team.Overall.Probability);
        AssertNear(2 * (1 - 0.9 * 0.9) / 2, team.Overall.MeanMissing / 2);

        static void AssertNear(double expected, double actual) => Assert.InRange(
            actual, expected - 4 * Math.Sqrt(expected * (1 - expected) / 4000), expected + 4 * Math.Sqrt(expected * (1 - expected) / 4000));
    }

    [Fact]
    public void Planning_anew_in_knowledge_of_the_future_is_at_least_as_good_where_plans_are_optimal()
    {
        ReadinessPlan plan = TestedPlans.Make(TwoHotels.Make(5, 5));
        var settings = new StressTestSettings(SickLeave: new SickLeaveUncertainty(0.2, 2));
        StressTestReport kept = Tester.Test(plan, 4, settings, cancellationToken: TestContext.Current.CancellationToken);
        StressTestReport anew = Tester.Test(
            plan, 4, settings, new StressTestOptions { Replan = new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(1), Threads = 1 } },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((false, true, 4, 4), (kept.Replanned, anew.Replanned, kept.Futures, anew.Futures));
        Assert.True(anew.Levels[0].Mean <= kept.Levels[0].Mean);
        Assert.True(kept.Levels.Zip(anew.Levels).First(pair => pair.First.Mean != pair.Second.Mean) is var first && first.Second.Mean < first.First.Mean);
    }

    [Fact]
    public void A_test_that_is_stopped_reports_what_is_done()
    {
        using var stop = new CancellationTokenSource();
        var reports = new List<StressTestProgress>();
        var listener = new Listener(report =>
        {
            reports.Add(report);
            if (report.Done == 3)
            {
                stop.Cancel();
            }
        });

        StressTestReport report = Tester.Test(Rich.Value, 1000, options: new StressTestOptions { Threads = 1 }, progress: listener, cancellationToken: stop.Token);

        Assert.Equal((1000, 3), (report.Requested, report.Futures));
        Assert.Equal([1, 2, 3], reports.Select(each => each.Done));
        Assert.All(report.Levels, level => Assert.Equal(3, level.Futures));

        stop.Cancel();
        StressTestReport none = Tester.Test(Rich.Value, 1000, cancellationToken: stop.Token);
        Assert.Equal(0, none.Futures);
        Assert.Empty(none.Levels);
        Assert.Empty(none.Items);

        var brief = new StressTestOptions { TimeLimit = TimeSpan.FromMilliseconds(50) };
        Assert.InRange(Tester.Test(Rich.Value, StressTester.MostFutures, options: brief, cancellationToken: TestContext.Current.CancellationToken).Futures, 0, StressTester.MostFutures - 1);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 100_001, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(0, 1, 0)]
    public void Numbers_outside_their_range_are_refused(int from, int count, int threads) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Tester.TestBatch(TestedPlans.Tiny, from, count, options: new StressTestOptions { Threads = threads }, cancellationToken: TestContext.Current.CancellationToken));

    private static StressTestBatch Through(StressTestBatch batch) =>
        JsonSerializer.Deserialize<StressTestBatch>(JsonSerializer.Serialize(batch, DistrictJson.Options), DistrictJson.Options)!;

    private static string Text(StressTestReport report)
    {
        string text = JsonSerializer.Serialize(report, DistrictJson.Options);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<StressTestReport>(text, DistrictJson.Options), DistrictJson.Options));
        return text;
    }

    private sealed class Listener(Action<StressTestProgress> listen) : IProgress<StressTestProgress>
    {
        public void Report(StressTestProgress value) => listen(value);
    }
}
