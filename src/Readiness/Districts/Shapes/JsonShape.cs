using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Readiness.Districts.Shapes;

/// <summary>
/// What a JSON document that binds to a .NET type has to look like: names, kinds, nullability, defaults and limits, all taken from the type's
/// declaration. The check of raw JSON and the JSON Schema both come from it, so that no rule is written twice.
/// </summary>
public sealed class JsonShape
{
    private JsonShape(JsonShapeKind kind, Type type)
    {
        Kind = kind;
        Type = type;
    }

    /// <summary>What the value has to be.</summary>
    public JsonShapeKind Kind { get; }

    /// <summary>The .NET type that it binds to.</summary>
    public Type Type { get; }

    /// <summary>Properties of an object, in their declared order.</summary>
    public ImmutableArray<JsonShapeProperty> Properties { get; private init; } = [];

    /// <summary>The property that is the object's id, if it has one.</summary>
    public JsonShapeProperty? Identifier => Properties.FirstOrDefault(property => property.IsIdentifier);

    /// <summary>Shape of an array's entries.</summary>
    public JsonShape? Element { get; private init; }

    /// <summary>The words of a choice, or the forms of a variant.</summary>
    public ImmutableArray<string> Choices { get; private init; } = [];

    /// <summary>For a variant: name of the property that names the form.</summary>
    public string? Discriminator { get; private init; }

    /// <summary>For a variant: shape of each form.</summary>
    public FrozenDictionary<string, JsonShape> Variants { get; private init; } = FrozenDictionary<string, JsonShape>.Empty;

    /// <summary>Reads the shape of a type.</summary>
    /// <param name="type">A record of scalars, enumerations, immutable arrays and records, without cycles.</param>
    /// <param name="options">Options by which documents of the type are bound; enumerations are camelCase words.</param>
    /// <exception cref="NotSupportedException">The type has members of another kind.</exception>
    public static JsonShape Of(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Scalar(type) is { } scalar)
        {
            return new JsonShape(scalar, type);
        }

        if (type.IsEnum)
        {
            return new JsonShape(JsonShapeKind.Choice, type)
            {
                Choices = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)],
            };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return new JsonShape(JsonShapeKind.Array, type) { Element = Of(type.GetGenericArguments()[0], options) };
        }

        JsonTypeInfo info = options.GetTypeInfo(type);
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            throw new NotSupportedException($"{type} has no JSON shape.");
        }

        return info.PolymorphismOptions is { } forms ? Variant(type, forms, options) : ObjectOf(type, info, options);
    }

    /// <summary>Finds a property by its name in the document.</summary>
    /// <param name="name">The name.</param>
    public JsonShapeProperty? Named(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>Compares raw JSON with the shape.</summary>
    /// <param name="value">The raw value, such as a request's body.</param>
    /// <param name="district">The district whose ids the value refers to; without it references are not checked.</param>
    /// <returns>Every difference, with pointers that start at the value; empty if the value can be bound.</returns>
    public ImmutableArray<DistrictError> Check(JsonElement value, District? district = null)
    {
        var errors = new ErrorList();
        KnownIds known = district is null ? KnownIds.None : KnownIds.In(district, DistrictValidator.Shape);
        new JsonShapeCheck(errors, known).Check(value, this, JsonPath.Root);
        return errors.ToImmutable();
    }

    private static JsonShapeKind? Scalar(Type type) =>
        type == typeof(string) ? JsonShapeKind.Text
        : type == typeof(int) || type == typeof(long) ? JsonShapeKind.Integer
        : type == typeof(double) ? JsonShapeKind.Number
        : type == typeof(bool) ? JsonShapeKind.Boolean
        : type == typeof(DateOnly) ? JsonShapeKind.Date
        : type == typeof(TimeOnly) ? JsonShapeKind.Time
        : type == typeof(JsonElement) ? JsonShapeKind.Any
        : null;

    private static JsonShape Variant(Type type, JsonPolymorphismOptions forms, JsonSerializerOptions options)
    {
        var variants = forms.DerivedTypes.ToDictionary(
            form => (string)form.TypeDiscriminator!, form => ObjectOf(form.DerivedType, options.GetTypeInfo(form.DerivedType), options));
        return new JsonShape(JsonShapeKind.Variant, type)
        {
            Discriminator = forms.TypeDiscriminatorPropertyName,
            Choices = [.. variants.Keys],
            Variants = variants.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static JsonShape ObjectOf(Type type, JsonTypeInfo info, JsonSerializerOptions options)
    {
        var properties = ImmutableArray.CreateBuilder<JsonShapeProperty>();
        foreach (JsonPropertyInfo property in info.Properties)
        {
            // Computed properties, which a document cannot set, are no part of it.
            if (property.AttributeProvider is not PropertyInfo declaration
                || (property.Set is null && property.AssociatedParameter is null))
            {
                continue;
            }

            ParameterInfo? parameter = JsonShapeDefaults.ParameterOf(declaration);
            bool required = property.IsRequired || parameter is { HasDefaultValue: false };
            properties.Add(new JsonShapeProperty(
                property.Name,
                declaration,
                parameter,
                Of(property.PropertyType, options),
                required,
                property.PropertyType.IsValueType
                    ? Nullable.GetUnderlyingType(property.PropertyType) is not null
                    : property.IsGetNullable,
                required ? null : JsonShapeDefaults.Of(declaration)));
        }

        return new JsonShape(JsonShapeKind.Object, type) { Properties = properties.ToImmutable() };
    }
}
