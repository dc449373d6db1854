using Readiness.Plans;

namespace Readiness.Api.Scenarios;

/// <summary>One event of a scenario: <c>state</c> when its state changes, <c>progress</c> while it is solved, <c>plan</c> once its plan is there.</summary>
/// <param name="State">Where the scenario stands.</param>
/// <param name="Progress">With <c>progress</c>: how far the solve is, with the objective levels of the best plan so far.</param>
/// <param name="Levels">With <c>plan</c>: value and proven bound of every objective level, the most important first.</param>
/// <param name="Indicators">With <c>plan</c>: figures of the plan by id.</param>
/// <param name="Failure">With <c>state</c>: why it failed, if it did.</param>
public sealed record ScenarioEvent(
    ScenarioState State,
    ScenarioProgress? Progress = null,
    IReadOnlyList<LevelReport>? Levels = null,
    IReadOnlyDictionary<string, Indicator>? Indicators = null,
    ScenarioFailure? Failure = null)
{
    /// <summary>Name of the event of a change of state.</summary>
    internal const string StateKind = "state";

    /// <summary>Name of the event of a report of the solve.</summary>
    internal const string ProgressKind = "progress";

    /// <summary>Name of the event of a plan.</summary>
    internal const string PlanKind = "plan";

    /// <summary>Name of the event that only says that the connection is alive; it has no id.</summary>
    internal const string HeartbeatKind = "heartbeat";
}
