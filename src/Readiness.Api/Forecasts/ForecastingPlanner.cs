using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Forecasts;

/// <summary>Plans as <see cref="ReadinessPlanner"/> does; what the forecasts of several plans have in common is made once.</summary>
/// <param name="priors">Where it is kept.</param>
internal sealed class ForecastingPlanner(SharedPriors priors)
{
    /// <summary>Makes a joint plan on the calling thread.</summary>
    /// <param name="district">The facts.</param>
    /// <param name="options">Limits and seed.</param>
    /// <param name="progress">Hears of the course.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ReadinessPlan Plan(
        District district, PlannerOptions options, IProgress<PlanProgress> progress, CancellationToken cancellationToken)
    {
        if (DistrictEpidemic.Of(district) is not { } epidemic)
        {
            return new ReadinessPlanner().Plan(district, options, progress, cancellationToken);
        }

        // The thread is one for solves, which may wait.
        DemandForecast forecast = DemandForecaster.Forecast(
            district, priors.GetAsync(epidemic, cancellationToken).GetAwaiter().GetResult(), cancellationToken);

        // Plans are kept, and only this course counts for them.
        forecast = new DemandForecast(forecast.Horizon, [forecast.Planned]);
        return new ReadinessPlanner().PlanFor(district, forecast, options, progress, cancellationToken);
    }
}
