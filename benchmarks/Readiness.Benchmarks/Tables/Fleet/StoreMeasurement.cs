using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Benchmarks.Tables.Load;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>Measures what the operations of jobs take of a store, with many clients at the same time.</summary>
/// <param name="database">The store.</param>
/// <param name="clients">Operations at the same time.</param>
internal sealed class StoreMeasurement(Database database, int clients)
{
    private static readonly JsonElement Changes = JsonElement.Parse("""[{ "type": "scaleCases", "factor": 2 }]""");

    private readonly IOptions<ServiceSettings> settings = Options.Create(new ServiceSettings { QueueCapacity = 100_000, LeaseSeconds = 3600 });

    /// <summary>Measures.</summary>
    /// <param name="jobs">How many jobs go through the store.</param>
    /// <param name="cancellationToken">Gives up; what has been stored stays.</param>
    public async Task<StoreDemands> RunAsync(int jobs, CancellationToken cancellationToken)
    {
        await Schema.UpdateAsync(database, cancellationToken);
        using SolveQueue queue = new(database, settings, TimeProvider.System);
        JobResults results = new(database, TimeProvider.System);
        PlanOutcome plan = PlanOutcome.Of(new ReadinessPlanner().Plan(
            TinyBaseline.District, new PlannerOptions { Threads = 1, WorkLimit = 1 }, null, cancellationToken));
        ScenarioProgress progress = new(SolveStage.Scenario, "roster", 1, 1, 60, [.. plan.Audit.Levels.Select(level => new LevelValue(level.Level, level.Value))]);

        // What is connected and prepared at the first operations is not what the others pay.
        await GoThroughAsync(queue, results, plan, progress, 2 * clients, cancellationToken);
        return await GoThroughAsync(queue, results, plan, progress, jobs, cancellationToken);
    }

    private async Task<StoreDemands> GoThroughAsync(
        SolveQueue queue, JobResults results, PlanOutcome plan, ScenarioProgress progress, int jobs, CancellationToken cancellationToken)
    {
        int[] numbers = [.. Enumerable.Range(0, jobs)];
        ConcurrentBag<JobClaim> claimed = [];
        double enqueue = await TimeAsync(numbers, _ => queue.EnqueueAsync(Scenario(), cancellationToken), cancellationToken);
        double claim = await TimeAsync(
            numbers,
            async number =>
            {
                // Others may have the only free one for a moment.
                JobClaim? mine;
                while ((mine = await queue.ClaimAsync($"client{number % clients}", cancellationToken)) is null)
                {
                    await Task.Yield();
                }

                claimed.Add(mine);
            },
            cancellationToken);
        JobClaim[] claims = [.. claimed];
        return new StoreDemands(
            enqueue,
            claim,
            await TimeAsync(claims, queue.IsCancelledAsync, cancellationToken),
            await TimeAsync(claims, queue.RenewAsync, cancellationToken),
            await TimeAsync(claims, c => results.ReportAsync(c, progress), cancellationToken),
            await TimeAsync(
                claims,
                async c =>
                {
                    await results.KeepPlanAsync(c, plan);
                    await results.EndAsync(c, ScenarioState.Completed);
                },
                cancellationToken));
    }

    /// <summary>Seconds per operation of many at the same time.</summary>
    private async Task<double> TimeAsync<T>(T[] all, Func<T, Task> operation, CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            all, new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = cancellationToken }, async (item, _) => await operation(item));
        return Stopwatch.GetElapsedTime(begun).TotalSeconds / all.Length;
    }

    private static StoredScenario Scenario()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new StoredScenario(Guid.CreateVersion7(now).ToString("N"), "fleet", 1, "fleet", Changes, new SolveSettings(), now);
    }
}
