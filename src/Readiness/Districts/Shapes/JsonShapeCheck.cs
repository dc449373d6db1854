using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>Compares raw JSON with a shape and lists every difference, however many there are.</summary>
internal sealed class JsonShapeCheck(ErrorList errors, KnownIds known)
{
    /// <summary>Longest name that a pointer repeats; far longer than any known one, and errors stay short.</summary>
    private const int LongestName = 200;

    private readonly JsonScalarCheck scalars = new(errors, known);

    /// <summary>Checks a value.</summary>
    /// <param name="value">The raw value.</param>
    /// <param name="shape">What it has to look like.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="property">The property that it is the value of, with its limits; null at the root.</param>
    public void Check(JsonElement value, JsonShape shape, JsonPath path, JsonShapeProperty? property = null)
    {
        switch (shape.Kind)
        {
            case JsonShapeKind.Object:
                CheckObject(value, shape, path, null);
                break;
            case JsonShapeKind.Variant:
                CheckVariant(value, shape, path);
                break;
            case JsonShapeKind.Array:
                CheckArray(value, shape, path, property);
                break;
            default:
                scalars.Check(value, shape, path, property);
                break;
        }
    }

    private void CheckVariant(JsonElement value, JsonShape shape, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, value, "must be an object");
            return;
        }

        JsonPath kindPath = path.Property(shape.Discriminator!);
        if (JsonText.Property(value, shape.Discriminator!) is not { } kind)
        {
            errors.Add(kindPath, null, $"is required: one of {string.Join(", ", shape.Choices)}");
        }
        else if (JsonText.Of(kind) is { } name && shape.Variants.TryGetValue(name, out JsonShape? form))
        {
            CheckObject(value, form, path, shape.Discriminator);
        }
        else
        {
            string message = $"must be one of {string.Join(", ", shape.Choices)}";
            errors.Add(kindPath, kind, JsonText.Of(kind) is { } given ? ErrorText.WithGuess(message, given, shape.Choices) : message);
            CheckWithoutForm(value, shape, path);
        }
    }

    /// <summary>Where the form is not known, whatever is wrong in every form that has the property is wrong all the same.</summary>
    private void CheckWithoutForm(JsonElement value, JsonShape shape, JsonPath path)
    {
        foreach (JsonProperty entry in value.EnumerateObject())
        {
            if (JsonText.NameOf(entry) is not { Length: <= LongestName } name || name == shape.Discriminator)
            {
                continue;
            }

            ErrorList? first = null;
            bool faulty = true;
            foreach (JsonShapeProperty property in shape.Choices.Select(form => shape.Variants[form].Named(name)).OfType<JsonShapeProperty>())
            {
                var own = new ErrorList();
                new JsonShapeCheck(own, known).CheckProperty(entry.Value, property, path.Property(name));
                faulty &= !own.IsEmpty;
                first ??= own;
            }

            if (first is null)
            {
                errors.Add(path.Property(name), entry.Value, "is not a known property of any of these");
            }
            else if (faulty)
            {
                errors.Add(first);
            }
        }
    }

    private void CheckObject(JsonElement value, JsonShape shape, JsonPath path, string? discriminator)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, value, "must be an object");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty entry in value.EnumerateObject())
        {
            if (JsonText.NameOf(entry) is not { Length: <= LongestName } name)
            {
                // A pointer can lead to the object only.
                errors.Add(path, value, $"has a property whose name is not valid Unicode or longer than {LongestName} characters");
                continue;
            }

            JsonPath entryPath = path.Property(name);
            if (!seen.Add(name))
            {
                errors.Add(entryPath, entry.Value, "is given more than once");
            }

            if (shape.Named(name) is { } property)
            {
                CheckProperty(entry.Value, property, entryPath);
            }
            else if (name != discriminator)
            {
                errors.Add(entryPath, entry.Value, UnknownProperty(name, shape));
            }
        }

        foreach (JsonShapeProperty property in shape.Properties)
        {
            if (property.IsRequired && !seen.Contains(property.Name))
            {
                errors.Add(path.Property(property.Name), null, "is required");
            }
        }
    }

    private string UnknownProperty(string name, JsonShape shape) =>
        errors.HasRoom ? ErrorText.WithGuess("is not a known property", name, shape.Properties.Select(known => known.Name)) : string.Empty;

    private void CheckProperty(JsonElement value, JsonShapeProperty property, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Check(value, property.Shape, path, property);
        }
        else if (!property.IsNullable)
        {
            errors.Add(path, value, "must not be null");
        }
    }

    private void CheckArray(JsonElement value, JsonShape shape, JsonPath path, JsonShapeProperty? property)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(path, value, "must be an array");
            return;
        }

        if (property is { IsNotEmpty: true } && value.GetArrayLength() == 0)
        {
            errors.Add(path, value, "must have at least one entry");
        }

        int position = 0;
        foreach (JsonElement entry in value.EnumerateArray())
        {
            Check(entry, shape.Element!, path.Entry(position++), property);
        }

        if (shape.Element!.Kind is JsonShapeKind.Text or JsonShapeKind.Choice)
        {
            CheckDistinct(value, path);
        }
        else if (shape.Element.Kind == JsonShapeKind.Object)
        {
            CheckUnique(value, shape.Element, path, property);
        }
    }

    private void CheckDistinct(JsonElement array, JsonPath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int position = 0;
        foreach (JsonElement entry in array.EnumerateArray())
        {
            if (JsonText.Of(entry) is { } text && !seen.Add(text))
            {
                errors.Add(path.Entry(position), entry, "stands in the list twice");
            }

            position++;
        }
    }

    /// <summary>No two entries have the same id or agree in the properties that must differ.</summary>
    private void CheckUnique(JsonElement array, JsonShape element, JsonPath path, JsonShapeProperty? property)
    {
        if (element.Identifier is { } identifier)
        {
            CheckUnique(array, [identifier], path, first => $"is the id of entry {first} already; ids are unique");
        }

        if (property?.UniqueBy is { } unique)
        {
            JsonShapeProperty[] keys = [.. unique.Properties.Select(name => element.Properties.First(key => key.Property.Name == name))];
            string names = string.Join(" and ", keys.Select(key => key.Name));
            CheckUnique(array, keys, path, first => $"has the same {names} as entry {first}");
        }
    }

    private void CheckUnique(JsonElement array, JsonShapeProperty[] keys, JsonPath path, Func<int, string> message)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        int position = -1;
        foreach (JsonElement entry in array.EnumerateArray())
        {
            position++;
            JsonElement?[] values = [.. keys.Select(key => JsonText.Property(entry, key.Name))];
            if (values.Any(value => value is not { ValueKind: JsonValueKind.String } given || JsonText.Of(given) is null))
            {
                continue;
            }

            string key = string.Join('\n', values.Select(value => JsonText.Of(value!.Value)));
            if (!seen.TryAdd(key, position))
            {
                JsonPath entryPath = path.Entry(position);
                errors.Add(keys.Length == 1 ? entryPath.Property(keys[0].Name) : entryPath, keys.Length == 1 ? values[0] : entry, message(seen[key]));
            }
        }
    }
}
