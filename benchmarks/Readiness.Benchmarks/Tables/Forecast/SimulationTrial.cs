using System.Collections.Immutable;
using System.Text;
using MathNet.Numerics.Random;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Scores;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>
/// Forecasts epidemics whose truth was drawn from the priors: are the parameters where the forecaster says, and does it beat the baseline?
/// </summary>
internal static class SimulationTrial
{
    private const int Intervention = 50, Reported = 30, Days = 110, Horizon = 14, ParametersAt = 24;
    private static readonly int[] Origins = [10, 17, 24, 31, 38];
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>Runs the trial.</summary>
    /// <returns>A paragraph and a table in Markdown.</returns>
    public static string Run(int runs, EpidemicOptions options, CancellationToken cancellationToken)
    {
        DateOnly intervention = First.AddDays(Intervention);
        var setting = new EpidemicSetting(First, First.AddDays(Days), [new Intervention(intervention)], intervention);
        EpidemicPrior prior = EpidemicPrior.Build(setting, null, options, null, cancellationToken);
        EpidemicPrior truths = EpidemicPrior.Build(
            setting, null, options with { Seed = options.Seed ^ 0x5EED, PriorTrajectories = Math.Max(1000, runs) }, null, cancellationToken);
        var random = new Xoshiro256StarStar(options.Seed, threadSafe: false);
        var inside = new int[prior.ParameterNames.Length];
        int better = 0;
        for (int run = 0; run < runs; run++)
        {
            // From tens to thousands of cases.
            double cases = Math.Exp(4 + 4 * random.NextDouble());
            SimulatedEpidemic epidemic = SimulatedEpidemic.Draw(
                truths, run, First.AddDays(Reported), intervention.AddDays(ParametersAt), cases, random);
            better += Try(epidemic, setting, prior, options, inside, cancellationToken) ? 1 : 0;
        }

        return Text(runs, better, prior.ParameterNames, inside);
    }

    private static bool Try(
        SimulatedEpidemic epidemic, EpidemicSetting setting, EpidemicPrior prior, EpidemicOptions options, int[] inside, CancellationToken cancellationToken)
    {
        double own = 0;
        double baseline = 0;
        foreach (int origin in Origins)
        {
            DateOnly date = setting.Interventions[0].Date.AddDays(origin);
            var problem = new EpidemicProblem([epidemic.Series.Until(date)], date, Horizon)
            {
                Interventions = setting.Interventions,
                ImportTurn = setting.ImportTurn,
                FirstDay = setting.FirstDay,
            };
            RegionForecast forecast = new EpidemicForecaster().Forecast(problem, options, prior, null, cancellationToken).Regions[0];
            foreach (int days in (int[])[7, 14])
            {
                double observed = epidemic.Series.Total(date.AddDays(1), days);
                own += WeightedIntervalScore.Of(forecast.Total(days), observed);
                baseline += WeightedIntervalScore.Of(WeeklyBaseline.Forecast(problem.Regions[0], days), observed);
            }

            for (int parameter = 0; parameter < inside.Length && origin == ParametersAt; parameter++)
            {
                ParameterEstimate estimate = forecast.Parameters[parameter];
                double truth = epidemic.Parameters[parameter];
                inside[parameter] += estimate.Lower <= truth && truth <= estimate.Upper ? 1 : 0;
            }
        }

        return own < baseline;
    }

    private static string Text(int runs, int better, ImmutableArray<string> names, int[] inside)
    {
        var text = new StringBuilder()
            .AppendLine(FormattableString.Invariant(
                $"{runs} simulated epidemics, truths drawn from the priors with another seed, one region each: over the origins {string.Join(", ", Origins)} days after the intervention the forecast has the lower mean WIS than the weekly baseline in {better} ({100.0 * better / runs:0.#} %). How many parameters lie within their 90 % interval {ParametersAt} days after it:"))
            .AppendLine()
            .AppendLine("| parameter | share |")
            .AppendLine("| --- | ---: |");
        for (int parameter = 0; parameter < names.Length; parameter++)
        {
            // Without a start of surveillance nothing depends on its ramp: that row only shows that the prior is handed on.
            text.AppendLine(FormattableString.Invariant($"| {names[parameter]} | {inside[parameter] / (double)runs:0.000} |"));
        }

        return text.ToString();
    }
}
