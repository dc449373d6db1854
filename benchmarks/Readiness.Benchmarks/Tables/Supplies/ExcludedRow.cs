using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>A fault for which a row is left out. A row may have several.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column; empty where the fault is the row's.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">Name of the rule that it breaks.</param>
internal sealed record ExcludedRow(string File, int Line, string Column, string Value, string Rule)
{
    /// <summary>Headings of <see cref="Cells"/>.</summary>
    public static ImmutableArray<string> Columns { get; } = ["file", "line", "column", "value", "rule"];

    /// <summary>The fault as a line of a table.</summary>
    public ImmutableArray<string> Cells => [File, TableCell.Figure(Line), Column, Value, Rule];
}
