using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Api.Parts;

/// <summary>A part of a district document that can be kept as a table.</summary>
internal sealed class BaselinePart
{
    private BaselinePart(string name, string collection, Type entry, params IReadOnlyList<string> key)
    {
        Name = name;
        Collection = collection;
        Key = key;
        Columns = PartColumn.Of(JsonShape.Of(entry, DistrictJson.Options));
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BaselinePart> All { get; } =
    [
        new("stock", "stockLots", typeof(StockLot), "place", "item"),
        new BaselinePart("staff", "staff", typeof(StaffMember), "id").With("absences", typeof(Absence), "staff"),
        new("shipments", "shipments", typeof(Shipment), "id"),
    ];

    /// <summary>Its name in addresses, and that of its file and sheet.</summary>
    public string Name { get; }

    /// <summary>Name of its array in the document.</summary>
    public string Collection { get; }

    /// <summary>Properties by which an entry is told from others when files are merged.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Its columns in their order.</summary>
    public IReadOnlyList<PartColumn> Columns { get; private set; }

    /// <summary>An array of the document whose entries belong to the part's and are one of its columns: a person's absences.</summary>
    public string? Owned { get; private set; }

    /// <summary>The property by which an owned entry names its owner.</summary>
    public string? OwnerName { get; private set; }

    /// <summary>Finds a part.</summary>
    /// <param name="name">Its name.</param>
    public static BaselinePart? Named(string name) => All.FirstOrDefault(part => part.Name == name);

    /// <summary>The key of an entry as one text; ids have no line break.</summary>
    /// <param name="entry">Gives a property's text.</param>
    public string KeyOf(Func<string, string?> entry) => string.Join('\n', Key.Select(entry));

    private BaselinePart With(string owned, Type entry, string owner)
    {
        Owned = owned;
        OwnerName = owner;
        Columns = [.. Columns, PartColumn.List(owned, JsonShape.Of(typeof(ImmutableArray<>).MakeGenericType(entry), DistrictJson.Options), null, owner)];
        return this;
    }
}
