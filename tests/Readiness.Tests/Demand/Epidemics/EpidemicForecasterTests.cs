using System.Collections.Immutable;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Scores;
using Readiness.Demand.Series;

namespace Readiness.Tests.Demand.Epidemics;

public sealed class EpidemicForecasterTests
{
    private static readonly DateOnly Origin = new(2020, 2, 9);
    private static readonly DateOnly Lockdown = new(2020, 1, 23);
    private static readonly EpidemicOptions Options = new() { PriorTrajectories = 3000, Trajectories = 400, LeastEffective = 50 };

    // Daily cases of Kunming from 20 January to 9 February 2020 (canghailan/Wuhan-2019-nCoV).
    private static readonly ImmutableArray<long> Kunming = [0, 0, 0, 2, 1, 1, 3, 5, 3, 6, 3, 6, 1, 1, 2, 0, 3, 3, 1, 0, 1];

    [Fact]
    public void A_forecast_has_whole_courses_that_agree_with_its_quantiles()
    {
        RegionForecast region = Forecast(Problem(Kunming)).Regions[0];

        Assert.Equal(400, region.Trajectories.Length);
        Assert.Equal(1, region.Trajectories.Sum(trajectory => trajectory.Weight), 9);
        Assert.All(region.Trajectories, trajectory => Assert.True(trajectory.Cases.Length == 14 && trajectory.Cases.All(count => count >= 0)));
        Assert.Equal(14, region.Daily.Length);
        Assert.All(region.Daily.Concat(region.Cumulative), quantiles => Assert.Equal(quantiles.Values.Order(), quantiles.Values));
        double[] totals = [.. region.Trajectories.Select(trajectory => (double)trajectory.Cases[..7].Sum()).Order()];
        Assert.Equal((totals[199] + totals[200]) / 2, region.Total(7).Median);
        Assert.Throws<ArgumentOutOfRangeException>(() => region.Total(15));
        Assert.Contains(region.Parameters, parameter => parameter.Name == "reproductionAfter1" && parameter.Lower < parameter.Upper);
    }

    [Fact]
    public void Equal_seeds_give_equal_forecasts_on_any_number_of_threads()
    {
        EpidemicProblem problem = Problem(Kunming, [.. Kunming.Select(count => 7 * count)]);
        EpidemicForecast one = new EpidemicForecaster().Forecast(problem, Options with { Threads = 1 }, null, null, Token);
        EpidemicForecast two = new EpidemicForecaster().Forecast(problem, Options with { Threads = 2 }, null, null, Token);
        EpidemicForecast other = new EpidemicForecaster().Forecast(problem, Options with { Seed = 2 }, null, null, Token);

        Assert.Equal(Courses(one), Courses(two));
        Assert.NotEqual(Courses(one), Courses(other));
    }

    [Fact]
    public void A_prior_serves_other_origins_and_regions_of_the_same_events()
    {
        EpidemicProblem problem = Problem(Kunming);
        EpidemicPrior prior = EpidemicPrior.Build(problem.Setting, null, Options, null, Token);
        DateOnly before = Origin.AddDays(-6);
        EpidemicProblem earlier = problem with { Regions = [problem.Regions[0].Until(before)], Origin = before };

        Assert.Equal(Courses(Forecast(problem)), Courses(new EpidemicForecaster().Forecast(problem, Options, prior, null, Token)));
        Assert.Equal(before, new EpidemicForecaster().Forecast(earlier, Options, prior, null, Token).Origin);
        Assert.Equal("/prior/setting", Fault(() => new EpidemicForecaster().Forecast(problem with { Interventions = [] }, Options, prior, null, Token)));
        Assert.Equal("/prior/setting/lastDay", Fault(() => new EpidemicForecaster().Forecast(problem with { Days = 15 }, Options, prior, null, Token)));
    }

    [Fact]
    public void Without_cases_it_expects_next_to_none_but_does_not_rule_them_out()
    {
        EpidemicProblem problem = Problem([.. Enumerable.Repeat(0L, 21)]);
        QuantileForecast tamed = Forecast(problem).Regions[0].Total(14);
        QuantileForecast growing = Forecast(problem with { Interventions = [], ImportTurn = null }).Regions[0].Total(14);

        Assert.Equal(0, tamed.Median);
        Assert.InRange(growing.Values[^1], 1, 1000);
        Assert.True(growing.Values[^1] > tamed.Values[^1]);
    }

    [Fact]
    public void More_expected_cases_count_where_none_were_reported()
    {
        EpidemicProblem problem = Problem([0, 0, 0]) with { Interventions = [], ImportTurn = null };
        double Mean(EpidemicPriors priors) => new EpidemicForecaster()
            .Forecast(problem, Options, EpidemicPrior.Build(problem.Setting, priors, Options, null, Token), null, Token)
            .Regions[0].Trajectories.Average(trajectory => (double)trajectory.Cases.Sum());

        Assert.True(Mean(new EpidemicPriors { ExpectedCases = 50, CasesShape = 5 }) > 2 * Mean(new EpidemicPriors()));
    }

    [Fact]
    public void A_single_count_gives_a_wide_answer()
    {
        QuantileForecast total = Forecast(Problem([40])).Regions[0].Total(14);

        Assert.True(total.Values[^3] > 5 * Math.Max(1, total.Values[2]), string.Join(' ', total.Values));
    }

    [Fact]
    public void More_cases_or_no_intervention_give_higher_forecasts()
    {
        double known = Forecast(Problem(Kunming)).Regions[0].Total(14).Median;
        double tenfold = Forecast(Problem([.. Kunming.Select(count => 10 * count)])).Regions[0].Total(14).Median;
        double untamed = Forecast(Problem(Kunming) with { Interventions = [] }).Regions[0].Total(14).Median;

        Assert.InRange(tenfold / known, 4, 25);
        Assert.True(untamed > known, $"{untamed} against {known}");
    }

    [Fact]
    public void A_later_intervention_lifts_or_tightens_the_course()
    {
        var lifted = new Intervention(Origin) { Reproduction = new(3, 0.05), Transition = new(1, 0.05), DateDeviation = 0 };
        var tightened = lifted with { Reproduction = new(0.1, 0.05) };
        EpidemicProblem problem = Problem([.. Kunming.Select(count => 20 * count)]) with { Days = 28 };
        double LastWeek(Intervention second) => Forecast(problem with { Interventions = [new(Lockdown), second] })
            .Regions[0].Trajectories.Average(trajectory => (double)trajectory.Cases[21..].Sum());

        Assert.True(LastWeek(lifted) > 2 * LastWeek(tightened));
    }

    [Fact]
    public void Regions_lend_each_other_evidence()
    {
        EpidemicProblem problem = Problem([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [.. Kunming.Select(count => 30 * count)]);
        ParameterEstimate After(double pooling) => new EpidemicForecaster().Forecast(problem, Options with { Pooling = pooling }, null, null, Token)
            .Regions[0].Parameters.Single(parameter => parameter.Name == "reproductionAfter1");

        Assert.True(After(1).Upper - After(1).Lower < After(0).Upper - After(0).Lower);
    }

    [Fact]
    public void Narrower_priors_are_used()
    {
        var priors = new EpidemicPriors { Reproduction = new LogNormalPrior(3, 0), ReproductionAfter = new LogNormalPrior(0.2, 0) };
        EpidemicProblem problem = Problem(Kunming);
        EpidemicPrior prior = EpidemicPrior.Build(problem.Setting, priors, Options, null, Token);
        ImmutableArray<ParameterEstimate> parameters = new EpidemicForecaster().Forecast(problem, Options, prior, null, Token).Regions[0].Parameters;

        Assert.Equal((3, 3), (parameters[0].Lower, parameters[0].Upper));
        Assert.Equal(0.2, parameters.Single(parameter => parameter.Name == "reproductionAfter1").Median, 12);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new EpidemicForecaster().Forecast(Problem(Kunming), Options, null, null, source.Token));
    }

    [Fact]
    public void All_faults_of_a_problem_are_named()
    {
        EpidemicProblem problem = Problem([3, -1], [1, 2]) with { Days = 0 };
        problem = problem with { Regions = [problem.Regions[0], problem.Regions[0] with { Counts = [1, 2, 3] }] };

        EpidemicProblemException exception = Assert.Throws<EpidemicProblemException>(() => Forecast(problem));
        Assert.Equal(["/days", "/regions/0/counts/1", "/regions/1/id", "/regions/1"], exception.Faults.Select(fault => fault.Pointer));
        Assert.Contains("future", exception.Faults[^1].Rule, StringComparison.Ordinal);
        Assert.Equal("-1", exception.Faults[1].Value);
    }

    [Fact]
    public void Events_must_lie_within_the_days_and_ascend()
    {
        EpidemicProblem problem = Problem(Kunming) with { Interventions = [new(Lockdown), new(Lockdown), new(Origin.AddDays(99))], ImportTurn = Origin.AddDays(50) };

        Assert.Equal(
            ["/importTurn", "/interventions/1/date", "/interventions/2/date"],
            Assert.Throws<EpidemicProblemException>(() => Forecast(problem)).Faults.Select(fault => fault.Pointer));
        Assert.Equal("/firstDay", Fault(() => Forecast(Problem(Kunming) with { FirstDay = Lockdown })));
        Assert.Equal("/regions", Fault(() => Forecast(Problem())));
        Assert.Equal("/origin", Fault(() => Forecast(Problem(Kunming) with { Origin = DateOnly.MaxValue })));
        Assert.Equal("/origin", Fault(() => Forecast(new EpidemicProblem([new DailySeries("a", DateOnly.MinValue, [1])], DateOnly.MinValue, 14))));
    }

    [Fact]
    public void Numbers_that_are_none_are_refused_in_priors_and_options()
    {
        var priors = new EpidemicPriors
        {
            Reproduction = new LogNormalPrior(double.NaN, 0.3),
            ImportGrowth = new NormalPrior(0.1, -1),
            WalkDeviation = double.NaN,
        };
        EpidemicOptions options = Options with { HalfLifeDays = double.NaN, Levels = [0.1, 0.5, 0.8], Threads = 0 };
        EpidemicProblemException exception = Assert.Throws<EpidemicProblemException>(
            () => EpidemicPrior.Build(Problem(Kunming).Setting, priors, options, null, Token));

        Assert.Equal(
            [
                "/priors/reproduction/median", "/priors/importGrowth/deviation", "/priors/walkDeviation", "/options/threads", "/options/halfLifeDays", "/options/levels",
            ],
            exception.Faults.Select(fault => fault.Pointer));
        Assert.Equal("/interventions/0/reproduction/median", Fault(() => Forecast(Problem(Kunming) with
        {
            Interventions = [new(Lockdown) { Reproduction = new LogNormalPrior(-1, 0.1) }],
        })));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static EpidemicForecast Forecast(EpidemicProblem problem) => new EpidemicForecaster().Forecast(problem, Options, null, null, Token);

    private static string Fault(Action action) => Assert.Single(Assert.Throws<EpidemicProblemException>(action).Faults).Pointer;

    private static IEnumerable<long> Courses(EpidemicForecast forecast) =>
        forecast.Regions.SelectMany(region => region.Trajectories).SelectMany(trajectory => trajectory.Cases);

    private static EpidemicProblem Problem(params ImmutableArray<long>[] counts) => new(
        [.. counts.Select((each, index) => new DailySeries($"region-{index}", Origin.AddDays(1 - each.Length), each))], Origin, 14)
    {
        Interventions = [new Intervention(Lockdown)],
        ImportTurn = Lockdown,
    };
}
