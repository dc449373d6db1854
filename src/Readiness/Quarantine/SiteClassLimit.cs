namespace Readiness.Quarantine;

/// <summary>How many sites of a class may open.</summary>
/// <param name="Class">The class, as in <see cref="LocationSite.Class"/>.</param>
/// <param name="Least">Fewest that open; 0 or more, and no more than there are that may open.</param>
/// <param name="Most">Most that open; at least <paramref name="Least"/>, and no fewer than must open.</param>
public sealed record SiteClassLimit(string Class, int Least = 0, int Most = int.MaxValue);
