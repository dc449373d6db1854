using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Api.Publishing;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Api.Scenarios;

/// <summary>A scenario with all that is known about its plan; what is not known yet is null or empty.</summary>
/// <param name="Id">Id.</param>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Changes">The changes in their order.</param>
/// <param name="Options">How it is solved.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Started">When its solve began.</param>
/// <param name="Finished">When its solve ended.</param>
/// <param name="Progress">The last report of its solve.</param>
/// <param name="Indicators">Figures of the plan by id, re-derived by the audit.</param>
/// <param name="Proof">How the solve ended and what is proven.</param>
/// <param name="Audit">The independent audit.</param>
/// <param name="Unmet">Every need that the plan leaves unmet.</param>
/// <param name="Risk">What is at risk because shipments may come late, in part or never; null where no shipment is uncertain.</param>
/// <param name="Published">The published plan on top of which it is planned, and the days on which its decisions stay; null if there is none.</param>
/// <param name="PublishedChanges">What the plan changes of that one.</param>
/// <param name="Comparison">Figures by id beside those of the baseline's plan, solved with the same options.</param>
/// <param name="Failure">Why it failed, if it did.</param>
/// <param name="Sweep">Id of the sweep of which it is a cell; null if it is none.</param>
/// <param name="Cell">Number of the cell; null if it is none.</param>
public sealed record ScenarioReport(
    string Id,
    string Baseline,
    long BaselineVersion,
    string Name,
    ScenarioState State,
    ImmutableArray<ScenarioChange> Changes,
    SolveSettings Options,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Finished,
    ScenarioProgress? Progress,
    IReadOnlyDictionary<string, Indicator> Indicators,
    ProofReport? Proof,
    AuditReport? Audit,
    IReadOnlyList<UnmetNeed> Unmet,
    PlanRisk? Risk,
    PublishedChoice? Published,
    ChangesReport? PublishedChanges,
    IReadOnlyDictionary<string, IndicatorDifference> Comparison,
    ScenarioFailure? Failure,
    string? Sweep,
    int? Cell)
{
    private static readonly IReadOnlyDictionary<string, Indicator> NoIndicators = new Dictionary<string, Indicator>();

    private static readonly IReadOnlyDictionary<string, IndicatorDifference> NoComparison =
        new Dictionary<string, IndicatorDifference>();

    /// <summary>Tells what is stored.</summary>
    /// <param name="scenario">The stored scenario.</param>
    internal static ScenarioReport Of(StoredScenario scenario)
    {
        PlanOutcome? outcome = scenario.Outcome;
        return new ScenarioReport(
            scenario.Id,
            scenario.Baseline,
            scenario.BaselineVersion,
            scenario.Name,
            scenario.State,
            scenario.Changes.Deserialize<ImmutableArray<ScenarioChange>>(DistrictJson.Options),
            scenario.Settings,
            scenario.Created,
            scenario.Started,
            scenario.Finished,
            scenario.Progress,
            outcome?.Audit.Indicators ?? NoIndicators,
            outcome is null ? null : new ProofReport([.. outcome.Proof.Levels.Select(LevelReport.Of)], outcome.Proof.Termination),
            outcome is null ? null : new AuditReport(outcome.Audit.Passed, outcome.Audit.Violations),
            outcome is null ? [] : outcome.Decisions.Unmet,
            outcome?.Risk,
            scenario.Published,
            outcome?.Changes is { } changes ? ChangesReport.Of(changes, ChangesReport.ShortList) : null,
            scenario.Comparison?.Indicators ?? NoComparison,
            scenario.Failure,
            scenario.Place?.Sweep,
            scenario.Place?.Cell);
    }
}
