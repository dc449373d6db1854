namespace Readiness.Api.StressTests;

/// <summary>A stress test in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Scenario">Id of the scenario whose plan is tested.</param>
/// <param name="Mode">What becomes of the plan.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Futures">Futures that were asked for.</param>
/// <param name="Done">Futures that are done.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Finished">When it ended.</param>
public sealed record StressTestSummary(
    string Id, string Scenario, StressTestMode Mode, StressTestState State, int Futures, int Done, DateTimeOffset Created, DateTimeOffset? Finished)
{
    /// <summary>Tells what is stored.</summary>
    /// <param name="test">The stored test.</param>
    internal static StressTestSummary Of(StoredStressTest test) =>
        new(test.Id, test.Order.Scenario, test.Order.Mode, test.State, test.Order.Futures, test.Done, test.Created, test.Finished);
}
