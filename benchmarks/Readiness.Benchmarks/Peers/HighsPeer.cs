using System.Diagnostics;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>The branch and cut of HiGHS, cold, with its own defaults.</summary>
internal sealed class HighsPeer : IPeer
{
    /// <inheritdoc/>
    public string Name => "highs";

    /// <inheritdoc/>
    public int MostThreads => int.MaxValue;

    /// <inheritdoc/>
    public bool NeedsIntegers => false;

    /// <inheritdoc/>
    public PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        using var solver = new HighsSolver(model);
        solver.Limits = new SolveLimits
        {
            Time = limits.Time - Stopwatch.GetElapsedTime(started),
            Threads = limits.Threads,
            Seed = limits.Seed,
            MipRelativeGap = PeerLimits.RelativeGap,
        };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        return PeerResult.Of(
            outcome.Status, outcome.HasSolution, outcome.Objective, outcome.Bound, Stopwatch.GetElapsedTime(started), outcome.ColumnValues);
    }
}
