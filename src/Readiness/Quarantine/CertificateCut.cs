using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>
/// A valid inequality of a <see cref="LocationCertificate"/>, by mixed-integer rounding. With J the region, d(J) its demand, a_i the lesser of site i's capacity and the demand
/// of those in J that count for it, and q the divisor: <c>Σ a_i y_i + (d(J) − Σ served) ≥ d(J)</c>, some y_i replaced by 1 − y_i, divided by q and rounded.
/// </summary>
/// <param name="Customers">The region: customers by index, each once.</param>
/// <param name="Sites">The sites of the inequality, each once.</param>
/// <param name="Divisor">The divisor, in units of demand; above 0.</param>
/// <remarks>Mixed-integer rounding: H. Marchand, L. A. Wolsey, Operations Research 49 (2001), doi:10.1287/opre.49.3.363.11211.</remarks>
public sealed record CertificateCut(ImmutableArray<int> Customers, ImmutableArray<CutSite> Sites, double Divisor);
