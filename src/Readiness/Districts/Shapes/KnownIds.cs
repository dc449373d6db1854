using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>The ids that a document may refer to, by collection.</summary>
internal sealed class KnownIds
{
    private readonly FrozenDictionary<string, FrozenSet<string>> collections;

    private KnownIds(Dictionary<string, FrozenSet<string>> collections) =>
        this.collections = collections.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nothing is known, hence no reference can be checked.</summary>
    public static KnownIds None { get; } = new([]);

    /// <summary>The ids in the collections of a district.</summary>
    /// <param name="district">The district.</param>
    /// <param name="shape">The shape of districts.</param>
    public static KnownIds In(District district, JsonShape shape)
    {
        var known = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (JsonShapeProperty property in shape.Properties)
        {
            if (property.Shape.Element?.Identifier is { } identifier)
            {
                known[property.Property.Name] = ((IEnumerable)property.Property.GetValue(district)!).Cast<object>()
                    .Select(entry => (string)identifier.Property.GetValue(entry)!).ToFrozenSet(StringComparer.Ordinal);
            }
        }

        return new KnownIds(known);
    }

    /// <summary>The ids in the collections of a document, however broken the rest of it is.</summary>
    /// <param name="document">The document.</param>
    /// <param name="shape">Its shape.</param>
    public static KnownIds In(JsonElement document, JsonShape shape)
    {
        var known = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (JsonShapeProperty property in shape.Properties)
        {
            if (property.Shape.Element?.Identifier is not { } identifier)
            {
                continue;
            }

            if (JsonText.Property(document, property.Name) is not { } entries)
            {
                // An optional collection that is not given is empty. A required one is missing, which is said once and not at every reference.
                if (!property.IsRequired)
                {
                    known[property.Property.Name] = [];
                }
            }
            else if (entries.ValueKind == JsonValueKind.Array)
            {
                known[property.Property.Name] = entries.EnumerateArray()
                    .Select(entry => JsonText.Property(entry, identifier.Name) is { } id ? JsonText.Of(id) : null)
                    .OfType<string>().ToFrozenSet(StringComparer.Ordinal);
            }
        }

        return new KnownIds(known);
    }

    /// <summary>The ids of all named collections together; null if one of them cannot be read.</summary>
    public IEnumerable<string>? Of(ImmutableArray<string> names) =>
        names.All(collections.ContainsKey) ? names.SelectMany(name => collections[name]) : null;

    /// <summary>Whether one of the named collections has the id; true as well where that cannot be told.</summary>
    public bool Contains(ImmutableArray<string> names, string id)
    {
        foreach (string name in names)
        {
            if (!collections.TryGetValue(name, out FrozenSet<string>? ids) || ids.Contains(id))
            {
                return true;
            }
        }

        return false;
    }
}
