using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Ends leave on a day at the latest: <c>{"type":"shortenLeave","lastDay":"2020-01-30"}</c>.</summary>
/// <remarks>
/// Leave that would go on ends with the last day; leave that would start after it is cancelled; leave that is over by then stays.
/// Illness, parental absence and secondment stay. It is an error if no leave goes beyond the last day.
/// </remarks>
/// <param name="LastDay">The last day on which leave is granted.</param>
/// <param name="Facility">Id of the home facility of the people concerned; everybody's if not given.</param>
/// <param name="Skill">Id of a skill that the people concerned have; any if not given.</param>
public sealed record ShortenLeave(
    DateOnly LastDay,
    [RefersTo(nameof(District.Facilities))] string? Facility = null,
    [RefersTo(nameof(District.Skills))] string? Skill = null) : ScenarioChange
{
    private Period Cancelled => new(LastDay.AddDays(1), null);

    internal override IEnumerable<ChangeFault> Faults(District district) =>
        Concerned(district).Fault("no leave goes beyond it: the change would do nothing");

    internal override District Apply(District district) => LeaveSelection.Cut(district, Concerned(district).Found, Cancelled);

    private Selection<Absence> Concerned(District district) =>
        LeaveSelection.Of(district, Cancelled, Facility, Skill, nameof(LastDay), nameof(LastDay));
}
