using System.Text.Json;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Publishing;
using Readiness.Api.Scenarios;
using Readiness.Api.Security.Keys;
using Readiness.Api.Storage;
using Readiness.Api.StressTests;

namespace Readiness.Api.Tests.Storage;

/// <summary>The stores over one empty database, with a clock that the test moves.</summary>
internal sealed class StoreBench(Database database, ServiceSettings settings)
{
    private long sequence;

    public ManualTime Time { get; } = new();

    public Database Database => database;

    public BaselineStore Baselines => new(database, new DistrictCache(), Time);

    public ScenarioStore Scenarios => new(database);

    public SolveQueue Queue => new(database, Options.Create(settings), Time);

    public JobResults Results => new(database, Time);

    public EventStore Events => new(database);

    public BaselinePlanStore BaselinePlans => new(database, Options.Create(settings), Time);

    public IdempotencyStore Idempotency => new(database, Time);

    public ApiKeyStore Keys => new(database, Time);

    public SweepStore Sweeps => new(database);

    public BaselinePlanClaims BaselinePlanClaims => new(database, Options.Create(settings), Time);

    public PublishedPlanStore Published => new(database);

    public Retention Retention => new(database, Scenarios, Sweeps, Options.Create(settings), Time);

    public StressTestStore StressTests => new(database);

    public StressTestResults StressResults => new(database, Time);

    public StressTestQueue StressQueue => new(database, StressResults, Options.Create(settings), Time);

    public ServiceSettings Settings => settings;

    /// <summary>A scenario that is posted a moment after the one before.</summary>
    public StoredScenario Next(string baseline = "b", string name = "n", string changes = "[]", SolveSettings? solve = null)
    {
        DateTimeOffset created = Time.Now.AddTicks(++sequence);
        return new StoredScenario(
            Guid.CreateVersion7(created).ToString("N"), baseline, 1, name, JsonElement.Parse(changes), solve ?? new SolveSettings(), created);
    }

    /// <summary>A sweep with so many cells that is posted a moment after what was before.</summary>
    public (StoredSweep Sweep, StoredScenario[] Cells) NextSweep(int cells)
    {
        StoredScenario first = Next();
        StoredSweep sweep = new(
            first.Id, first.Baseline, 1, "s", JsonElement.Parse("[]"), JsonElement.Parse("[]"), new SolveSettings(), cells, first.Created);
        return (sweep, [.. Enumerable.Range(0, cells).Select(cell => Next() with { Place = new SweepPlace(sweep.Id, cell) })]);
    }

    /// <summary>Puts so many scenarios into the queue.</summary>
    public async Task<StoredScenario[]> EnqueueAsync(int count, string baseline = "b")
    {
        StoredScenario[] scenarios = [.. Enumerable.Range(0, count).Select(i => Next(baseline, $"n{i}"))];
        foreach (StoredScenario scenario in scenarios)
        {
            Assert.Equal(EnqueueResult.Accepted, await Queue.EnqueueAsync(scenario, JsonHttp.Token));
        }

        return scenarios;
    }
}
