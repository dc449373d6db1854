using System.Text.Json;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Parts;

/// <summary>Shows a part of a district as a table that can be imported again.</summary>
internal static class PartTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="part">The part.</param>
    /// <param name="district">The district.</param>
    public static Table Of(BaselinePart part, District district)
    {
        using JsonDocument document = JsonDocument.Parse(DistrictDocument.Write(district));
        ILookup<string, JsonElement> owned = Entries(document, part.Owned).ToLookup(entry => entry.GetProperty(part.OwnerName!).GetString()!);
        return new Table(part.Name, [.. part.Columns.Select(column => column.Name)], [.. Entries(document, part.Collection).Select(Row)]);

        IReadOnlyList<object?> Row(JsonElement entry) =>
        [
            .. part.Columns.Select(column => column.Name == part.Owned
                ? column.Write(JsonSerializer.SerializeToElement(owned[entry.GetProperty(part.Key[0]).GetString()!]))
                : column.Write(entry.TryGetProperty(column.Name, out JsonElement value) ? value : null)),
        ];
    }

    private static JsonElement.ArrayEnumerator Entries(JsonDocument document, string? collection) =>
        collection is not null && document.RootElement.TryGetProperty(collection, out JsonElement array) ? array.EnumerateArray() : default;
}
