using Readiness.Api.Scenarios;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>A stress test as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">What is wanted.</param>
/// <param name="Created">When it was posted.</param>
internal sealed record StoredStressTest(string Id, StressTestOrder Order, DateTimeOffset Created)
{
    /// <summary>Where it stands.</summary>
    public StressTestState State { get; init; } = StressTestState.Queued;

    /// <summary>When its first future was begun.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Futures that are done.</summary>
    public int Done { get; init; }

    /// <summary>Its report, once there is one.</summary>
    public StressTestReport? Report { get; init; }

    /// <summary>Why it failed, if it did.</summary>
    public ScenarioFailure? Failure { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool Ended => State is not (StressTestState.Queued or StressTestState.Running);
}
