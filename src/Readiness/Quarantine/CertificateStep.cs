using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>Prices, and the sites about which they leave no choice.</summary>
/// <param name="Prices">Price per unit of demand, by customer; those without demand count for nothing.</param>
/// <param name="Opened">Sites without which everything costs at least the certificate's value.</param>
/// <param name="Closed">Sites with which everything does.</param>
public sealed record CertificateStep(ImmutableArray<double> Prices, ImmutableArray<int> Opened, ImmutableArray<int> Closed)
{
    /// <summary>Prices of inequalities that count beside those of demand.</summary>
    public ImmutableArray<CutPrice> CutPrices { get; init; } = [];
}
