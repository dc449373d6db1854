using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>
/// Multiplies the newly confirmed cases, those of the region and those imported into a zone alike: <c>{"type":"scaleCases","factor":2}</c>.
/// </summary>
/// <remarks>
/// Cases that the district forecasts (<see cref="ForecastSettings"/>) are multiplied as a whole, reported ones and those to come; then no dates can be given.
/// Without <paramref name="From"/> the cases before the horizon, whose contacts and patients reach into it, are multiplied too. Travellers
/// are not cases (<see cref="ScaleArrivals"/>). It is an error if dates are given and no count is on record for them.
/// </remarks>
/// <param name="Factor">Factor; 0 to 100. 1 changes nothing.</param>
/// <param name="From">First date of confirmation that is multiplied; the first on record if not given.</param>
/// <param name="To">Last date of confirmation that is multiplied; the last on record if not given.</param>
public sealed record ScaleCases([Limits(0, 100)] double Factor, DateOnly? From = null, DateOnly? To = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => district.Epidemic.Forecast is null
        ? Selection<DateOnly>.Of(
            [
                .. district.Epidemic.NewCases.Select(count => count.Date),
                .. district.Epidemic.ImportedCases.Select(count => count.Date),
            ])
            .Narrow(nameof(From), From, date => date >= From)
            .Narrow(nameof(To), To, date => date <= To)
            .Fault("no cases are on record for these dates")
        : new (string Name, DateOnly? Date)[] { (nameof(From), From), (nameof(To), To) }
            .Where(given => given.Date is not null)
            .Select(given => new ChangeFault(given.Name, "cannot be given: the district's cases are forecast, and are multiplied as a whole"));

    internal override District Apply(District district)
    {
        var period = new Period(From, To);
        Epidemic epidemic = district.Epidemic;
        return district with
        {
            Epidemic = epidemic with
            {
                Forecast = epidemic.Forecast is { } forecast ? forecast with { CaseFactor = forecast.CaseFactor * Factor } : null,
                NewCases = [.. epidemic.NewCases.Select(count => period.Contains(count.Date) ? count with { Count = count.Count * Factor } : count)],
                ImportedCases = [.. epidemic.ImportedCases.Select(count => period.Contains(count.Date) ? count with { Count = count.Count * Factor } : count)],
            },
        };
    }
}
