using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>What a peer says about a model.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Objective">Objective of its best point; none if it has no point.</param>
/// <param name="Bound">Its lower bound; none if it has no finite one.</param>
/// <param name="Seconds">Wall-clock time, the reading of the model included.</param>
/// <param name="Values">Value of every column; empty without a point.</param>
internal sealed record PeerResult(SolveStatus Status, double? Objective, double? Bound, double Seconds, double[] Values)
{
    // Solvers write "nothing known" as infinity or as a number that stands for it (1e20 in SCIP, 1e50 and up in CBC).
    private const double Infinity = 1e20;

    /// <summary>A result in which numbers that stand for "none" have become none.</summary>
    public static PeerResult Of(SolveStatus status, bool hasPoint, double objective, double bound, TimeSpan elapsed, double[] values) => new(
        status,
        hasPoint && double.IsFinite(objective) ? objective : null,
        Math.Abs(bound) < Infinity ? bound : null,
        elapsed.TotalSeconds,
        hasPoint ? values : []);
}
