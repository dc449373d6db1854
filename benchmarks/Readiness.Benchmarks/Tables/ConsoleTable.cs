using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>Prints rows under their headings as they come.</summary>
internal sealed class ConsoleTable
{
    private const int NarrowestColumn = 10;

    private readonly TextWriter output;
    private readonly ImmutableArray<int> widths;

    /// <summary>Prints the headings.</summary>
    public ConsoleTable(TextWriter output, ImmutableArray<string> columns)
    {
        this.output = output;
        widths = [.. columns.Select(static c => Math.Max(NarrowestColumn, c.Length))];
        Write(columns);
    }

    /// <summary>Prints a row.</summary>
    public void Write(ImmutableArray<string> cells)
    {
        output.WriteLine(string.Join("  ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        output.Flush();
    }
}
