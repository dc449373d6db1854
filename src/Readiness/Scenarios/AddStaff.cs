using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>
/// Adds equal people: <c>{"type":"addStaff","count":20,"home":"hospital","skills":["nurse"],"contract":"standard"}</c>.
/// </summary>
/// <remarks>
/// Their ids are the prefix, a hyphen and a number, counted from 1; numbers whose id is taken are passed over. People who come later are
/// seconded elsewhere until the day before.
/// </remarks>
/// <param name="Count">People; 1 to 1,000.</param>
/// <param name="Home">Id of the home facility.</param>
/// <param name="Skills">Ids of the skills of each; at least one.</param>
/// <param name="Contract">Id of the contract.</param>
/// <param name="Prefix">How their ids begin; at most 90 characters.</param>
/// <param name="From">The first day on which they can work; the horizon's first if not given.</param>
/// <param name="Lendable">Whether they may work at places other than the home facility.</param>
public sealed record AddStaff(
    [Limits(1, 1_000)] int Count,
    [RefersTo(nameof(District.Facilities))] string Home,
    [NotEmpty, RefersTo(nameof(District.Skills))] ImmutableArray<string> Skills,
    [RefersTo(nameof(District.Contracts))] string Contract,
    [Identifier] string Prefix = "added",
    DateOnly? From = null,
    bool Lendable = true) : ScenarioChange
{
    private const int LongestPrefix = 90;

    internal override IEnumerable<ChangeFault> Faults(District district) =>
        Prefix.Length > LongestPrefix ? [new ChangeFault(nameof(Prefix), $"must have at most {LongestPrefix} characters, to leave room for the number")] : [];

    internal override District Apply(District district)
    {
        HashSet<string> taken = [.. district.Staff.Select(person => person.Id)];
        ImmutableArray<StaffMember> people =
        [
            .. Enumerable.Range(1, int.MaxValue).Select(number => $"{Prefix}-{number}").Where(id => !taken.Contains(id)).Take(Count)
                .Select(id => new StaffMember(id, Home, Skills, Contract, Lendable)),
        ];
        return district with
        {
            Staff = [.. district.Staff, .. people],
            Absences = From is { } first && first > district.Horizon.Start
                ?
                [
                    .. district.Absences,
                    .. people.Select(person => new Absence(person.Id, district.Horizon.Start, first.AddDays(-1), AbsenceKind.Seconded)),
                ]
                : district.Absences,
        };
    }
}
