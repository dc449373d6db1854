using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Demand;
using Readiness.Demand.Epidemics;

namespace Readiness.Api.Forecasts;

/// <summary>Epidemics simulated from priors, each set made once in the background, however many forecasts and plans ask for it.</summary>
/// <param name="settings">Says how many sets are kept.</param>
internal sealed class SharedPriors(IOptions<ServiceSettings> settings)
{
    private readonly KeptTasks<EpidemicPrior> kept = new(settings.Value.EpidemicPriors);

    /// <summary>The prior epidemics of a setting, from the store, being made or begun now.</summary>
    /// <param name="epidemic">The setting.</param>
    /// <param name="cancellationToken">Gives up waiting; they are made all the same.</param>
    public Task<EpidemicPrior> GetAsync(DistrictEpidemic epidemic, CancellationToken cancellationToken) =>
        kept.GetAsync(epidemic.PriorKey, () => epidemic.BuildPrior()).WaitAsync(cancellationToken);
}
