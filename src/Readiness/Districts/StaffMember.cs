using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A person, known only by id, skills and contract.</summary>
/// <param name="Id">Identifier; never a name.</param>
/// <param name="Home">Id of the home facility. The person belongs to that facility's organisation.</param>
/// <param name="Skills">Ids of the person's skills; at least one.</param>
/// <param name="Contract">Id of the contract.</param>
/// <param name="Lendable">Whether the person may work at places other than the home facility.</param>
/// <param name="History">Shifts worked before the horizon: see <see cref="History"/>.</param>
public sealed record StaffMember(
    [Identifier] string Id,
    [RefersTo(nameof(District.Facilities))] string Home,
    [NotEmpty][RefersTo(nameof(District.Skills))] ImmutableArray<string> Skills,
    [RefersTo(nameof(District.Contracts))] string Contract,
    bool Lendable = true,
    [UniqueBy(nameof(WorkedShift.Date))] ImmutableArray<WorkedShift> History = default)
{
    /// <summary>
    /// Shifts worked before the horizon, at most one a day, from which rest, minutes in seven days, days in a row and stays in a closed loop go
    /// on; empty if nothing is known. Calendar blocks of seven days, weekends, numbers of shifts and overtime are counted from the horizon's first day. What
    /// the history itself breaks is past, but then nothing may be added to it until rest or isolation is over.
    /// </summary>
    public ImmutableArray<WorkedShift> History { get; init; } = History.IsDefault ? [] : History;
}
