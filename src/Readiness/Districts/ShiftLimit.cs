using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>How often a person may work a type of shift.</summary>
/// <param name="Shift">Id of the shift type.</param>
/// <param name="Most">Most shifts of the type over the whole horizon; 0 to 366.</param>
public sealed record ShiftLimit([RefersTo(nameof(District.ShiftTypes))] string Shift, [Limits(0, 366)] int Most);
