using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Days on which a person cannot start a shift. Absences of a person may overlap; each day of any of them counts.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before <paramref name="From"/>. At least one day of the absence lies within the horizon.</param>
/// <param name="Kind">Why.</param>
public sealed record Absence(
    [RefersTo(nameof(District.Staff))] string Staff,
    DateOnly From,
    DateOnly To,
    AbsenceKind Kind);
