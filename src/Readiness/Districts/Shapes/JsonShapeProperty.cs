using System.Reflection;

namespace Readiness.Districts.Shapes;

/// <summary>A property of an object in a document, with everything that its .NET declaration says about it.</summary>
public sealed class JsonShapeProperty
{
    private readonly ICustomAttributeProvider?[] declarations;

    internal JsonShapeProperty(
        string name, PropertyInfo property, ParameterInfo? parameter, JsonShape shape, bool isRequired, bool isNullable, object? defaultValue)
    {
        declarations = [property, parameter];
        Name = name;
        Property = property;
        Shape = shape;
        IsRequired = isRequired;
        IsNullable = isNullable;
        DefaultValue = defaultValue;
        Limits = Find<LimitsAttribute>();
        Length = Find<TextLengthAttribute>();
        RefersTo = Find<RefersToAttribute>();
        UniqueBy = Find<UniqueByAttribute>();
        IsIdentifier = Find<IdentifierAttribute>() is not null;
        IsNotEmpty = Find<NotEmptyAttribute>() is not null;
    }

    /// <summary>Name in the document.</summary>
    public string Name { get; }

    /// <summary>The .NET property.</summary>
    public PropertyInfo Property { get; }

    /// <summary>Shape of the value.</summary>
    public JsonShape Shape { get; }

    /// <summary>Whether it has to be given.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>The value if it is not given; null as well for required ones.</summary>
    public object? DefaultValue { get; }

    /// <summary>Range of a number.</summary>
    public LimitsAttribute? Limits { get; }

    /// <summary>Length of a text where it is not the usual one.</summary>
    public TextLengthAttribute? Length { get; }

    /// <summary>Collections whose ids it names.</summary>
    public RefersToAttribute? RefersTo { get; }

    /// <summary>For arrays: in which properties no two entries may agree.</summary>
    public UniqueByAttribute? UniqueBy { get; }

    /// <summary>Whether it is the id of its object.</summary>
    public bool IsIdentifier { get; }

    /// <summary>For arrays: whether there must be an entry.</summary>
    public bool IsNotEmpty { get; }

    private T? Find<T>()
        where T : Attribute =>
        declarations.SelectMany(declaration => declaration?.GetCustomAttributes(typeof(T), inherit: true) ?? []).OfType<T>().FirstOrDefault();
}
