using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Supplies;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The cells of one instance.</summary>
internal static class ScaleRow
{
    private const string Audit = "audit";

    private static readonly ImmutableArray<string> OwnColumns =
    [
        "instance", "lorry_pct", "demands", "lanes", "objective", "bound", "gap_pct", "seconds", "resolve_ms", "resolve_times", "resolve_gap_pct", "used_lorries", "full_pct", "peak_gib",
        "termination", Audit,
    ];

    /// <summary>Position of the verdict.</summary>
    public static int AuditColumn { get; } = OwnColumns.IndexOf(Audit);

    /// <summary>The layout of the table.</summary>
    public static TableLayout Layout(IEnumerable<IPeer> peers) => new(
        [.. OwnColumns, .. peers.SelectMany(static p => (string[])[$"{p.Name}_objective", $"{p.Name}_seconds"])], ["instance", "termination", Audit]);

    /// <summary>The cells, in the order of the columns. What is not known is empty.</summary>
    public static ImmutableArray<string> Cells(
        string name, int lorryPercent, AllocationProblem problem, ScaleAnswer answer, ImmutableArray<PeerAnswer> peers, bool passed)
    {
        (int used, int full) = ScaleEvaluator.Lorries(problem, answer.Flows);
        string ending = answer.Termination.ToString();
        return
        [
            name,
            TableCell.Figure(lorryPercent),
            TableCell.Figure(problem.Demands.Length),
            TableCell.Figure(problem.Lanes.Length),
            TableCell.Figure(answer.Objective),
            TableCell.Figure(answer.Bound),
            TableCell.Figure(answer.Gap * 100),
            TableCell.Seconds(answer.Seconds),
            TableCell.Figure(answer.Resolve is { } resolve ? Math.Round(resolve * 1000, 1) : null),
            TableCell.Figure(answer.Resolve is { } again ? Math.Round(answer.Seconds / again, 1) : null),
            TableCell.Figure(answer.ResolveGap * 100),
            TableCell.Figure(used),
            TableCell.Figure(Math.Round(100.0 * full / Math.Max(1, used), 1)),
            TableCell.Figure(PeakMemory.Gibibytes()),
            char.ToLowerInvariant(ending[0]) + ending[1..],
            TableCell.Verdict(passed),
            .. peers.SelectMany(static p => (string[])[TableCell.Figure(p.Objective), TableCell.Seconds(p.Seconds)]),
        ];
    }
}
