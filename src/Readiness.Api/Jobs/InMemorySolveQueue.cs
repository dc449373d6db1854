using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;

namespace Readiness.Api.Jobs;

/// <summary>A bounded queue in memory with its workers.</summary>
/// <param name="job">What is done with a scenario whose turn it is.</param>
/// <param name="settings">Capacity and number of workers.</param>
/// <param name="lifetime">Says when the service is asked to stop; then all solves are.</param>
internal sealed class InMemorySolveQueue(
    ScenarioJob job, IOptions<ServiceSettings> settings, IHostApplicationLifetime lifetime)
    : BackgroundService, ISolveQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<Entry> waiting = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim arrivals = new(0);

    /// <inheritdoc />
    public ValueTask<bool> TryEnqueueAsync(string scenarioId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (waiting.Count >= settings.Value.QueueCapacity)
            {
                return ValueTask.FromResult(false);
            }

            Entry entry = new(scenarioId);
            entries.Add(scenarioId, entry);
            waiting.AddLast(entry);
        }

        arrivals.Release();
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc />
    public async Task CancelAsync(string scenarioId)
    {
        Entry? entry;
        bool waited;
        lock (gate)
        {
            if (!entries.TryGetValue(scenarioId, out entry))
            {
                return;
            }

            waited = waiting.Remove(entry);
        }

        await entry.Stop.CancelAsync();
        if (waited)
        {
            await RunAsync(entry);
        }
    }

    /// <inheritdoc />
    public Task WhenEndedAsync(string scenarioId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return entries.TryGetValue(scenarioId, out Entry? entry)
                ? entry.Ended.Task.WaitAsync(cancellationToken)
                : Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        arrivals.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(CancelAll);
        await Task.WhenAll(Enumerable.Range(0, settings.Value.ConcurrentSolves).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await arrivals.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // A cancelled entry leaves the list but not the semaphore: then there is nothing to take.
            if (Take() is { } entry)
            {
                await RunAsync(entry);
            }
        }
    }

    private Entry? Take()
    {
        lock (gate)
        {
            Entry? first = waiting.First?.Value;
            if (first is not null)
            {
                waiting.RemoveFirst();
            }

            return first;
        }
    }

    private async Task RunAsync(Entry entry)
    {
        try
        {
            await job.RunAsync(entry.ScenarioId, entry.Stop.Token);
        }
        finally
        {
            lock (gate)
            {
                entries.Remove(entry.ScenarioId);
            }

            entry.Ended.SetResult();
        }
    }

    private void CancelAll()
    {
        Entry[] all;
        lock (gate)
        {
            all = [.. entries.Values];
        }

        foreach (Entry entry in all)
        {
            entry.Stop.Cancel();
        }
    }

    /// <summary>A scenario that waits or runs.</summary>
    private sealed class Entry(string scenarioId)
    {
        public string ScenarioId { get; } = scenarioId;

        public CancellationTokenSource Stop { get; } = new();

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
