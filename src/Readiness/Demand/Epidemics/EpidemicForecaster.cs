using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using MathNet.Numerics.Random;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Epidemics;

/// <summary>Forecasts reported cases of regions from their counts, dated interventions and priors.</summary>
/// <remarks>
/// Simulated epidemics (<see cref="EpidemicPrior"/>) are weighted by how well they explain the counts (<see cref="RegionEvidence"/>), recent
/// counts more than old ones; regions lend each other part of their evidence. Courses drawn by weight are then averaged with a random walk of recent counts.
/// See docs/forecast.md for the formulas.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and forecasters are used as instances.")]
public sealed class EpidemicForecaster
{
    // Small enough to share the work of one region, large enough to be worth a call.
    private const int Chunk = 2000;

    /// <summary>Forecasts.</summary>
    /// <param name="problem">Regions, origin, days and interventions.</param>
    /// <param name="options">Seed, threads, sizes and weights; the defaults if null.</param>
    /// <param name="prior">Epidemics simulated beforehand; simulated here from default priors if null.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1, once the prior epidemics are there.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>One forecast per region.</returns>
    /// <exception cref="ArgumentNullException">The problem is null.</exception>
    /// <exception cref="EpidemicProblemException">The problem, the options or the prior are wrong; all faults are named.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EpidemicForecast Forecast(
        EpidemicProblem problem,
        EpidemicOptions? options = null,
        EpidemicPrior? prior = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new EpidemicOptions();
        EpidemicValidation.ThrowIfAny([.. EpidemicValidation.Of(problem), .. EpidemicValidation.Of(options)]);
        prior ??= EpidemicPrior.Build(problem.Setting, null, options, null, cancellationToken);
        EpidemicValidation.ThrowIfAny([.. EpidemicValidation.Of(problem, prior)]);

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        RegionEvidence[] evidence = Weigh(problem, options, prior, parallel);
        double[] pooled = Pool(evidence, prior.Count);
        var regions = new RegionForecast[evidence.Length];
        int done = 0;
        Parallel.For(0, regions.Length, parallel, region =>
        {
            regions[region] = Forecast(problem, region, evidence[region], pooled, options, prior);
            progress?.Report((double)Interlocked.Increment(ref done) / regions.Length);
        });
        return new EpidemicForecast(problem.Origin, problem.Days, ImmutableCollectionsMarshal.AsImmutableArray(regions));
    }

    private static RegionEvidence[] Weigh(EpidemicProblem problem, EpidemicOptions options, EpidemicPrior prior, ParallelOptions parallel)
    {
        RegionEvidence[] evidence = [.. problem.Regions.Select(region => new RegionEvidence(prior, region, options.HalfLifeDays))];
        int chunks = (prior.Count + Chunk - 1) / Chunk;
        Parallel.For(0, evidence.Length * chunks, parallel, task =>
        {
            int from = task % chunks * Chunk;
            evidence[task / chunks].Weigh(from, Math.Min(prior.Count, from + Chunk));
        });
        return evidence;
    }

    private static double[] Pool(RegionEvidence[] evidence, int count)
    {
        var pooled = new double[count];
        foreach (RegionEvidence region in evidence)
        {
            for (int epidemic = 0; epidemic < count; epidemic++)
            {
                pooled[epidemic] += region.LogLikelihoods[epidemic];
            }
        }

        return pooled;
    }

    private static RegionForecast Forecast(
        EpidemicProblem problem, int region, RegionEvidence evidence, double[] pooled, EpidemicOptions options, EpidemicPrior prior)
    {
        var weights = new double[prior.Count];
        for (int epidemic = 0; epidemic < weights.Length; epidemic++)
        {
            double own = evidence.LogLikelihoods[epidemic];
            weights[epidemic] = own + options.Pooling * (pooled[epidemic] - own);
        }

        double effective = EpidemicWeights.Normalise(weights, options.LeastEffective);
        int seed = PartSeed.Mix(options.Seed, -1 - region);
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        int[] drawn = EpidemicWeights.Draw(weights, options.Trajectories, random);
        int firstDay = problem.Origin.DayNumber + 1 - prior.Setting.FirstDay.DayNumber;
        var ensemble = new RegionEnsemble(prior, evidence, drawn, firstDay, problem.Days, options, random);
        ensemble.MixWithBaseline(problem.Regions[region], seed);
        ImmutableArray<CaseTrajectory> trajectories = ensemble.Trajectories();
        return new RegionForecast(
            problem.Regions[region].Id,
            trajectories,
            Quantiles(trajectories, problem.Days, options.Levels, cumulative: false),
            Quantiles(trajectories, problem.Days, options.Levels, cumulative: true),
            Estimates(prior, drawn),
            effective);
    }

    private static ImmutableArray<QuantileForecast> Quantiles(
        ImmutableArray<CaseTrajectory> trajectories, int days, ImmutableArray<double> levels, bool cumulative)
    {
        var forecasts = ImmutableArray.CreateBuilder<QuantileForecast>(days);
        var running = new double[trajectories.Length];
        var sorted = new double[trajectories.Length];
        for (int day = 0; day < days; day++)
        {
            for (int index = 0; index < running.Length; index++)
            {
                running[index] = trajectories[index].Cases[day] + (cumulative ? running[index] : 0);
            }

            running.CopyTo(sorted, 0);
            Array.Sort(sorted);
            forecasts.Add(new QuantileForecast(levels, [.. levels.Select(level => SortedSample.Quantile(sorted, level))]));
        }

        return forecasts.MoveToImmutable();
    }

    private static ImmutableArray<ParameterEstimate> Estimates(EpidemicPrior prior, int[] drawn)
    {
        int width = prior.ParameterNames.Length;
        var estimates = ImmutableArray.CreateBuilder<ParameterEstimate>(width);
        var values = new double[drawn.Length];
        for (int parameter = 0; parameter < width; parameter++)
        {
            for (int index = 0; index < drawn.Length; index++)
            {
                values[index] = prior.Parameters[drawn[index] * width + parameter];
            }

            Array.Sort(values);
            estimates.Add(new ParameterEstimate(
                prior.ParameterNames[parameter],
                SortedSample.Quantile(values, 0.05),
                SortedSample.Quantile(values, 0.5),
                SortedSample.Quantile(values, 0.95)));
        }

        return estimates.MoveToImmutable();
    }
}
