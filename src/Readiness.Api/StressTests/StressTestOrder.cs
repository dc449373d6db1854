using Readiness.Api.Scenarios;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>A valid stress test, as it is kept.</summary>
/// <param name="Scenario">Id of the scenario whose plan is tested.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="Mode">What becomes of the plan.</param>
/// <param name="Settings">Seed, and what is sampled.</param>
/// <param name="Options">How every future is planned; none if the plan is carried out as it is.</param>
internal sealed record StressTestOrder(string Scenario, int Futures, StressTestMode Mode, StressTestSettings Settings, SolveSettings? Options)
{
    private const int FixedBatch = 50;

    /// <summary>First future and number of futures of every batch: small enough that a worker that dies loses seconds, or one plan.</summary>
    public IEnumerable<(int First, int Count)> Batches()
    {
        int size = Mode == StressTestMode.Fixed ? FixedBatch : 1;
        for (int first = 0; first < Futures; first += size)
        {
            yield return (first, Math.Min(size, Futures - first));
        }
    }
}
