using System.Collections.Immutable;

namespace Readiness.Districts.Shapes;

/// <summary>Marks a text, or an array of texts, as the id of an entry of one of the named collections.</summary>
/// <param name="collections">Names of the collections' properties.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RefersToAttribute(params string[] collections) : Attribute
{
    /// <summary>Names of the collections' properties.</summary>
    public ImmutableArray<string> Collections { get; } = [.. collections];
}
