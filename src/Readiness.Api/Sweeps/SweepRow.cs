using System.Text.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Plans;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>A cell in the table of a sweep; what is not known yet is null or empty.</summary>
/// <param name="Cell">Number of the cell, from 0: the last axis turns fastest.</param>
/// <param name="Coordinates">By name of each axis, the value or the label of the alternative.</param>
/// <param name="Scenario">Id of the scenario: <c>/v1/scenarios/{id}</c> tells all of it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Levels">Value and proven bound of every objective level of its plan, the most important first.</param>
/// <param name="Indicators">Figures of its plan by id.</param>
/// <param name="Comparison">Figures by id beside those of the baseline's plan.</param>
/// <param name="Failure">Why it failed, if it did.</param>
public sealed record SweepRow(
    int Cell,
    IReadOnlyDictionary<string, JsonElement> Coordinates,
    string Scenario,
    ScenarioState State,
    IReadOnlyList<LevelReport> Levels,
    IReadOnlyDictionary<string, Indicator> Indicators,
    IReadOnlyDictionary<string, IndicatorDifference> Comparison,
    ScenarioFailure? Failure)
{
    private static readonly IReadOnlyDictionary<string, Indicator> NoIndicators = new Dictionary<string, Indicator>();

    private static readonly IReadOnlyDictionary<string, IndicatorDifference> NoComparison = new Dictionary<string, IndicatorDifference>();

    /// <summary>Tells what is stored.</summary>
    /// <param name="sweep">The grid.</param>
    /// <param name="cell">The stored cell.</param>
    internal static SweepRow Of(Sweep sweep, StoredCell cell) => new(
        cell.Cell,
        sweep.Cell(cell.Cell).Positions.Select((position, axis) => (sweep.Axes[axis].Name, Value: sweep.Axes[axis].Coordinate(position)))
            .ToDictionary(coordinate => coordinate.Name, coordinate => coordinate.Value),
        cell.Scenario,
        cell.State,
        cell.Plan?.Levels ?? [],
        cell.Plan?.Indicators ?? NoIndicators,
        cell.Comparison?.Indicators ?? NoComparison,
        cell.Failure);
}
