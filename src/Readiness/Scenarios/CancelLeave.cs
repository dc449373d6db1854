using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Calls people back from leave: <c>{"type":"cancelLeave"}</c>, of everybody, from the first day on.</summary>
/// <remarks>
/// Only leave is cancelled; illness, parental absence and secondment stay. Of leave that lies partly within the given dates exactly those
/// days are cancelled, and the days before and after stay leave. It is an error if something is given and no leave matches; without any
/// condition the change also holds where nobody is on leave.
/// </remarks>
/// <param name="From">First day of leave that is cancelled; no limit if not given.</param>
/// <param name="To">Last day of leave that is cancelled; no limit if not given.</param>
/// <param name="Facility">Id of the home facility of the people concerned; everybody's if not given.</param>
/// <param name="Skill">Id of a skill that the people concerned have; any if not given.</param>
public sealed record CancelLeave(
    DateOnly? From = null,
    DateOnly? To = null,
    [RefersTo(nameof(District.Facilities))] string? Facility = null,
    [RefersTo(nameof(District.Skills))] string? Skill = null) : ScenarioChange
{
    private Period Cancelled => new(From, To);

    internal override IEnumerable<ChangeFault> Faults(District district) =>
        Concerned(district).Fault("no leave matches: the change would do nothing");

    internal override District Apply(District district) => LeaveSelection.Cut(district, Concerned(district).Found, Cancelled);

    private Selection<Absence> Concerned(District district) =>
        LeaveSelection.Of(district, Cancelled, Facility, Skill, nameof(From), nameof(To));
}
