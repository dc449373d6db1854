using System.Collections.Immutable;
using System.Text;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>In how many districts joint planning is better than planning in order, and how much of the way to the bound it covers.</summary>
internal static class JointSummary
{
    private static readonly TableLayout Verdicts = new(["scarcity", "districts", "better", "equal", "worse"], []);
    private static readonly TableLayout Shares = new(["level", "decides", "compared", "median_closed_pct"], ["level"]);

    /// <summary>The summary of some rows, in Markdown.</summary>
    public static string Of(IEnumerable<ImmutableArray<string>> cells)
    {
        ImmutableArray<JointRow> rows = [.. cells.Select(JointRow.Parse)];
        ImmutableArray<Verdict> verdicts = [.. rows
            .GroupBy(static row => (row.Seed, row.Scarcity), static row => row.Duel)
            .Select(static district => new Verdict(district.Key.Scarcity, district.FirstOrDefault(static level => !level.IsTie)))];
        var text = new StringBuilder(
            """
            ## Summary

            Districts in which the joint plan is lexicographically better than the plan in order, equal or worse:


            """);
        MarkdownTable.Append(text, Verdicts,
        [
            .. verdicts.GroupBy(static v => v.Scarcity).OrderBy(static g => g.Key).Select(static g => Count(TableCell.Figure(g.Key), g)),
            Count("all", verdicts),
        ]);
        text.AppendLine().AppendLine("Levels: how often one is the first to differ, and the median of `closed_pct` where it has a value:").AppendLine();
        MarkdownTable.Append(text, Shares, rows
            .GroupBy(static row => row.Duel.Level, static row => row.Duel.ClosedPct)
            .Select(level => Share(level.Key, verdicts.Count(v => v.Deciding?.Level == level.Key), level.OfType<double>())));
        return text.ToString();
    }

    private static ImmutableArray<string> Count(string name, IEnumerable<Verdict> districts)
    {
        int[] signs = [.. districts.Select(static d => d.Deciding is { } level ? Math.Sign(level.Joint - level.Sequential) : 0)];
        return
        [
            name,
            TableCell.Figure(signs.Length),
            TableCell.Figure(signs.Count(static sign => sign < 0)),
            TableCell.Figure(signs.Count(static sign => sign == 0)),
            TableCell.Figure(signs.Count(static sign => sign > 0)),
        ];
    }

    private static ImmutableArray<string> Share(string level, int decides, IEnumerable<double> shares)
    {
        double[] closed = [.. shares.Order()];
        double? median = closed.Length > 0 ? (closed[(closed.Length - 1) / 2] + closed[closed.Length / 2]) / 2 : null;
        return [level, TableCell.Figure(decides), TableCell.Figure(closed.Length), TableCell.Figure(median)];
    }

    /// <summary>The level on which a district's plans differ first; null if they are equal.</summary>
    private sealed record Verdict(double Scarcity, LevelDuel? Deciding);
}
