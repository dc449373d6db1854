using System.Text.Json;
using Readiness.Api.Publishing;
using Readiness.Api.Scenarios;
using Readiness.Assessment;

namespace Readiness.Api.Storage;

/// <summary>A row of the table of scenarios with its plan, as the database gives it.</summary>
internal sealed class ScenarioRow
{
    /// <summary>The columns, for a statement that joins <c>scenarios s</c> and <c>plans p</c>.</summary>
    public const string Columns = """
        s.id AS Id, s.baseline AS Baseline, s.baseline_version AS BaselineVersion, s.name AS Name, s.changes AS Changes, s.settings AS Settings,
        s.sweep AS Sweep, s.cell AS Cell, s.state AS State, s.created AS Created, s.started AS Started, s.finished AS Finished, s.progress AS Progress,
        s.published AS Published, s.comparison AS Comparison, s.failure AS Failure, p.document AS Outcome
        """;

    public string Id { get; init; } = "";

    public string Baseline { get; init; } = "";

    public long BaselineVersion { get; init; }

    public string Name { get; init; } = "";

    public string Changes { get; init; } = "";

    public string Settings { get; init; } = "";

    public string? Sweep { get; init; }

    public long? Cell { get; init; }

    public string State { get; init; } = "";

    public string Created { get; init; } = "";

    public string? Started { get; init; }

    public string? Finished { get; init; }

    public string? Progress { get; init; }

    public string? Published { get; init; }

    public string? Comparison { get; init; }

    public string? Failure { get; init; }

    public string? Outcome { get; init; }

    /// <summary>A state as it is stored.</summary>
    /// <param name="state">The state.</param>
    public static string Word(ScenarioState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>The state that <see cref="Word"/> wrote.</summary>
    /// <param name="word">The word.</param>
    public static ScenarioState StateOf(string word) => Enum.Parse<ScenarioState>(word, ignoreCase: true);

    /// <summary>What the row stands for.</summary>
    public StoredScenario ToScenario() => new(
        Id, Baseline, BaselineVersion, StoredJson.Read<string>(Name)!, JsonElement.Parse(Changes), StoredJson.Read<SolveSettings>(Settings)!, Database.Time(Created))
    {
        State = StateOf(State),
        Place = Sweep is null ? null : new SweepPlace(Sweep, (int)Cell!.Value),
        Published = StoredJson.Read<PublishedChoice>(Published),
        Started = Started is null ? null : Database.Time(Started),
        Finished = Finished is null ? null : Database.Time(Finished),
        Progress = StoredJson.Read<ScenarioProgress>(Progress),
        Outcome = StoredJson.Read<PlanOutcome>(Outcome),
        Comparison = StoredJson.Read<PlanComparison>(Comparison),
        Failure = StoredJson.Read<ScenarioFailure>(Failure),
    };
}
