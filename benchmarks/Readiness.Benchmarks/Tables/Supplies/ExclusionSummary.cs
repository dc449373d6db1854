using System.Collections.Immutable;
using System.Text;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>What validation left out, and why.</summary>
internal static class ExclusionSummary
{
    private static readonly TableLayout Layout = new(["file", "rule", "rows"], ["file", "rule"]);

    /// <summary>The counts, in Markdown.</summary>
    public static string Of(GiftFile donations, GiftFile requests)
    {
        var text = new StringBuilder(FormattableString.Invariant(
            $"{donations.Rows.Length} donations of {Parties(donations)} donors and {requests.Rows.Length} requests of {Parties(requests)} recipients. "));
        ExcludedRow[] excluded = [.. donations.Excluded, .. requests.Excluded];
        if (excluded.Length == 0)
        {
            return text.AppendLine("Nothing is left out.").ToString();
        }

        text.AppendLine("Left out, each row with line, column and value in `supplies/excluded.csv`:").AppendLine();
        MarkdownTable.Append(text, Layout, excluded
            .GroupBy(static row => (row.File, row.Rule))
            .OrderBy(static g => g.Key)
            .Select(static g => (ImmutableArray<string>)
                [g.Key.File, g.Key.Rule, TableCell.Figure(g.Select(static row => row.Line).Distinct().Count())]));
        return text.ToString();
    }

    private static int Parties(GiftFile file) => file.Rows.Select(static row => row.Party).Distinct().Count();
}
