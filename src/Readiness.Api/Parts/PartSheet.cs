using System.Text.Json.Nodes;
using Readiness.Api.Tables;

namespace Readiness.Api.Parts;

/// <summary>The rows of a part's file as entries of the document, with everything that is wrong about its form.</summary>
internal sealed class PartSheet
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TableFault> faults;

    /// <summary>Reads the rows.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rows">The rows, header first.</param>
    /// <param name="faults">What is wrong with the file; receives more.</param>
    public PartSheet(BaselinePart part, IReadOnlyList<TableRow> rows, List<TableFault> faults)
    {
        this.faults = faults;
        if (rows.Count == 0 || rows[0].IsBlank)
        {
            if (faults.Count == 0)
            {
                faults.Add(new TableFault($"The first row must have the names of the columns: {string.Join(", ", part.Columns.Select(column => column.Name))}.", 1));
            }

            return;
        }

        ReadHeader(part, rows[0]);
        Entries = [.. rows.Skip(1).Where(row => !row.IsBlank).Select(row => Read(part, row, rows[0].Cells.Count))];
    }

    /// <summary>The entries in the order of their rows; a column that holds what belongs to an entry is part of it here.</summary>
    public IReadOnlyList<(int Row, JsonObject Entry)> Entries { get; } = [];

    /// <summary>Place of a column in the file, counted from 0.</summary>
    /// <param name="name">Its name.</param>
    public int? PlaceOf(string name) => places.TryGetValue(name, out int place) ? place : null;

    private void ReadHeader(BaselinePart part, TableRow header)
    {
        for (int place = 0; place < header.Cells.Count; place++)
        {
            object? name = header.Cells[place];
            string? known = part.Columns.FirstOrDefault(column => column.Name.Equals(name as string, StringComparison.OrdinalIgnoreCase))?.Name;
            string? message = TableRow.IsEmpty(name) ? "A column must have a name."
                : known is null ? $"This column is not known; known are {string.Join(", ", part.Columns.Select(column => column.Name))}."
                : places.TryAdd(known, place) ? null
                : "This column is there already.";
            if (message is not null)
            {
                faults.Add(new TableFault(message, header.Number, place, name));
            }
        }

        foreach (PartColumn column in part.Columns.Where(column => !places.ContainsKey(column.Name)))
        {
            faults.Add(new TableFault($"The column {column.Name} is missing; it may be empty, but must be there.", header.Number));
        }
    }

    private (int Row, JsonObject Entry) Read(BaselinePart part, TableRow row, int width)
    {
        if (row.Cells.Count != width)
        {
            faults.Add(new TableFault($"The row must have as many cells as the header, {width}; it has {row.Cells.Count}.", row.Number));
        }

        JsonObject entry = [];
        foreach (PartColumn column in part.Columns)
        {
            if (PlaceOf(column.Name) is not { } place || place >= row.Cells.Count || row.Cells[place] is not { } cell || TableRow.IsEmpty(cell))
            {
                continue;
            }

            (JsonNode? value, string? fault) = column.Read(cell);
            if (fault is not null)
            {
                faults.Add(new TableFault(fault, row.Number, place, cell));
            }
            else
            {
                entry[column.Name] = value;
            }
        }

        return (row.Number, entry);
    }
}
