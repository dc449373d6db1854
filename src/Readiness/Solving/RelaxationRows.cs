namespace Readiness.Solving;

/// <summary>Builds the rows of a relaxation term by term.</summary>
internal sealed class RelaxationRows
{
    private readonly List<int> columns = [];
    private readonly List<double> values = [];

    public LinearModelBuilder Model { get; } = new();

    /// <summary>Adds a column without cost.</summary>
    public int Column(double lower, double upper) => Model.AddColumn(0, lower, upper);

    /// <summary>Adds a term to the row that is being built; a column at most once.</summary>
    public void Term(int column, double value)
    {
        if (value != 0)
        {
            columns.Add(column);
            values.Add(value);
        }
    }

    /// <summary>Ends the row that is being built.</summary>
    public void EndRow(double lower, double upper)
    {
        if (columns.Count > 0)
        {
            Model.AddRow(
                lower, upper,
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns),
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
        }

        columns.Clear();
        values.Clear();
    }
}
