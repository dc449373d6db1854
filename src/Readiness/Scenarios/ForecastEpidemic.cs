using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>
/// Forecasts the region's cases from reported ones, in place of the course that the document gives or of another forecast, and plans for one course of
/// the ensemble: <c>{"type":"forecastEpidemic","forecast":{"series":[...],"planFor":{"kind":"quantile","level":0.9}}}</c>.
/// </summary>
/// <param name="Forecast">What is known, what is believed, and what to plan for.</param>
public sealed record ForecastEpidemic(ForecastSettings Forecast) : ScenarioChange
{
    internal override District Apply(District district) => district with { Epidemic = district.Epidemic with { Forecast = Forecast } };
}
