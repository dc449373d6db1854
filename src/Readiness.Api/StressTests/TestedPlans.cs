using System.Collections.Immutable;
using Readiness.Api.Forecasts;
using Readiness.Api.Storage;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Api.StressTests;

/// <summary>The plans of scenarios with their districts and forecasts, each put together once for many batches.</summary>
/// <param name="scenarios">Where scenarios are kept.</param>
/// <param name="baselines">Where baselines are kept.</param>
/// <param name="priors">What forecasts have in common.</param>
internal sealed class TestedPlans(ScenarioStore scenarios, IBaselineStore baselines, SharedPriors priors)
{
    private const int Kept = 2;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Scenario, ReadinessPlan Plan)> latest = new();

    /// <summary>The plan of a scenario.</summary>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The plan; none if the scenario is gone.</returns>
    public async Task<ReadinessPlan?> FindAsync(string scenario, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (latest.FirstOrDefault(kept => kept.Scenario == scenario).Plan is { } known)
            {
                return known;
            }
        }

        if (await scenarios.FindAsync(scenario, cancellationToken) is not { Outcome: { } outcome } found
            || await baselines.FindVersionAsync(found.Baseline, found.BaselineVersion, cancellationToken) is not { } baseline)
        {
            return null;
        }

        ImmutableArray<ScenarioChange> changes = ScenarioDocument.Read(found.Changes, baseline, "/changes").Changes;
        District district = ScenarioRunner.Apply(baseline, new Scenario(found.Name, changes));
        DemandForecast forecast = DistrictEpidemic.Of(district) is { } epidemic
            ? DemandForecaster.Forecast(district, await priors.GetAsync(epidemic, cancellationToken), cancellationToken)
            : DemandForecaster.Forecast(district);
        ReadinessPlan plan = new(district, forecast, outcome.Decisions, outcome.Audit, outcome.Proof);
        lock (gate)
        {
            latest.AddFirst((scenario, plan));
            if (latest.Count > Kept)
            {
                latest.RemoveLast();
            }
        }

        return plan;
    }
}
