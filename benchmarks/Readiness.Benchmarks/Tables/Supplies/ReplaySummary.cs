using System.Collections.Immutable;
using System.Text;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>How our trade-off between fill rate and shipments compares with each rule in use.</summary>
internal static class ReplaySummary
{
    private static readonly TableLayout Layout = new(
        ["every_days", "rule", "fill_rate", "ours_at_its_shipments", "shipments_per_donor", "ours_at_its_fill_rate", "shorter_holding_days", "ours_holding_days", "dominated"],
        ["rule", "dominated"]);

    /// <summary>The comparison, in Markdown.</summary>
    public static string Of(IEnumerable<ImmutableArray<string>> cells)
    {
        ImmutableArray<ReplayRow> rows = [.. cells.Select(ReplayRow.Parse)];
        var text = new StringBuilder(
            """
            ## Against the rules in use

            `ours_at_its_shipments` is our highest fill rate with no more shipments per donor than the rule has, `ours_at_its_fill_rate` the fewest shipments per donor with no
            lower fill rate. A rule is dominated if the first is higher, the second are fewer, and no donation is held longer on average than by the quicker of the rules.


            """);
        string[] references = [.. ReplayRule.References.Select(static r => r.Name)];
        MarkdownTable.Append(text, Layout, rows
            .GroupBy(static row => row.Every)
            .SelectMany(every => every.Where(row => references.Contains(row.Rule)).Select(rule => Compare(rule, [.. every], references))));
        return text.ToString();
    }

    private static ImmutableArray<string> Compare(ReplayRow rule, ImmutableArray<ReplayRow> all, string[] references)
    {
        ReplayRow[] ours = [.. all.Where(static row => row.Rule == ReplayRule.OursName)];
        ReplayRow? fuller = ours
            .Where(row => row.Measures.ShipmentsPerDonor <= rule.Measures.ShipmentsPerDonor)
            .MaxBy(static row => row.Measures.FillRate);
        ReplayRow? fewer = ours.Where(row => row.Measures.FillRate >= rule.Measures.FillRate).MinBy(static row => row.Measures.ShipmentsPerDonor);
        double shortest = all.Where(row => references.Contains(row.Rule)).Min(static row => row.Measures.HoldingDays);
        double? longest = fuller is null || fewer is null ? null : Math.Max(fuller.Measures.HoldingDays, fewer.Measures.HoldingDays);
        bool dominated = fuller?.Measures.FillRate > rule.Measures.FillRate
            && fewer?.Measures.ShipmentsPerDonor < rule.Measures.ShipmentsPerDonor
            && longest <= shortest + 1e-9;
        return
        [
            TableCell.Figure(rule.Every),
            rule.Rule,
            TableCell.Figure(rule.Measures.FillRate),
            TableCell.Figure(fuller?.Measures.FillRate),
            TableCell.Figure(rule.Measures.ShipmentsPerDonor),
            TableCell.Figure(fewer?.Measures.ShipmentsPerDonor),
            TableCell.Figure(shortest),
            TableCell.Figure(longest),
            dominated ? "yes" : "no",
        ];
    }
}
