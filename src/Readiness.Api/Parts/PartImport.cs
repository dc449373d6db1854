using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Api.Problems;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Parts;

/// <summary>Puts the rows of a file into a district: all of them, or none and everything that is wrong.</summary>
internal sealed class PartImport
{
    private readonly BaselinePart part;
    private readonly PartSheet sheet;
    private readonly JsonObject document;
    private readonly Dictionary<string, IReadOnlyList<int?>> rows = [];

    private PartImport(BaselinePart part, District district, IReadOnlyList<TableRow> rows, bool merge, List<TableFault> faults)
    {
        this.part = part;
        sheet = new PartSheet(part, rows, faults);
        document = JsonNode.Parse(DistrictDocument.Write(district))!.AsObject();
        if (part.Owned is { } owned)
        {
            HashSet<string> owners = [.. sheet.Entries.Select(entry => part.KeyOf(name => Text(entry.Entry, name)))];
            Put(owned, TakeOwned(owned), entry => Text(entry, part.OwnerName!) ?? "", entry => merge && !owners.Contains(Text(entry, part.OwnerName!)!));
        }

        IReadOnlyList<(int Row, JsonObject Entry)> entries = sheet.Entries;
        if (!merge)
        {
            document[part.Collection] = new JsonArray();
        }

        Put(part.Collection, entries, entry => part.KeyOf(name => Text(entry, name)), _ => merge);
    }

    /// <summary>Reads a file into a district.</summary>
    /// <param name="part">The part.</param>
    /// <param name="district">The district.</param>
    /// <param name="rows">The rows of the file, header first.</param>
    /// <param name="merge">Whether what the file does not name stays.</param>
    /// <param name="faults">What is wrong with the file already.</param>
    /// <returns>The new district, or every fault.</returns>
    public static (District? District, IReadOnlyList<TableError> Errors) Read(
        BaselinePart part, District district, IReadOnlyList<TableRow> rows, bool merge, List<TableFault> faults)
    {
        PartImport import = new(part, district, rows, merge, faults);
        DistrictReadResult read = DistrictDocument.TryRead(JsonSerializer.SerializeToElement(import.document));
        IReadOnlyList<TableError> errors = new PartErrors(part, rows, import.sheet, import.rows).Of(faults, read.Errors);
        return (errors.Count == 0 ? read.District : null, errors);
    }

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private void Put(
        string collection, IReadOnlyList<(int Row, JsonObject Entry)> entries, Func<JsonObject, string> key, Func<JsonObject, bool> keeps)
    {
        JsonArray there = document[collection]?.AsArray() ?? [];
        IReadOnlyList<(int? Row, JsonNode Entry)> merged = PartMerge.Into(there, entries, key, keeps);
        there.Clear();
        document[collection] = new JsonArray([.. merged.Select(entry => entry.Entry)]);
        rows[collection] = [.. merged.Select(entry => entry.Row)];
    }

    /// <summary>Takes out of the entries what belongs to them and makes entries of their own of it.</summary>
    private List<(int Row, JsonObject Entry)> TakeOwned(string owned)
    {
        List<(int Row, JsonObject Entry)> taken = [];
        foreach ((int row, JsonObject entry) in sheet.Entries)
        {
            if (!entry.Remove(owned, out JsonNode? list))
            {
                continue;
            }

            foreach (JsonObject own in list!.AsArray().OfType<JsonObject>().ToArray())
            {
                JsonObject free = own.DeepClone().AsObject();
                free.Insert(0, part.OwnerName!, entry[part.Key[0]]?.DeepClone());
                taken.Add((row, free));
            }
        }

        return taken;
    }
}
