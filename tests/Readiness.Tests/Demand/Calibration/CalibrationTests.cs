using System.Collections.Immutable;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Scores;
using Readiness.Demand.Series;

namespace Readiness.Tests.Demand.Calibration;

public sealed class CalibrationTests
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Lockdown = First.AddDays(50);
    private static readonly EpidemicOptions Options = new() { PriorTrajectories = 8000, Trajectories = 400 };

    [Fact]
    public void Simulated_epidemics_are_found_again_and_forecast_better_than_the_baseline()
    {
        const int Runs = 16;
        var setting = new EpidemicSetting(First, First.AddDays(110), [new Intervention(Lockdown)], Lockdown);
        EpidemicPrior prior = EpidemicPrior.Build(setting, null, Options, null, Token);
        EpidemicPrior truths = EpidemicPrior.Build(setting, null, Options with { Seed = 9, PriorTrajectories = 1000 }, null, Token);
        var random = new Random(4);
        int inside = 0;
        int better = 0;
        for (int run = 0; run < Runs; run++)
        {
            SimulatedEpidemic epidemic = SimulatedEpidemic.Draw(truths, run, First.AddDays(30), Lockdown.AddDays(24), 50 * (run + 1), random);
            CalibrationReport report = new CalibrationAssessor().Assess(Problem(epidemic.Series), Options, prior, null, Token);
            better += report.Scores.Sum(score => score.Wis) < report.Scores.Sum(score => score.WeeklyWis) ? 1 : 0;
            EpidemicProblem last = Problem(epidemic.Series).At(Lockdown.AddDays(24));
            ImmutableArray<ParameterEstimate> estimates = new EpidemicForecaster().Forecast(last, Options, prior, null, Token).Regions[0].Parameters;
            inside += estimates.Where((estimate, index) => estimate.Lower <= epidemic.Parameters[index] && epidemic.Parameters[index] <= estimate.Upper).Count();
        }

        Assert.True(better >= 0.75 * Runs, $"{better} of {Runs} are better than the baseline");
        Assert.InRange(inside / (double)(Runs * prior.ParameterNames.Length), 0.83, 0.97);
    }

    [Fact]
    public void A_report_has_a_score_per_region_and_horizon_and_a_fan_per_origin()
    {
        var regions = ImmutableArray.CreateRange(["a", "b"], static id => new DailySeries(id, First.AddDays(30), [.. Enumerable.Range(0, 80).Select(day => (long)(day % 5))]));
        CalibrationProblem problem = Problem(regions[0]) with { Regions = regions };
        CalibrationReport report = new CalibrationAssessor().Assess(problem, Options, null, null, Token);

        Assert.Equal([("a", 7), ("a", 14), ("b", 7), ("b", 14)], report.Scores.Select(score => (score.Region, score.Days)));
        Assert.All(report.Scores, score => Assert.True(score.Origins == 3 && score.Pit.Length == 3 && score.Wis > 0 && score.Pit.All(pit => pit is >= 0 and <= 1)));
        Assert.Equal(6, report.Origins.Length);
        Assert.Equal(
            report.Scores.Where(score => score.Days == 14).Average(score => score.LogWis), report.Origins.Where(origin => origin.Days == 14).Average(origin => origin.LogWis), 9);
        Assert.All(report.Origins, origin => Assert.True(origin.WeeklyLogWis > 0 && double.IsFinite(origin.Bias)));
        Assert.Equal(6, report.Fans.Length);
        FanChart fan = report.Fans[3];
        Assert.Equal(("b", Lockdown.AddDays(17)), (fan.Region, fan.Origin));
        Assert.Equal(regions[1].Counts.AsSpan(38, 14).ToArray(), fan.Observed);
        DailySeries known = regions[0].Until(Lockdown.AddDays(10));
        Assert.Equal(
            report.Scores[0].WeeklyWis,
            Enumerable.Range(0, 3).Average(step =>
            {
                DateOnly origin = known.End.AddDays(7 * step);
                return WeightedIntervalScore.Of(WeeklyBaseline.Forecast(regions[0].Until(origin), 7), regions[0].Total(origin.AddDays(1), 7));
            }),
            9);
        Assert.Equal(report.Scores[0].Wis / report.Scores[0].WeeklyWis, report.Scores[0].RelativeWis);
    }

    [Fact]
    public void Faults_of_the_trial_are_named()
    {
        var region = new DailySeries("a", Lockdown, [1, 2, 3]);
        CalibrationProblem problem = Problem(region) with { StepDays = 0 };

        Assert.Equal(
            ["/stepDays", "/regions/0"],
            Assert.Throws<EpidemicProblemException>(() => new CalibrationAssessor().Assess(problem, Options, null, null, Token)).Faults.Select(fault => fault.Pointer));
        Assert.Equal(
            "/horizons",
            Assert.Single(Assert.Throws<EpidemicProblemException>(() => new CalibrationAssessor().Assess(problem with { Horizons = [0] }, Options, null, null, Token)).Faults).Pointer);
    }

    [Fact]
    public void Both_without_error_are_equal()
    {
        var score = new CalibrationScore("a", 7, 1, 0, 0, 0, 0, 1, 1, [0.5]);

        Assert.Equal((1, 1), (score.RelativeWis, score.RelativeToDaily));
        Assert.Equal(0.5, (score with { Wis = 2, WeeklyWis = 4 }).RelativeWis);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CalibrationProblem Problem(DailySeries region) =>
        new([region], Lockdown.AddDays(10), Lockdown.AddDays(24), 7, [7, 14])
        {
            Interventions = [new Intervention(Lockdown)],
            ImportTurn = Lockdown,
            FirstDay = First,
        };
}
