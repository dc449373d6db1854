using System.Collections.Immutable;
using MathNet.Numerics.Random;

namespace Readiness.Demand.Epidemics;

/// <summary>
/// Epidemics simulated from the priors, before any counts are seen: the once-only part of a forecast. Immutable; it may be kept and shared by forecasts
/// of other regions and origins with the same interventions, and by threads.
/// </summary>
public sealed class EpidemicPrior
{
    // Each block has a generator of its own, so that the threads that simulate blocks do not matter.
    private const int Block = 250;

    private EpidemicPrior(EpidemicSetting setting, EpidemicPriors priors, int count, double[] dispersions)
    {
        Setting = setting;
        Priors = priors;
        Count = count;
        Dispersions = dispersions;
        Days = setting.LastDay.DayNumber - setting.FirstDay.DayNumber + 1;
        ParameterNames = ParameterLayout.Names(setting.Interventions.Length);
        Parameters = new double[(long)count * ParameterNames.Length];
        DispersionIndex = new byte[count];
        Reports = new float[(long)count * Days];
        LogReports = new float[(long)count * Days];
    }

    /// <summary>Days and events that the epidemics were simulated for.</summary>
    public EpidemicSetting Setting { get; }

    /// <summary>What they were drawn from.</summary>
    public EpidemicPriors Priors { get; }

    /// <summary>Number of simulated epidemics.</summary>
    public int Count { get; }

    /// <summary>Names of the parameters of an epidemic.</summary>
    public ImmutableArray<string> ParameterNames { get; }

    internal int Days { get; }

    internal double[] Dispersions { get; }

    /// <summary>Parameters, epidemic by epidemic.</summary>
    internal double[] Parameters { get; }

    internal byte[] DispersionIndex { get; }

    /// <summary>Expected reports per unit of imports, epidemic by epidemic, and their natural logarithms.</summary>
    internal float[] Reports { get; }

    internal float[] LogReports { get; }

    /// <summary>Simulates epidemics; 60,000 over 90 days take about two seconds on two cores.</summary>
    /// <param name="setting">Days and events.</param>
    /// <param name="priors">What to draw from; the defaults if null.</param>
    /// <param name="options">Number of epidemics, seed, threads; the defaults if null.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <exception cref="ArgumentNullException">The setting is null.</exception>
    /// <exception cref="EpidemicProblemException">The setting, the priors or the options are wrong; all faults are named.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EpidemicPrior Build(
        EpidemicSetting setting,
        EpidemicPriors? priors = null,
        EpidemicOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        priors ??= new EpidemicPriors();
        options ??= new EpidemicOptions();
        EpidemicValidation.ThrowIfAny([.. EpidemicValidation.Of(setting), .. EpidemicValidation.Of(priors), .. EpidemicValidation.Of(options)]);
        var sampler = new PriorSampler(setting, priors);
        var prior = new EpidemicPrior(setting, priors, options.PriorTrajectories, sampler.Dispersions);
        prior.Simulate(sampler, options, progress, cancellationToken);
        return prior;
    }

    private void Simulate(PriorSampler sampler, EpidemicOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var generation = new DiscreteKernels(Priors.GenerationTimeVariation, 1);
        var delay = new DiscreteKernels(Priors.ReportDelayVariation, 0);
        int? turn = Setting.ImportTurn is { } date ? date.DayNumber - Setting.FirstDay.DayNumber : null;
        int? start = Setting.SurveillanceStart is { } begin ? begin.DayNumber - Setting.FirstDay.DayNumber : null;
        double shorteningFrom = Setting.Interventions.IsEmpty
            ? double.PositiveInfinity
            : Setting.Interventions[0].Date.DayNumber - Setting.FirstDay.DayNumber;
        int blocks = (Count + Block - 1) / Block;
        int done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken },
            () => new EpidemicCourse(Days, turn, start, generation, delay),
            (block, _, course) =>
            {
                var random = new Xoshiro256StarStar(PartSeed.Mix(options.Seed, block), threadSafe: false);
                for (int epidemic = block * Block; epidemic < Math.Min(Count, (block + 1) * Block); epidemic++)
                {
                    Span<double> row = Parameters.AsSpan(epidemic * ParameterNames.Length, ParameterNames.Length);
                    DispersionIndex[epidemic] = (byte)sampler.Draw(random, row);
                    Store(course.Simulate(row, shorteningFrom), epidemic * Days);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
                return course;
            },
            static _ => { });
    }

    private void Store(ReadOnlySpan<double> reports, int at)
    {
        // Reports of 1e-30 units and of none are the same, but only one has a logarithm.
        const double Least = 1e-30;
        const double Most = 1e30;
        for (int day = 0; day < reports.Length; day++)
        {
            double value = Math.Clamp(reports[day], Least, Most);
            Reports[at + day] = (float)value;
            LogReports[at + day] = (float)Math.Log(value);
        }
    }
}
