namespace Readiness.Districts;

/// <summary>Days on which a person cannot start a shift.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before <paramref name="From"/>.</param>
/// <param name="Kind">Why.</param>
public sealed record Absence(string Staff, DateOnly From, DateOnly To, AbsenceKind Kind);
