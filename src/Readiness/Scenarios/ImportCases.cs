using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Adds newly confirmed cases in one zone on one day: <c>{"type":"importCases","zone":"biji","date":"2020-02-01","count":5}</c>.</summary>
/// <remarks>They come on top of the district's share of the region's cases, and of imported cases that are on record for the zone and the day already.</remarks>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Date">Date of confirmation.</param>
/// <param name="Count">Cases; more than 0, at most 1,000,000.</param>
public sealed record ImportCases(
    [RefersTo(nameof(District.Zones))] string Zone,
    DateOnly Date,
    [Limits(0, 1_000_000, AboveMinimum = true)] double Count) : ScenarioChange
{
    internal override District Apply(District district)
    {
        bool known = district.Epidemic.ImportedCases.Any(IsSame);
        return district with
        {
            Epidemic = district.Epidemic with
            {
                ImportedCases = known
                    ? [.. district.Epidemic.ImportedCases.Select(count => IsSame(count) ? count with { Count = count.Count + Count } : count)]
                    : [.. district.Epidemic.ImportedCases, new ZoneCount(Date, Zone, Count)],
            },
        };
    }

    private bool IsSame(ZoneCount count) => count.Zone == Zone && count.Date == Date;
}
