using System.Text.Json;
using Readiness.Api.Publishing;
using Readiness.Api.Scenarios;
using Readiness.Assessment;

namespace Readiness.Api.Storage;

/// <summary>A scenario as it is kept: data only, so that it can be one document of a database.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Changes">Its changes, a JSON array that has been validated against the baseline.</param>
/// <param name="Settings">How it is solved.</param>
/// <param name="Created">When it was posted.</param>
internal sealed record StoredScenario(
    string Id, string Baseline, long BaselineVersion, string Name, JsonElement Changes, SolveSettings Settings, DateTimeOffset Created)
{
    /// <summary>Where it stands.</summary>
    public ScenarioState State { get; init; } = ScenarioState.Queued;

    /// <summary>Where it stands in a sweep, if it is a cell of one.</summary>
    public SweepPlace? Place { get; init; }

    /// <summary>The published plan on top of which it is planned, if any.</summary>
    public PublishedChoice? Published { get; init; }

    /// <summary>When its solve began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When its solve ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The last report of its solve.</summary>
    public ScenarioProgress? Progress { get; init; }

    /// <summary>Its plan, once there is one.</summary>
    public PlanOutcome? Outcome { get; init; }

    /// <summary>Its plan beside the baseline's, once there are both.</summary>
    public PlanComparison? Comparison { get; init; }

    /// <summary>Why it failed, if it did.</summary>
    public ScenarioFailure? Failure { get; init; }

    /// <summary>Whether its solve has ended.</summary>
    public bool Ended => State is not (ScenarioState.Queued or ScenarioState.Running);
}
