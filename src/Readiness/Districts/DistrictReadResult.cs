using System.Collections.Immutable;

namespace Readiness.Districts;

/// <summary>What came of reading a document: a district, or everything that is wrong with it.</summary>
/// <param name="District">The validated district; null if there are errors.</param>
/// <param name="Errors">Every fault found; empty if there is a district. At most 1,000 are listed, then one entry says how many more there are.</param>
public sealed record DistrictReadResult(District? District, ImmutableArray<DistrictError> Errors)
{
    /// <summary>The district.</summary>
    /// <exception cref="DistrictFormatException">There are errors.</exception>
    public District OrThrow() => District ?? throw new DistrictFormatException(Errors);
}
