using System.Diagnostics;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>HiGHS on a linear programme, cold, with one of its methods: interior point with crossover, or dual simplex.</summary>
internal sealed class HighsLinearPeer(string name, LpMethod method) : IPeer
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Neither method of this version makes use of a second thread.</summary>
    public int MostThreads => 1;

    /// <inheritdoc/>
    public bool NeedsIntegers => false;

    /// <inheritdoc/>
    public PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        using var solver = new HighsSolver(model) { Method = method };
        solver.Limits = new SolveLimits { Time = limits.Time - Stopwatch.GetElapsedTime(started), Seed = limits.Seed };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        return PeerResult.Of(
            outcome.Status, outcome.HasSolution, outcome.Objective, outcome.Bound, Stopwatch.GetElapsedTime(started), outcome.ColumnValues);
    }
}
