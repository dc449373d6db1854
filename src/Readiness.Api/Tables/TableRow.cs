namespace Readiness.Api.Tables;

/// <summary>A row that was read from a file.</summary>
/// <param name="Number">Its number as a spreadsheet program counts, the header being row 1.</param>
/// <param name="Cells">
/// Values by column: strings; from a workbook also numbers (<see cref="double"/>), truth values and times (<see cref="DateTime"/>); null or an empty string
/// where there is nothing.
/// </param>
internal sealed record TableRow(int Number, IReadOnlyList<object?> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(IsEmpty);

    /// <summary>Whether nothing stands in a cell.</summary>
    /// <param name="value">Value of the cell.</param>
    public static bool IsEmpty(object? value) => value is null or "";
}
