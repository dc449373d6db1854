namespace Readiness.Solving;

/// <summary>
/// Accumulates a linear or integer minimisation model in flat arrays. Building costs more than solving when every entry is
/// an object, so entries are copied straight into the row-wise arrays that the solver reads.
/// </summary>
internal sealed class LinearModelBuilder
{
    private double[] columnCosts;
    private double[] columnLowers;
    private double[] columnUppers;
    private int[] columnTypes;
    private double[] rowLowers;
    private double[] rowUppers;
    private int[] rowStarts;
    private int[] entryColumns;
    private double[] entryValues;

    /// <summary>Creates an empty model; the capacities are hints.</summary>
    public LinearModelBuilder(int columnCapacity = 16, int rowCapacity = 16, int entryCapacity = 64)
    {
        columnCosts = new double[columnCapacity];
        columnLowers = new double[columnCapacity];
        columnUppers = new double[columnCapacity];
        columnTypes = new int[columnCapacity];
        rowLowers = new double[rowCapacity];
        rowUppers = new double[rowCapacity];
        rowStarts = new int[rowCapacity];
        entryColumns = new int[entryCapacity];
        entryValues = new double[entryCapacity];
    }

    /// <summary>Number of columns so far.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Number of rows so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Number of matrix entries so far.</summary>
    public int EntryCount { get; private set; }

    /// <summary>Whether any column must take an integer value.</summary>
    public bool HasIntegers { get; private set; }

    /// <summary>Constant added to the objective.</summary>
    public double ObjectiveOffset { get; set; }

    internal ReadOnlySpan<double> ColumnCosts => columnCosts.AsSpan(0, ColumnCount);

    internal ReadOnlySpan<double> ColumnLowers => columnLowers.AsSpan(0, ColumnCount);

    internal ReadOnlySpan<double> ColumnUppers => columnUppers.AsSpan(0, ColumnCount);

    internal ReadOnlySpan<int> ColumnTypes => columnTypes.AsSpan(0, ColumnCount);

    internal ReadOnlySpan<double> RowLowers => rowLowers.AsSpan(0, RowCount);

    internal ReadOnlySpan<double> RowUppers => rowUppers.AsSpan(0, RowCount);

    internal ReadOnlySpan<int> RowStarts => rowStarts.AsSpan(0, RowCount);

    internal ReadOnlySpan<int> EntryColumns => entryColumns.AsSpan(0, EntryCount);

    internal ReadOnlySpan<double> EntryValues => entryValues.AsSpan(0, EntryCount);

    /// <summary>Adds a column (a variable) and returns its index; infinite bounds mean none.</summary>
    public int AddColumn(double cost, double lower, double upper, bool isInteger = false)
    {
        if (!double.IsFinite(cost))
        {
            throw new ArgumentOutOfRangeException(nameof(cost), cost, "A cost must be finite.");
        }

        RejectNaN(lower, upper);
        int column = ColumnCount;
        if (column == columnCosts.Length)
        {
            int capacity = Grown(column, column + 1);
            Array.Resize(ref columnCosts, capacity);
            Array.Resize(ref columnLowers, capacity);
            Array.Resize(ref columnUppers, capacity);
            Array.Resize(ref columnTypes, capacity);
        }

        columnCosts[column] = cost;
        columnLowers[column] = lower;
        columnUppers[column] = upper;
        columnTypes[column] = isInteger ? 1 : 0;
        HasIntegers |= isInteger;
        ColumnCount = column + 1;
        return column;
    }

    /// <summary>
    /// Adds a row (a constraint) and returns its index; infinite sides mean none. A column may appear at most once in a row.
    /// </summary>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        if (columns.Length != values.Length)
        {
            throw new ArgumentException("A row needs as many values as columns.", nameof(values));
        }

        RejectNaN(lower, upper);
        foreach (int column in columns)
        {
            if ((uint)column >= (uint)ColumnCount)
            {
                throw new ArgumentOutOfRangeException(nameof(columns), column, "No such column.");
            }
        }

        int row = RowCount;
        if (row == rowLowers.Length)
        {
            int capacity = Grown(row, row + 1);
            Array.Resize(ref rowLowers, capacity);
            Array.Resize(ref rowUppers, capacity);
            Array.Resize(ref rowStarts, capacity);
        }

        int first = EntryCount;
        int end = checked(first + columns.Length);
        if (end > entryColumns.Length)
        {
            int capacity = Grown(entryColumns.Length, end);
            Array.Resize(ref entryColumns, capacity);
            Array.Resize(ref entryValues, capacity);
        }

        columns.CopyTo(entryColumns.AsSpan(first));
        values.CopyTo(entryValues.AsSpan(first));
        rowLowers[row] = lower;
        rowUppers[row] = upper;
        rowStarts[row] = first;
        EntryCount = end;
        RowCount = row + 1;
        return row;
    }

    private static int Grown(int capacity, int needed) =>
        (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16L, 2L * capacity)));

    private static void RejectNaN(double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper))
        {
            throw new ArgumentOutOfRangeException(nameof(lower), "A bound must be a number or an infinity.");
        }
    }
}
