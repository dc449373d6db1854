using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Mornings;

/// <summary>A district on a later morning, or everything that is wrong with what was reported.</summary>
/// <param name="District">The valid district whose horizon begins on the morning; null if there are errors.</param>
/// <param name="Derived">What it says that nobody reported.</param>
/// <param name="Errors">Every fault, with JSON pointers into the report; empty if there is a district.</param>
public sealed record MorningResult(District? District, ImmutableArray<DerivedFact> Derived, ImmutableArray<DistrictError> Errors)
{
    /// <summary>The district.</summary>
    /// <exception cref="DistrictFormatException">There are errors.</exception>
    public District OrThrow() => District ?? throw new DistrictFormatException(Errors);
}
