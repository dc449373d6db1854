using System.Collections.Immutable;
using System.Text;

namespace Readiness.Benchmarks.Tables;

/// <summary>Writes rows as a table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Appends the headings and the rows.</summary>
    public static void Append(StringBuilder text, TableLayout layout, IEnumerable<ImmutableArray<string>> rows)
    {
        AppendLine(text, layout.Columns);
        AppendLine(text, layout.Columns.Select(column => layout.Words.Contains(column) ? "---" : "---:"));
        foreach (ImmutableArray<string> row in rows)
        {
            AppendLine(text, row);
        }
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(static c => c.Replace("|", "\\|", StringComparison.Ordinal))).AppendLine(" |");
}
