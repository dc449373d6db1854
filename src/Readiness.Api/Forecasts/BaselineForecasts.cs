using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Storage;
using Readiness.Demand;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Needs;
using Readiness.Districts;

namespace Readiness.Api.Forecasts;

/// <summary>The forecasts of unchanged baselines, each made once per version.</summary>
/// <param name="priors">What forecasts have in common.</param>
/// <param name="settings">Says how many are kept.</param>
internal sealed class BaselineForecasts(SharedPriors priors, IOptions<ServiceSettings> settings)
{
    private readonly KeptTasks<BaselineForecast> kept = new(settings.Value.BaselineForecasts);

    /// <summary>Begins to make in the background what the first forecast or plan of a district would wait for.</summary>
    /// <param name="district">A district that was added.</param>
    public void Prepare(District district)
    {
        if (DistrictEpidemic.Of(district) is { } epidemic)
        {
            _ = priors.GetAsync(epidemic, CancellationToken.None);
        }
    }

    /// <summary>The forecast of a baseline.</summary>
    /// <param name="baseline">A version of the baseline.</param>
    /// <param name="cancellationToken">Gives up waiting; it is made all the same.</param>
    public Task<BaselineForecast> GetAsync(StoredBaseline baseline, CancellationToken cancellationToken) =>
        kept.GetAsync($"{baseline.Tag} {baseline.District.Id}", () => Make(baseline.District)).WaitAsync(cancellationToken);

    private BaselineForecast Make(District district)
    {
        if (DistrictEpidemic.Of(district) is not { } epidemic)
        {
            DemandForecast course = DemandForecaster.Forecast(district);
            return new BaselineForecast(null, null, course.Planned, new NeedsForecaster().Forecast(district, course), null);
        }

        EpidemicPrior prior = priors.GetAsync(epidemic, CancellationToken.None).GetAwaiter().GetResult();
        EpidemicForecast cases = epidemic.Forecast(prior);
        DemandForecast demand = DemandForecaster.Of(district, epidemic, cases);
        return new BaselineForecast(
            epidemic,
            cases with { Regions = [.. cases.Regions.Select(region => region with { Trajectories = [] })] },
            demand.Planned,
            new NeedsForecaster().Forecast(district, demand),
            epidemic.Calibration is { } trial ? new CalibrationAssessor().Assess(trial, epidemic.Options, prior) : null);
    }
}
