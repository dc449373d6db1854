using System.Data.Common;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Jobs;

/// <summary>The plans of unchanged baselines, each made once per version and settings, however many scenarios ask for it.</summary>
/// <param name="thread">Makes the plans.</param>
/// <param name="store">Keeps them.</param>
/// <param name="claims">Say who makes one.</param>
/// <param name="time">The clock.</param>
internal sealed class BaselinePlans(SolveThread thread, BaselinePlanStore store, BaselinePlanClaims claims, TimeProvider time)
{
    /// <summary>How often whoever waits for another process's plan looks whether it is there.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Baseline, long Version, SolveSettings Settings), Shared> underWay = [];

    /// <summary>The plan of a baseline, from the store, from a solve under way or from a new one.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="version">Its version.</param>
    /// <param name="settings">Limits and seed.</param>
    /// <param name="progress">Hears of the course, if it is under way.</param>
    /// <param name="cancellationToken">Leaves. When the last one leaves, the solve ends.</param>
    /// <returns>The plan; for the last one who leaves, the best plan so far, which is not kept.</returns>
    /// <exception cref="OperationCanceledException">The caller left and others still wait for the plan.</exception>
    public async Task<PlanOutcome> GetAsync(
        District baseline, long version, SolveSettings settings, IProgress<PlanProgress> progress, CancellationToken cancellationToken)
    {
        (string, long, SolveSettings) key = (baseline.Id, version, settings);
        Shared shared = Join(key, baseline, progress);
        try
        {
            PlanOutcome plan = await shared.Plan.WaitAsync(cancellationToken);
            Leave(key, shared);
            return plan;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (!Leave(key, shared))
            {
                throw;
            }

            await shared.Stop.CancelAsync();
            return await shared.Plan;
        }
        catch
        {
            Leave(key, shared);
            throw;
        }
    }

    private Shared Join((string Baseline, long Version, SolveSettings Settings) key, District baseline, IProgress<PlanProgress> progress)
    {
        lock (gate)
        {
            if (!underWay.TryGetValue(key, out Shared? shared))
            {
                shared = new Shared();
                shared.Plan = Task.Run(() => FindOrMakeAsync(baseline, key.Version, key.Settings, shared));
                underWay.Add(key, shared);
            }

            shared.Waiting++;
            shared.Add(progress);
            return shared;
        }
    }

    /// <summary>One asker fewer; returns whether it was the last.</summary>
    private bool Leave((string, long, SolveSettings) key, Shared shared)
    {
        lock (gate)
        {
            shared.Waiting--;
            if (shared.Waiting == 0)
            {
                underWay.Remove(key);
            }

            return shared.Waiting == 0;
        }
    }

    private async Task<PlanOutcome> FindOrMakeAsync(District baseline, long version, SolveSettings settings, Shared shared)
    {
        string owner = Guid.NewGuid().ToString("N");
        while (true)
        {
            if (await store.FindAsync(baseline.Id, version, settings, CancellationToken.None) is { } kept)
            {
                return kept;
            }

            if (await claims.TakeAsync(baseline.Id, version, settings, owner, CancellationToken.None))
            {
                break;
            }

            await Task.Delay(Poll, time, shared.Stop.Token);
        }

        using CancellationTokenSource done = new();
        Task renewal = RenewAsync(baseline.Id, version, settings, owner, done.Token);
        try
        {
            return await MakeAsync(baseline, version, settings, shared);
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
            await claims.ReleaseAsync(baseline.Id, version, settings, owner);
        }
    }

    private async Task<PlanOutcome> MakeAsync(District baseline, long version, SolveSettings settings, Shared shared)
    {
        // Whoever had the claim before may have kept its plan in the meantime.
        if (await store.FindAsync(baseline.Id, version, settings, CancellationToken.None) is { } kept)
        {
            return kept;
        }

        ReadinessPlan plan = await thread.RunAsync(baseline, settings.ToPlannerOptions(), shared, shared.Stop.Token);

        // A plan that was cut off is no yardstick and is not kept.
        return shared.Stop.IsCancellationRequested
            ? PlanOutcome.Of(plan)
            : await store.KeepAsync(baseline.Id, version, settings, PlanOutcome.Of(plan), CancellationToken.None);
    }

    private async Task RenewAsync(string baseline, long version, SolveSettings settings, string owner, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(claims.Renewal, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await claims.TakeAsync(baseline, version, settings, owner, done);
            }
            catch (Exception fault) when (fault is OperationCanceledException or DbException)
            {
                // A store that is away for longer than the lease lets another process make the same plan; the first that is stored stays.
            }
        }
    }

    /// <summary>One plan and all who wait for it.</summary>
    private sealed class Shared : IProgress<PlanProgress>
    {
        private readonly Lock reports = new();
        private readonly List<IProgress<PlanProgress>> listeners = [];
        private PlanProgress? last;

        public CancellationTokenSource Stop { get; } = new();

        public Task<PlanOutcome> Plan { get; set; } = null!;

        public int Waiting { get; set; }

        /// <summary>Somebody who wants to hear of the course; hears the last report at once.</summary>
        public void Add(IProgress<PlanProgress> listener)
        {
            lock (reports)
            {
                listeners.Add(listener);
                if (last is not null)
                {
                    listener.Report(last);
                }
            }
        }

        public void Report(PlanProgress value)
        {
            lock (reports)
            {
                last = value;
                foreach (IProgress<PlanProgress> listener in listeners)
                {
                    listener.Report(value);
                }
            }
        }
    }
}
