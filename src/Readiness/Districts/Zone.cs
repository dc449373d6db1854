using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A population area, such as a sub-district.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Population">Residents; 0 to 100,000,000. At least one zone has some.</param>
/// <param name="Location">Centre point.</param>
public sealed record Zone(
    [Identifier] string Id, LocalizedName Name, [Limits(0, 100_000_000)] long Population, GeoPoint Location);
