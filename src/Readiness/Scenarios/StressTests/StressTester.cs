using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Says how a plan fares in futures that it was not made for: carried out as it is, or against plans made anew for each.</summary>
/// <remarks>
/// Every figure of a future is that of the audit of what is done in it. Equal plans, settings and numbers give equal figures, whatever the number of threads or batches, unless futures are
/// planned anew under a time limit. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class StressTester
{
    /// <summary>Most futures of a stress test.</summary>
    public const int MostFutures = 100_000;

    /// <summary>Tests a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="futures">Number of futures; 1 to <see cref="MostFutures"/>.</param>
    /// <param name="settings">What is uncertain; <see cref="StressTestSettings.Standard"/> if null.</param>
    /// <param name="options">How it is computed; defaults if null.</param>
    /// <param name="progress">Receives reports, from any thread; may be null.</param>
    /// <param name="cancellationToken">Stops the test; the futures that are done by then are reported.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public StressTestReport Test(
        ReadinessPlan plan,
        int futures,
        StressTestSettings? settings = null,
        StressTestOptions? options = null,
        IProgress<StressTestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        StressTestReport.Of(plan, futures, [TestBatch(plan, 0, futures, settings, options, progress, cancellationToken)]);

    /// <summary>Computes some of the futures of a stress test; <see cref="StressTestReport.Of"/> puts batches together.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="from">Number of the first future; 0 or more.</param>
    /// <param name="count">How many; 1 or more, up to future number <see cref="MostFutures"/>.</param>
    /// <param name="settings">What is uncertain; <see cref="StressTestSettings.Standard"/> if null.</param>
    /// <param name="options">How it is computed; defaults if null.</param>
    /// <param name="progress">Receives reports, from any thread; may be null.</param>
    /// <param name="cancellationToken">Stops the test; the futures that are done by then are returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public StressTestBatch TestBatch(
        ReadinessPlan plan,
        int from,
        int count,
        StressTestSettings? settings = null,
        StressTestOptions? options = null,
        IProgress<StressTestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostFutures - from);
        settings ??= StressTestSettings.Standard;
        options ??= new StressTestOptions();
        options.Validate();
        long started = Stopwatch.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options.TimeLimit is { } limit)
        {
            stop.CancelAfter(limit);
        }

        var sampler = new FutureSampler(plan, settings);
        var tally = new BatchTally(plan);
        Func<Future, FutureFigures?> test = options.Replan is { } planner
            ? future => Replanned(future, planner, stop.Token)
            : Fixed(new FixedPlan(plan));
        int threads = Math.Max(1, options.Threads / (options.Replan?.Threads ?? 1));
        int next = from - 1;
        OnThreads(threads, () =>
        {
            for (int number = Interlocked.Increment(ref next); number < from + count && !stop.IsCancellationRequested; number = Interlocked.Increment(ref next))
            {
                if (test(sampler.Sample(number)) is { } figures)
                {
                    int done = tally.Add(number, figures);
                    progress?.Report(new StressTestProgress(done, count, Stopwatch.GetElapsedTime(started)));
                }
            }
        });
        return tally.ToBatch(settings, options.Replan is not null);
    }

    // Threads of their own, which have the priority of the caller's, and not those of a pool that others wait for.
    private static void OnThreads(int count, Action work)
    {
        Task[] helpers =
        [
            .. Enumerable.Range(1, count - 1).Select(_ => Task.Factory.StartNew(
                work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)),
        ];
        try
        {
            work();
        }
        finally
        {
            Task.WaitAll(helpers);
        }
    }

    private static Func<Future, FutureFigures?> Fixed(FixedPlan plan) =>
        future => new FutureFigures(PlanAuditor.Find(future.District, future.Forecast, plan.CarryOut(future)));

    // A plan that was cut off would look worse than the future is.
    private static FutureFigures? Replanned(Future future, PlannerOptions options, CancellationToken stop)
    {
        ReadinessPlan plan = new ReadinessPlanner().PlanFor(future.District, future.Forecast, options, null, stop);
        return stop.IsCancellationRequested ? null : new FutureFigures(PlanAuditor.Find(future.District, plan.Forecast, plan.Decisions));
    }
}
