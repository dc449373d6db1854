using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A part of the search tree of a <see cref="LocationCertificate"/>.</summary>
/// <param name="Steps">What settles sites, in order.</param>
/// <param name="Site">The site that is open in one half and closed in the other; -1 if the last of <paramref name="Steps"/> closes the part.</param>
/// <param name="Open">Index of the half in which it is open; -1 if there is none.</param>
/// <param name="Closed">Index of the half in which it is closed; -1 if there is none.</param>
public sealed record CertificatePart(ImmutableArray<CertificateStep> Steps, int Site, int Open, int Closed);
