namespace Readiness.Supplies;

/// <summary>One level of the lexicographic objective.</summary>
/// <param name="Name">Name, as reported in the proof.</param>
/// <param name="Fair">Whether fill rates are first balanced over (place, item) by leximin; if not, only the unserved units count.</param>
public sealed record DemandLevel(string Name, bool Fair);
