using System.Text.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>A row of the table of stress tests, as the database gives it.</summary>
internal sealed class StressTestRow
{
    /// <summary>The columns but for the report.</summary>
    public const string Short = """
        id AS Id, wanted AS Wanted, state AS State, created AS Created, started AS Started, finished AS Finished, done AS Done, failure AS Failure
        """;

    /// <summary>All columns.</summary>
    public const string Full = Short + ", report AS Report";

    public string Id { get; init; } = "";

    public string Wanted { get; init; } = "";

    public string State { get; init; } = "";

    public string Created { get; init; } = "";

    public string? Started { get; init; }

    public string? Finished { get; init; }

    public long Done { get; init; }

    public string? Report { get; init; }

    public string? Failure { get; init; }

    /// <summary>A state as it is stored.</summary>
    /// <param name="state">The state.</param>
    public static string Word(StressTestState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>The state that <see cref="Word"/> wrote.</summary>
    /// <param name="word">The word.</param>
    public static StressTestState StateOf(string word) => Enum.Parse<StressTestState>(word, ignoreCase: true);

    /// <summary>What the row stands for.</summary>
    public StoredStressTest ToTest() => new(Id, StoredJson.Read<StressTestOrder>(Wanted)!, Database.Time(Created))
    {
        State = StateOf(State),
        Started = Started is null ? null : Database.Time(Started),
        Finished = Finished is null ? null : Database.Time(Finished),
        Done = (int)Done,
        Report = StoredJson.Read<StressTestReport>(Report),
        Failure = StoredJson.Read<ScenarioFailure>(Failure),
    };
}
