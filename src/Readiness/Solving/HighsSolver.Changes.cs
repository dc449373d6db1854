namespace Readiness.Solving;

/// <content>Changes between solves.</content>
internal sealed unsafe partial class HighsSolver
{
    /// <summary>Changes the cost of one column.</summary>
    public void ChangeColumnCost(int column, double cost) => ChangeColumnCosts([column], [cost]);

    /// <summary>Changes the costs of distinct columns.</summary>
    public void ChangeColumnCosts(ReadOnlySpan<int> columns, ReadOnlySpan<double> costs)
    {
        RequireSameLength(columns.Length, costs.Length);
        fixed (int* columnsPointer = columns)
        fixed (double* costsPointer = costs)
        {
            Check(
                columns.IsEmpty ? 0 : HighsNative.ChangeColumnCosts(handle, columns.Length, columnsPointer, costsPointer),
                "change column costs");
        }
    }

    /// <summary>Changes the bounds of one column.</summary>
    public void ChangeColumnBounds(int column, double lower, double upper) => ChangeColumnBounds([column], [lower], [upper]);

    /// <summary>Changes the bounds of distinct columns.</summary>
    public void ChangeColumnBounds(ReadOnlySpan<int> columns, ReadOnlySpan<double> lowers, ReadOnlySpan<double> uppers)
    {
        RequireSameLength(columns.Length, lowers.Length);
        RequireSameLength(columns.Length, uppers.Length);
        fixed (int* columnsPointer = columns)
        fixed (double* lowersPointer = lowers, uppersPointer = uppers)
        {
            Check(
                columns.IsEmpty ? 0 : HighsNative.ChangeColumnBounds(handle, columns.Length, columnsPointer, lowersPointer, uppersPointer),
                "change column bounds");
        }
    }

    /// <summary>Changes the sides of one row.</summary>
    public void ChangeRowBounds(int row, double lower, double upper) => ChangeRowBounds([row], [lower], [upper]);

    /// <summary>Changes the sides of distinct rows.</summary>
    public void ChangeRowBounds(ReadOnlySpan<int> rows, ReadOnlySpan<double> lowers, ReadOnlySpan<double> uppers)
    {
        RequireSameLength(rows.Length, lowers.Length);
        RequireSameLength(rows.Length, uppers.Length);
        fixed (int* rowsPointer = rows)
        fixed (double* lowersPointer = lowers, uppersPointer = uppers)
        {
            Check(
                rows.IsEmpty ? 0 : HighsNative.ChangeRowBounds(handle, rows.Length, rowsPointer, lowersPointer, uppersPointer),
                "change row bounds");
        }
    }

    /// <summary>Adds one column with its entries in the existing rows and returns its index.</summary>
    public int AddColumn(
        double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> values, bool isInteger = false) =>
        AddColumns([cost], [lower], [upper], [0], rows, values, isInteger);

    /// <summary>
    /// Adds columns with their entries in the existing rows and returns the index of the first. The entries of column k are
    /// those from <paramref name="starts"/>[k] up to the start of the next column.
    /// </summary>
    public int AddColumns(
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> values,
        bool areInteger = false)
    {
        RequireSameLength(costs.Length, lowers.Length);
        RequireSameLength(costs.Length, uppers.Length);
        RequireSameLength(costs.Length, starts.Length);
        RequireSameLength(rows.Length, values.Length);
        RequireStarts(starts, rows.Length);
        int first = ColumnCount;
        if (costs.IsEmpty)
        {
            return first;
        }

        fixed (double* costsPointer = costs, lowersPointer = lowers, uppersPointer = uppers, valuesPointer = values)
        fixed (int* startsPointer = starts, rowsPointer = rows)
        {
            Check(
                HighsNative.AddColumns(
                    handle, costs.Length, costsPointer, lowersPointer, uppersPointer, rows.Length, startsPointer, rowsPointer, valuesPointer),
                "add columns");
        }

        ColumnCount += costs.Length;
        if (areInteger)
        {
            int[] types = new int[costs.Length];
            Array.Fill(types, 1);
            fixed (int* typesPointer = types)
            {
                Check(HighsNative.ChangeIntegrality(handle, first, ColumnCount - 1, typesPointer), "make columns integer");
            }

            hasIntegers = true;
        }

        return first;
    }

    /// <summary>Adds one row over the existing columns and returns its index.</summary>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> values) =>
        AddRows([lower], [upper], [0], columns, values);

    /// <summary>
    /// Adds rows over the existing columns and returns the index of the first. The entries of row k are those from
    /// <paramref name="starts"/>[k] up to the start of the next row.
    /// </summary>
    public int AddRows(
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<double> values)
    {
        RequireSameLength(lowers.Length, uppers.Length);
        RequireSameLength(lowers.Length, starts.Length);
        RequireSameLength(columns.Length, values.Length);
        RequireStarts(starts, columns.Length);
        int first = RowCount;
        if (lowers.IsEmpty)
        {
            return first;
        }

        fixed (double* lowersPointer = lowers, uppersPointer = uppers, valuesPointer = values)
        fixed (int* startsPointer = starts, columnsPointer = columns)
        {
            Check(
                HighsNative.AddRows(
                    handle, lowers.Length, lowersPointer, uppersPointer, columns.Length, startsPointer, columnsPointer, valuesPointer),
                "add rows");
        }

        RowCount += lowers.Length;
        return first;
    }

    /// <summary>
    /// Offers a value for every column as the start of the next integer solve. To be called after all other changes; it
    /// drops the basis of a linear programme.
    /// </summary>
    public void SetSolution(ReadOnlySpan<double> columnValues)
    {
        RequireSameLength(ColumnCount, columnValues.Length);
        fixed (double* values = columnValues)
        {
            Check(HighsNative.SetSolution(handle, values, null, null, null), "set a starting solution");
        }
    }

    private static void RequireSameLength(int expected, int actual)
    {
        if (expected != actual)
        {
            throw new ArgumentException($"Expected {expected} elements, but there are {actual}.");
        }
    }

    // The native side trusts the starts, so a wrong one would read outside the arrays.
    private static void RequireStarts(ReadOnlySpan<int> starts, int entries)
    {
        int previous = 0;
        foreach (int start in starts)
        {
            if (start < previous || start > entries)
            {
                throw new ArgumentException("Starts must ascend from 0 and stay within the entries.", nameof(starts));
            }

            previous = start;
        }
    }
}
