using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>Collects matrix entries in any order and hands them to a model row by row.</summary>
internal sealed class RowAssembler
{
    private readonly List<double> lowers = [];
    private readonly List<double> uppers = [];
    private readonly List<(int Row, int Column, double Value)> entries = [];

    /// <summary>Opens a row and returns its index.</summary>
    public int Open(double lower, double upper)
    {
        lowers.Add(lower);
        uppers.Add(upper);
        return lowers.Count - 1;
    }

    /// <summary>Adds to both sides of a row.</summary>
    public void Shift(int row, double amount)
    {
        lowers[row] += amount;
        uppers[row] += amount;
    }

    /// <summary>Adds an entry; a column may appear once in a row.</summary>
    public void Add(int row, int column, double value) => entries.Add((row, column, value));

    /// <summary>Moves all rows into the model; rows keep their indices if the model had none.</summary>
    public void MoveTo(LinearModelBuilder model)
    {
        int[] starts = new int[lowers.Count + 1];
        foreach ((int row, _, _) in entries)
        {
            starts[row + 1]++;
        }

        for (int row = 0; row < lowers.Count; row++)
        {
            starts[row + 1] += starts[row];
        }

        int[] next = starts[..^1];
        int[] columns = new int[entries.Count];
        double[] values = new double[entries.Count];
        foreach ((int row, int column, double value) in entries)
        {
            columns[next[row]] = column;
            values[next[row]++] = value;
        }

        for (int row = 0; row < lowers.Count; row++)
        {
            int length = starts[row + 1] - starts[row];
            model.AddRow(lowers[row], uppers[row], columns.AsSpan(starts[row], length), values.AsSpan(starts[row], length));
        }
    }
}
