using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables;

/// <summary>The cells of one instance.</summary>
internal static class TableRow
{
    /// <summary>Position of the instance's name.</summary>
    public const int InstanceColumn = 0;

    /// <summary>Position of the audit's verdict.</summary>
    public const int AuditColumn = 8;

    /// <summary>The verdict on an answer that the auditors object to.</summary>
    public const string Failed = "failed";

    // Relative gap up to which a proof counts as one of optimality.
    private const double Tolerance = 1e-6;

    private static readonly ImmutableArray<string> OwnColumns =
        ["instance", "best_known", "objective", "bound", "gap_pct", "proof_gap_pct", "seconds", "termination", "audit"];

    /// <summary>The column headings.</summary>
    /// <param name="peers">Names of the peers.</param>
    /// <param name="published">Headings that only the set has.</param>
    public static ImmutableArray<string> Columns(IEnumerable<string> peers, ImmutableArray<string> published) =>
        [.. OwnColumns, .. peers.SelectMany(static p => (string[])[$"{p}_objective", $"{p}_bound", $"{p}_seconds"]), .. published];

    /// <summary>The cells, in the order of the headings. What is not known is empty.</summary>
    /// <param name="entry">The instance.</param>
    /// <param name="own">What Readiness made of it.</param>
    /// <param name="peers">What the peers made of it.</param>
    /// <param name="passed">Whether the auditors passed the answer; null if there was none to look at.</param>
    public static ImmutableArray<string> Cells(InstanceEntry entry, OwnAnswer own, ImmutableArray<PeerAnswer> peers, bool? passed) =>
    [
        entry.Name,
        Text(entry.BestKnown),
        Text(own.Objective),
        Text(own.Bound),
        Text(own.Objective is { } value && entry.BestKnown is { } best && best != 0 ? (value - best) / best * 100 : null),
        Text(ProofGap(own) * 100),
        Seconds(own.Seconds),
        Ending(own),
        passed switch { true => "passed", false => Failed, null => "" },
        .. peers.SelectMany(static p => (string[])[Text(p.Objective), Text(p.Bound), Seconds(p.Seconds)]),
        .. entry.Published.Select(Text),
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

    // Six decimals, without the sign of a rounded zero.
    private static string Text(double? value) =>
        value is { } known && double.IsFinite(known) ? (Math.Round(known, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture) : "";

    private static string Seconds(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
}
