namespace Readiness.Districts;

/// <summary>A name in the two languages of the document.</summary>
/// <param name="En">English name; not empty.</param>
/// <param name="Zh">Chinese name, where there is one.</param>
public sealed record LocalizedName(string En, string? Zh = null);
