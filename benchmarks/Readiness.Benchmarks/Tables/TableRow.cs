using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>The cells of one instance.</summary>
internal static class TableRow
{
    /// <summary>Position of the audit's verdict.</summary>
    public const int AuditColumn = 8;

    // Relative gap up to which a proof counts as one of optimality.
    private const double Tolerance = 1e-6;

    private static readonly ImmutableArray<string> OwnColumns =
        ["instance", "best_known", "objective", "bound", "gap_pct", "proof_gap_pct", "seconds", "termination", "audit"];

    /// <summary>The layout of the table.</summary>
    /// <param name="peers">Names of the peers.</param>
    /// <param name="published">Headings that only the set has.</param>
    public static TableLayout Layout(IEnumerable<string> peers, ImmutableArray<string> published) => new(
        [.. OwnColumns, .. peers.SelectMany(static p => (string[])[$"{p}_objective", $"{p}_bound", $"{p}_seconds"]), .. published],
        ["instance", "termination", "audit"]);

    /// <summary>The cells, in the order of the headings. What is not known is empty.</summary>
    /// <param name="entry">The instance.</param>
    /// <param name="own">What Readiness made of it.</param>
    /// <param name="peers">What the peers made of it.</param>
    /// <param name="passed">Whether the auditors passed the answer; null if there was none to look at.</param>
    public static ImmutableArray<string> Cells(InstanceEntry entry, OwnAnswer own, ImmutableArray<PeerAnswer> peers, bool? passed) =>
    [
        entry.Name,
        TableCell.Figure(entry.BestKnown),
        TableCell.Figure(own.Objective),
        TableCell.Figure(own.Bound),
        TableCell.Figure(own.Objective is { } value && entry.BestKnown is { } best && best != 0 ? (value - best) / best * 100 : null),
        TableCell.Figure(ProofGap(own) * 100),
        TableCell.Seconds(own.Seconds),
        Ending(own),
        TableCell.Verdict(passed),
        .. peers.SelectMany(static p => (string[])[TableCell.Figure(p.Objective), TableCell.Figure(p.Bound), TableCell.Seconds(p.Seconds)]),
        .. entry.Published.Select(TableCell.Figure),
    ];

    /// <summary>Whether one value is above another by more than rounding explains.</summary>
    public static bool IsAbove(double? one, double? other) => one > other + (Tolerance * Math.Max(1, Math.Abs(other ?? 0)));

    private static double? ProofGap(OwnAnswer own) => (own.Objective - own.Bound) / Math.Max(1, Math.Abs(own.Objective ?? 0));

    // Optimal is what the figures bear out, whatever the planner calls it.
    private static string Ending(OwnAnswer own)
    {
        Termination ending = ProofGap(own) <= Tolerance ? Termination.Optimal
            : own.Termination == Termination.Optimal ? Termination.Finished : own.Termination;
        string name = ending.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
