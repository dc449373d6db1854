namespace Readiness.Districts.Shapes;

/// <summary>The range of a number in a document; checked by <see cref="JsonShape"/> and published in the JSON Schema.</summary>
/// <param name="minimum">Least value.</param>
/// <param name="maximum">Greatest value, itself allowed.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class LimitsAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>Least value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Greatest value, itself allowed.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether the value must be more than <see cref="Minimum"/> rather than at least that.</summary>
    public bool AboveMinimum { get; init; }
}
