using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A site of a <see cref="CertificateCut"/>.</summary>
/// <param name="Site">Index of the site.</param>
/// <param name="Served">Customers of the region that count for it, each once.</param>
/// <param name="IsComplemented">Whether its closing counts (1 − y) instead of its opening.</param>
public sealed record CutSite(int Site, ImmutableArray<int> Served, bool IsComplemented);
