using Readiness.Api.Scenarios;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>A stress test with its progress and, once it has ended, its report.</summary>
/// <param name="Id">Id.</param>
/// <param name="Scenario">Id of the scenario whose plan is tested.</param>
/// <param name="Mode">What becomes of the plan.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Seed">Seed of the futures.</param>
/// <param name="Uncertainty">What is sampled; what is null is not.</param>
/// <param name="Options">How every future is planned; null if the plan is carried out as it is.</param>
/// <param name="Futures">Futures that were asked for.</param>
/// <param name="Done">Futures that are done.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Started">When its first future was begun.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Report">What came of the futures.</param>
/// <param name="Failure">Why it failed, if it did.</param>
public sealed record StressTestStatus(
    string Id,
    string Scenario,
    StressTestMode Mode,
    StressTestState State,
    int Seed,
    StressTestUncertainty Uncertainty,
    SolveSettings? Options,
    int Futures,
    int Done,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Finished,
    StressTestReport? Report,
    ScenarioFailure? Failure)
{
    /// <summary>Tells what is stored.</summary>
    /// <param name="test">The stored test.</param>
    internal static StressTestStatus Of(StoredStressTest test)
    {
        StressTestOrder order = test.Order;
        return new StressTestStatus(
            test.Id, order.Scenario, order.Mode, test.State, order.Settings.Seed,
            new StressTestUncertainty(order.Settings.Demand, order.Settings.Shipments, order.Settings.SickLeave),
            order.Options, order.Futures, test.Done, test.Created, test.Started, test.Finished, test.Report, test.Failure);
    }
}
