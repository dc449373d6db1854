using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Multiplies the travellers from the epicentre who must be quarantined: <c>{"type":"scaleArrivals","factor":0.5}</c>.</summary>
/// <remarks>Without <paramref name="From"/> the travellers who arrived before the horizon are multiplied too. It is an error if dates are given and no count is on record for them.</remarks>
/// <param name="Factor">Factor; 0 to 100. 1 changes nothing.</param>
/// <param name="From">First date of arrival that is multiplied; the first on record if not given.</param>
/// <param name="To">Last date of arrival that is multiplied; the last on record if not given.</param>
public sealed record ScaleArrivals([Limits(0, 100)] double Factor, DateOnly? From = null, DateOnly? To = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) =>
        Selection<DailyCount>.Of(district.Epidemic.Arrivals)
            .Narrow(nameof(From), From, count => count.Date >= From)
            .Narrow(nameof(To), To, count => count.Date <= To)
            .Fault("no arrivals are on record for these dates");

    internal override District Apply(District district)
    {
        var period = new Period(From, To);
        Epidemic epidemic = district.Epidemic;
        return district with
        {
            Epidemic = epidemic with
            {
                Arrivals = [.. epidemic.Arrivals.Select(count => period.Contains(count.Date) ? count with { Count = count.Count * Factor } : count)],
            },
        };
    }
}
