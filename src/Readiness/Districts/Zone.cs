namespace Readiness.Districts;

/// <summary>A population area, such as a sub-district.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Population">Residents; 0 to 100,000,000.</param>
/// <param name="Location">Centre point.</param>
public sealed record Zone(string Id, LocalizedName Name, long Population, GeoPoint Location);
