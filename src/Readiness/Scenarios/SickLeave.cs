using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Makes a share of the people ill: <c>{"type":"sickLeave","share":0.1,"facility":"hospital"}</c>.</summary>
/// <remarks>
/// Who is ill is drawn from all matching people, on leave or not, by a fixed shuffle of their ids under the seed: equal seeds
/// draw the same people on every machine, and whoever is ill at some share is ill at every greater one. The number of people is the share of
/// all that match, rounded up. It is an error if nobody matches.
/// </remarks>
/// <param name="Share">Share of the matching people who are ill; more than 0, at most 1.</param>
/// <param name="From">First day of illness; the horizon's first if not given.</param>
/// <param name="To">Last day of illness; the horizon's last if not given.</param>
/// <param name="Facility">Id of the home facility of the people concerned; everybody's if not given.</param>
/// <param name="Skill">Id of a skill that the people concerned have; any if not given.</param>
/// <param name="Seed">Seed of the draw; 0 to 2,147,483,647.</param>
public sealed record SickLeave(
    [Limits(0, 1, AboveMinimum = true)] double Share,
    DateOnly? From = null,
    DateOnly? To = null,
    [RefersTo(nameof(District.Facilities))] string? Facility = null,
    [RefersTo(nameof(District.Skills))] string? Skill = null,
    [Limits(0, int.MaxValue)] int Seed = 1) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) =>
        StaffSelection.Of(district, Facility, Skill).Fault("nobody matches: the change would do nothing");

    internal override District Apply(District district)
    {
        IReadOnlyList<StaffMember> people = StaffSelection.Of(district, Facility, Skill).Found;
        HashSet<string> ill =
        [
            .. people.Select(person => person.Id)
                .OrderBy(id => StableShuffle.Key(id, Seed)).ThenBy(id => id, StringComparer.Ordinal)
                .Take((int)Math.Max(1, WholeUnits.RoundedUp(people.Count, Share))),
        ];
        DateOnly first = From ?? district.Horizon.Start;
        DateOnly last = To ?? district.Horizon.End;
        return district with
        {
            Absences =
            [
                .. district.Absences,
                .. people.Where(person => ill.Contains(person.Id)).Select(person => new Absence(person.Id, first, last, AbsenceKind.Sick)),
            ],
        };
    }
}
