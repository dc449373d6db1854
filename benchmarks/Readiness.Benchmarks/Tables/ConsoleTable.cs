using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>Prints rows under their headings as they come.</summary>
internal sealed class ConsoleTable
{
    private const int FigureWidth = 10;
    private const int WordWidth = 14;

    private readonly TextWriter output;
    private readonly ImmutableArray<(int Width, bool IsWord)> columns;

    /// <summary>Prints the headings.</summary>
    public ConsoleTable(TextWriter output, TableLayout layout)
    {
        this.output = output;
        columns = [.. layout.Columns.Select(column => (
            Math.Max(layout.Words.Contains(column) ? WordWidth : FigureWidth, column.Length), layout.Words.Contains(column)))];
        Write(layout.Columns);
    }

    /// <summary>Prints a row.</summary>
    public void Write(ImmutableArray<string> cells)
    {
        output.WriteLine(string.Join("  ", cells.Zip(columns, static (cell, column) =>
            column.IsWord ? cell.PadRight(column.Width) : cell.PadLeft(column.Width))));
        output.Flush();
    }
}
