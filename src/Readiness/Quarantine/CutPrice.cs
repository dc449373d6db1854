namespace Readiness.Quarantine;

/// <summary>The price of a <see cref="CertificateCut"/>.</summary>
/// <param name="Cut">Index of the inequality.</param>
/// <param name="Price">Cost per unit by which it is violated; 0 or more.</param>
public sealed record CutPrice(int Cut, double Price);
