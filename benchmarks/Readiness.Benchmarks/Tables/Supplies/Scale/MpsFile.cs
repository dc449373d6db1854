using System.Globalization;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>Writes a linear programme in the free MPS format, which every solver reads.</summary>
internal static class MpsFile
{
    /// <summary>Writes a model whose columns are 0 or more.</summary>
    public static void Write(TextWriter writer, LinearModelBuilder model, IReadOnlyList<string> names)
    {
        writer.WriteLine("NAME supplies");
        writer.WriteLine("ROWS");
        writer.WriteLine(" N cost");
        for (int row = 0; row < model.RowCount; row++)
        {
            writer.WriteLine($" {Kind(model, row)} r{row}");
        }

        writer.WriteLine("COLUMNS");
        WriteColumns(writer, model, names);
        writer.WriteLine("RHS");
        for (int row = 0; row < model.RowCount; row++)
        {
            double side = Kind(model, row) == 'G' ? model.RowLowers[row] : model.RowUppers[row];
            if (side != 0)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" rhs r{row} {side:R}"));
            }
        }

        writer.WriteLine("BOUNDS");
        for (int column = 0; column < model.ColumnCount; column++)
        {
            if (!double.IsPositiveInfinity(model.ColumnUppers[column]))
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" UP bound {names[column]} {model.ColumnUppers[column]:R}"));
            }
        }

        writer.WriteLine("ENDATA");
    }

    private static char Kind(LinearModelBuilder model, int row) =>
        double.IsNegativeInfinity(model.RowLowers[row]) ? 'L' : double.IsPositiveInfinity(model.RowUppers[row]) ? 'G' : 'E';

    private static void WriteColumns(TextWriter writer, LinearModelBuilder model, IReadOnlyList<string> names)
    {
        int[] start = new int[model.ColumnCount + 1];
        foreach (int column in model.EntryColumns)
        {
            start[column + 1]++;
        }

        for (int column = 0; column < model.ColumnCount; column++)
        {
            start[column + 1] += start[column];
        }

        int[] next = start[..^1];
        int[] rows = new int[model.EntryCount];
        double[] values = new double[model.EntryCount];
        for (int row = 0; row < model.RowCount; row++)
        {
            int end = row + 1 < model.RowCount ? model.RowStarts[row + 1] : model.EntryCount;
            for (int entry = model.RowStarts[row]; entry < end; entry++)
            {
                int at = next[model.EntryColumns[entry]]++;
                rows[at] = row;
                values[at] = model.EntryValues[entry];
            }
        }

        for (int column = 0; column < model.ColumnCount; column++)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {names[column]} cost {model.ColumnCosts[column]:R}"));
            for (int at = start[column]; at < start[column + 1]; at++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {names[column]} r{rows[at]} {values[at]:R}"));
            }
        }
    }
}
