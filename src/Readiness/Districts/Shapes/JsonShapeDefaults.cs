using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Readiness.Districts.Shapes;

/// <summary>Finds the values that optional properties of records have when a document does not give them.</summary>
internal static class JsonShapeDefaults
{
    /// <summary>The constructor parameter that a property of a positional record comes from.</summary>
    public static ParameterInfo? ParameterOf(PropertyInfo property) =>
        Constructor(property.DeclaringType!)?.GetParameters().FirstOrDefault(parameter => parameter.Name == property.Name);

    /// <summary>Value of a property in an object that says nothing about it.</summary>
    public static object? Of(PropertyInfo property)
    {
        ParameterInfo? parameter = ParameterOf(property);
        if (parameter is not null)
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        }

        // A record without positional parameters: its initialisers run in the parameterless constructor.
        Type type = property.DeclaringType!;
        return type.IsAbstract || Constructor(type) is not { } constructor || constructor.GetParameters().Length > 0
            ? null
            : property.GetValue(constructor.Invoke([]));
    }

    /// <summary>Leaves out of the written document whatever reading would supply anyway.</summary>
    /// <remarks>A required array that was never set is left out too: the validator then says that it is missing.</remarks>
    public static void OmitWhenWriting(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.AttributeProvider is not PropertyInfo declaration)
            {
                continue;
            }

            bool required = property.IsRequired || ParameterOf(declaration) is { HasDefaultValue: false };
            object? standard = required ? null : Of(declaration);
            property.ShouldSerialize = (_, value) =>
                !IsUnset(value) && (required || !(IsEmpty(value) ? IsEmpty(standard) || IsUnset(standard) : Equals(value, standard)));
        }
    }

    private static bool IsUnset(object? value) => value?.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && value is IStructuralEquatable && value.Equals(Activator.CreateInstance(type));

    private static bool IsEmpty(object? value) => value is null || (!IsUnset(value) && value is ICollection { Count: 0 });

    private static ConstructorInfo? Constructor(Type type) =>
        type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault();
}
