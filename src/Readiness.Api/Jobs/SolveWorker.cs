using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;

namespace Readiness.Api.Jobs;

/// <summary>Claims jobs and does them, so many at the same time as the settings say.</summary>
/// <param name="sources">Where jobs wait; one that comes earlier is asked first.</param>
/// <param name="queue">Tells when a scenario arrives.</param>
/// <param name="settings">Number of solves at the same time, lease and time limit.</param>
/// <param name="lifetime">Says when the service is asked to stop; then solves under way go back to the queue.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SolveWorker(
    IEnumerable<IJobSource> sources,
    SolveQueue queue,
    IOptions<ServiceSettings> settings,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SolveWorker> logger)
    : BackgroundService
{
    /// <summary>How long scenarios that another process put into the queue may go unnoticed.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a running solve looks whether a client wants it to end.</summary>
    private static readonly TimeSpan CancelPoll = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<RunningJob, bool> running = new();

    /// <summary>One name per process; never used twice.</summary>
    private readonly string owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Requests may still be answered while solves are given back, so that this begins before the hosted services are stopped.
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using CancellationTokenRegistration giveBack = stopping.Token.Register(GiveAllBack);
        await Task.WhenAll(Enumerable.Range(0, settings.Value.ConcurrentSolves).Select(_ => WorkAsync(stopping.Token)));
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await RunFirstAsync(stopping))
                {
                    await queue.WaitForArrivalAsync(IdleWait, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Such as a server that is away: what was claimed comes back when its lease is over.
                LogFailure(logger, fault);
                await Task.Delay(IdleWait, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Does the first job that waits; returns whether there was one.</summary>
    private async Task<bool> RunFirstAsync(CancellationToken stopping)
    {
        foreach (IJobSource source in sources)
        {
            if (await source.ClaimAsync(owner, stopping) is { } claim)
            {
                await RunAsync(source, claim, stopping);
                return true;
            }
        }

        return false;
    }

    private async Task RunAsync(IJobSource source, JobClaim claim, CancellationToken stopping)
    {
        using RunningJob run = new(claim);
        running.TryAdd(run, true);
        if (claim.Cancelled)
        {
            run.End(StopReason.Client);
        }

        if (stopping.IsCancellationRequested)
        {
            run.End(StopReason.Shutdown);
        }

        using CancellationTokenSource ended = new();
        Task watch = WatchAsync(source, run, ended.Token);
        try
        {
            await source.RunAsync(run);
        }
        finally
        {
            running.TryRemove(run, out _);
            await ended.CancelAsync();
            await watch;
        }
    }

    /// <summary>Renews the lease until the job has ended, and ends it when a client, the time limit or a lost claim wants it.</summary>
    private async Task WatchAsync(IJobSource source, RunningJob run, CancellationToken ended)
    {
        TimeSpan renewal = TimeSpan.FromSeconds(settings.Value.LeaseSeconds / 3);
        TimeSpan limit = TimeSpan.FromSeconds(settings.Value.JobTimeLimitSeconds);
        long begun = time.GetTimestamp();
        long renewed = begun;
        while (true)
        {
            try
            {
                await Task.Delay(CancelPoll, time, ended);
                bool due = time.GetElapsedTime(renewed) >= renewal;
                bool? cancelled = due ? await source.RenewAsync(run.Claim) : await source.IsCancelledAsync(run.Claim);
                renewed = due ? time.GetTimestamp() : renewed;
                StopReason reason = cancelled is null ? StopReason.LostClaim
                    : cancelled.Value ? StopReason.Client
                    : time.GetElapsedTime(begun) >= limit ? StopReason.TimeLimit
                    : StopReason.None;
                if (reason != StopReason.None && !ended.IsCancellationRequested)
                {
                    run.End(reason);
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A store that is away for a moment ends no solve; one that is away for longer ends the claim.
                LogFailure(logger, fault);
            }
        }
    }

    private void GiveAllBack()
    {
        foreach (RunningJob run in running.Keys)
        {
            run.End(StopReason.Shutdown);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of solves could not be served; it is tried again.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
