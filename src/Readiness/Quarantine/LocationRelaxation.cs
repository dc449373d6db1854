namespace Readiness.Quarantine;

/// <summary>A limit that, relaxed alone, lets more be served.</summary>
/// <param name="Limit">Which limit.</param>
/// <param name="Site">Site index, for a limit of one site; null otherwise.</param>
/// <param name="From">Its value.</param>
/// <param name="To">The value that it would have to have.</param>
/// <param name="Served">Unit-days served in addition; more than 0.</param>
public sealed record LocationRelaxation(RelaxedLimit Limit, int? Site, double From, double To, double Served);
