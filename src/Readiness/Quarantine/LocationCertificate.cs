using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>
/// Why no plan of a problem of one day costs less than a value: a search tree with the Lagrangian prices that settle sites and close its parts.
/// <see cref="LocationCertificateCheck"/> re-checks it.
/// </summary>
/// <param name="Value">No plan that leaves no more than <paramref name="Unserved"/> unserved costs less.</param>
/// <param name="Unserved">Units that may stay unserved.</param>
/// <param name="Radius">Distance beyond which nobody is sent; infinite if there is none.</param>
/// <param name="MostSites">Most sites that may open.</param>
/// <param name="Parts">The parts of the tree; the first is the whole.</param>
public sealed record LocationCertificate(double Value, double Unserved, double Radius, int MostSites, ImmutableArray<CertificatePart> Parts)
{
    /// <summary>Inequalities that steps put a price on.</summary>
    public ImmutableArray<CertificateCut> Cuts { get; init; } = [];
}
