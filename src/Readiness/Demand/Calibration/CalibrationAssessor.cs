using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.Random;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Scores;
using Readiness.Demand.Series;

namespace Readiness.Demand.Calibration;

/// <summary>Tries the forecaster on past series, origin by origin, against the weekly and the daily baseline.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and assessors are used as instances.")]
public sealed class CalibrationAssessor
{
    /// <summary>Assesses.</summary>
    /// <param name="problem">Series, origins and horizons.</param>
    /// <param name="options">Options of every forecast, whose levels must have those of the 50 % and 90 % intervals; the defaults if null.</param>
    /// <param name="prior">Epidemics simulated for <see cref="CalibrationProblem.Setting"/>; simulated here from default priors if null.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the assessment.</param>
    /// <exception cref="ArgumentNullException">The problem is null.</exception>
    /// <exception cref="EpidemicProblemException">The problem, the options or the prior are wrong; all faults are named.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CalibrationReport Assess(
        CalibrationProblem problem,
        EpidemicOptions? options = null,
        EpidemicPrior? prior = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new EpidemicOptions();
        EpidemicValidation.ThrowIfAny([.. problem.Faults(), .. EpidemicValidation.Of(options)]);
        prior ??= EpidemicPrior.Build(problem.Setting, null, options, null, cancellationToken);
        var random = new Xoshiro256StarStar(options.Seed, threadSafe: false);
        var fans = ImmutableArray.CreateBuilder<FanChart>();
        Tally[] tallies = [.. Enumerable.Range(0, problem.Regions.Length * problem.Horizons.Length).Select(static _ => new Tally())];
        var origins = ImmutableArray.CreateBuilder<OriginScore>();
        double span = problem.LastOrigin.DayNumber - problem.FirstOrigin.DayNumber + 1;
        for (DateOnly origin = problem.FirstOrigin; origin <= problem.LastOrigin; origin = origin.AddDays(problem.StepDays))
        {
            EpidemicProblem posed = problem.At(origin);
            EpidemicForecast forecast = new EpidemicForecaster().Forecast(posed, options, prior, null, cancellationToken);
            for (int region = 0; region < problem.Regions.Length; region++)
            {
                for (int horizon = 0; horizon < problem.Horizons.Length; horizon++)
                {
                    int days = problem.Horizons[horizon];
                    double observed = problem.Regions[region].Total(origin.AddDays(1), days);
                    tallies[region * problem.Horizons.Length + horizon].Add(
                        forecast.Regions[region], posed.Regions[region], days, observed, options, random.NextDouble());
                }

                fans.Add(Fan(problem.Regions[region], forecast.Regions[region], origin));
            }

            origins.AddRange(problem.Horizons.Select(days => Score(problem.Regions, posed, forecast, days, options)));

            progress?.Report((origin.DayNumber - problem.FirstOrigin.DayNumber + 1) / span);
        }

        return new CalibrationReport(
            [.. tallies.Select((tally, index) => tally.Score(
                problem.Regions[index / problem.Horizons.Length].Id, problem.Horizons[index % problem.Horizons.Length]))],
            origins.ToImmutable(),
            fans.ToImmutable());
    }

    private static FanChart Fan(DailySeries region, RegionForecast forecast, DateOnly origin)
    {
        int first = origin.DayNumber + 1 - region.Start.DayNumber;
        return new FanChart(region.Id, origin, forecast.Daily, region.Counts.Slice(first, forecast.Daily.Length));
    }

    private static OriginScore Score(
        ImmutableArray<DailySeries> regions, EpidemicProblem posed, EpidemicForecast forecast, int days, EpidemicOptions options)
    {
        double own = 0;
        double weekly = 0;
        double bias = 0;
        for (int region = 0; region < regions.Length; region++)
        {
            double observed = regions[region].Total(posed.Origin.AddDays(1), days);
            QuantileForecast total = forecast.Regions[region].Total(days);
            own += WeightedIntervalScore.OfLogarithms(total, observed);
            weekly += WeightedIntervalScore.OfLogarithms(WeeklyBaseline.Forecast(posed.Regions[region], days, options.Levels, options.Seed), observed);
            bias += Math.Log((1 + total.Median) / (1 + observed));
        }

        return new OriginScore(posed.Origin, days, own / regions.Length, weekly / regions.Length, bias / regions.Length);
    }

    private sealed class Tally
    {
        private readonly List<double> pit = [];
        private double wis, weekly, daily, logarithmic;
        private int within50, within90;

        public void Add(RegionForecast forecast, DailySeries known, int days, double observed, EpidemicOptions options, double uniform)
        {
            QuantileForecast total = forecast.Total(days);
            wis += WeightedIntervalScore.Of(total, observed);
            logarithmic += WeightedIntervalScore.OfLogarithms(total, observed);
            weekly += WeightedIntervalScore.Of(WeeklyBaseline.Forecast(known, days, options.Levels, options.Seed), observed);
            daily += WeightedIntervalScore.Of(DailyBaseline.Forecast(known, days, options.Levels, options.Seed), observed);
            within50 += total.Covers(0.5, observed) ? 1 : 0;
            within90 += total.Covers(0.9, observed) ? 1 : 0;
            double[] sample = [.. forecast.Trajectories.Select(trajectory => (double)trajectory.Cases.AsSpan(0, days).ToArray().Sum())];
            pit.Add(RandomisedPit.Of(sample, observed, uniform));
        }

        public CalibrationScore Score(string region, int days)
        {
            double origins = pit.Count;
            return new CalibrationScore(
                region, days, pit.Count, wis / origins, weekly / origins, daily / origins, logarithmic / origins, within50 / origins, within90 / origins, [.. pit]);
        }
    }
}
