using System.Collections.Immutable;

namespace Readiness.Districts.Shapes;

/// <summary>Says that no two objects of an array agree in all the named properties.</summary>
/// <param name="properties">Names of the properties.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UniqueByAttribute(params string[] properties) : Attribute
{
    /// <summary>Names of the properties.</summary>
    public ImmutableArray<string> Properties { get; } = [.. properties];
}
