namespace Readiness.Api.Scenarios;

/// <summary>Where a scenario stands.</summary>
public enum ScenarioState
{
    /// <summary>It waits for its solve.</summary>
    Queued,

    /// <summary>It is being solved.</summary>
    Running,

    /// <summary>It has an audited plan; reaching the time limit with one counts as completed.</summary>
    Completed,

    /// <summary>A client stopped it; the best audited plan so far, if there was one, is kept.</summary>
    Stopped,

    /// <summary>It ended without a plan; <c>failure</c> says why.</summary>
    Failed,
}
