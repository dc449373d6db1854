using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Parts;

/// <summary>Says of what is wrong with a file, or with the document that it leads to, where it stands in the file.</summary>
/// <param name="part">The part.</param>
/// <param name="rows">The rows of the file.</param>
/// <param name="sheet">What was read from them.</param>
/// <param name="origins">For each array of the document the row that each of its entries comes from.</param>
internal sealed partial class PartErrors(
    BaselinePart part, IReadOnlyList<TableRow> rows, PartSheet sheet, IReadOnlyDictionary<string, IReadOnlyList<int?>> origins)
{
    /// <summary>Most errors that are listed one by one.</summary>
    public const int Most = 1000;

    /// <summary>Joins what is wrong with the file and with the document.</summary>
    /// <param name="faults">Faults of the file.</param>
    /// <param name="errors">Faults of the document. What follows from a fault of the file is left out.</param>
    /// <returns>The first <see cref="Most"/> of them in the order of the rows, then one that says how many more there are.</returns>
    public IReadOnlyList<TableError> Of(IReadOnlyList<TableFault> faults, IReadOnlyList<DistrictError> errors)
    {
        bool readable = faults.All(fault => fault.Row is not null) && rows.Count > 0;
        HashSet<(int? Row, int? Column)> known = [.. faults.Select(fault => (fault.Row, fault.Column))];
        TableError[] all =
        [
            .. faults.Select(Of).Concat(errors.Where(error => readable && !IsOwner(error)).Select(Of).Where(error => !Follows(error, known)))
                .OrderBy(error => error.Row ?? int.MaxValue),
        ];
        return all.Length <= Most
            ? all
            : [.. all[..Most], new TableError("", JsonValues.Null, $"{all.Length - Most} further errors are not listed.", null, null, null)];
    }

    /// <summary>Letters of a column as a spreadsheet program shows them.</summary>
    private static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + Letters(column % 26);

    private static JsonElement Value(object? cell) => cell switch
    {
        null or "" => JsonValues.Null,
        DateTime time => JsonValues.AsString(time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        _ => JsonValues.Shown(JsonSerializer.SerializeToElement(cell)),
    };

    /// <summary>The reference of what belongs to an entry is the entry's id; what is wrong with that is told there.</summary>
    private bool IsOwner(DistrictError error) => part.Owned is { } owned
        && error.Pointer.StartsWith($"/{owned}/", StringComparison.Ordinal) && error.Pointer.EndsWith($"/{part.OwnerName}", StringComparison.Ordinal);

    private bool Follows(TableError error, HashSet<(int? Row, int? Column)> known) =>
        error.Row is not null
        && (known.Contains((error.Row, null))
            || (error.Header is { } header && (sheet.PlaceOf(header) is not { } place || known.Contains((error.Row, place)))));

    private TableError Of(TableFault fault) => new(
        "",
        Value(fault.Value),
        fault.Message,
        fault.Row,
        fault.Column is { } column ? Letters(column) : null,
        fault.Column is { } place && rows[0].Cells.ElementAtOrDefault(place) is string header ? header : null);

    private TableError Of(DistrictError error)
    {
        string[] steps = error.Pointer.Split('/');
        if (steps.Length < 3 || !origins.TryGetValue(steps[1], out IReadOnlyList<int?>? entries)
            || entries[int.Parse(steps[2], CultureInfo.InvariantCulture)] is not { } row)
        {
            return new TableError(error.Pointer, JsonValues.Parse(error.Value), error.Message, null, null, null);
        }

        string? name = steps[1] == part.Collection ? steps.ElementAtOrDefault(3) : part.Owned;
        int? place = name is null ? null : sheet.PlaceOf(name);
        object? cell = place is { } column ? rows[row - 1].Cells.ElementAtOrDefault(column) : null;
        return new TableError(
            error.Pointer,
            place is null ? JsonValues.Parse(error.Value) : Value(cell),
            WithRow(error.Message, entries),
            row,
            place is { } found ? Letters(found) : null,
            name);
    }

    /// <summary>A rule that names another entry by its place in the document names the row instead.</summary>
    private static string WithRow(string message, IReadOnlyList<int?> entries) => EntryName().Replace(message, name =>
        entries.ElementAtOrDefault(int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) is { } row ? $"row {row}" : name.Value);

    [GeneratedRegex(@"\bentry ([0-9]{1,9})\b")]
    private static partial Regex EntryName();
}
