using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Jobs;

/// <summary>The plans of unchanged baselines, each made once per baseline and options, however many scenarios ask for it.</summary>
/// <param name="thread">Makes the plans.</param>
/// <param name="settings">Says how many are kept.</param>
internal sealed class BaselinePlans(SolveThread thread, IOptions<ServiceSettings> settings)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Baseline, PlannerOptions Options), Shared> plans = [];
    private long clock;

    /// <summary>The plan of a baseline, from the store, from a solve under way or from a new one.</summary>
    /// <param name="baseline">The baseline; districts with equal ids are equal.</param>
    /// <param name="options">Limits and seed.</param>
    /// <param name="progress">Hears of the course, if it is under way.</param>
    /// <param name="cancellationToken">Leaves. When the last one leaves, the solve ends.</param>
    /// <returns>The plan; for the last one who leaves, the best plan so far, which is not kept.</returns>
    /// <exception cref="OperationCanceledException">The caller left and others still wait for the plan.</exception>
    public async Task<ReadinessPlan> GetAsync(
        District baseline, PlannerOptions options, IProgress<PlanProgress> progress, CancellationToken cancellationToken)
    {
        (string, PlannerOptions) key = (baseline.Id, options);
        Shared shared = Join(key, baseline, options, progress);
        try
        {
            ReadinessPlan plan = await shared.Plan.WaitAsync(cancellationToken);
            Leave(key, shared, keep: true);
            return plan;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (!Leave(key, shared, keep: false))
            {
                throw;
            }

            await shared.Stop.CancelAsync();
            return await shared.Plan;
        }
        catch
        {
            Leave(key, shared, keep: false);
            throw;
        }
    }

    private Shared Join(
        (string, PlannerOptions) key, District baseline, PlannerOptions options, IProgress<PlanProgress> progress)
    {
        lock (gate)
        {
            if (!plans.TryGetValue(key, out Shared? shared))
            {
                shared = new Shared();
                shared.Plan = thread.RunAsync(baseline, options, shared, shared.Stop.Token);
                plans.Add(key, shared);
            }

            shared.Waiting++;
            shared.LastUse = ++clock;
            if (!shared.Plan.IsCompleted)
            {
                shared.Add(progress);
            }

            return shared;
        }
    }

    /// <summary>One asker fewer; returns whether the solve has to end because nobody waits for it any more.</summary>
    private bool Leave((string, PlannerOptions) key, Shared shared, bool keep)
    {
        lock (gate)
        {
            shared.Waiting--;
            bool abandoned = !keep && shared.Waiting == 0;
            if (abandoned && plans.GetValueOrDefault(key) == shared)
            {
                plans.Remove(key);
            }

            Trim();
            return abandoned;
        }
    }

    private void Trim()
    {
        while (plans.Count > settings.Value.BaselinePlans)
        {
            KeyValuePair<(string, PlannerOptions), Shared>? oldest = plans
                .Where(p => p.Value.Waiting == 0)
                .OrderBy(p => p.Value.LastUse)
                .Select(p => (KeyValuePair<(string, PlannerOptions), Shared>?)p)
                .FirstOrDefault();
            if (oldest is not { } found)
            {
                return;
            }

            plans.Remove(found.Key);
        }
    }

    /// <summary>One plan and all who wait for it.</summary>
    private sealed class Shared : IProgress<PlanProgress>
    {
        private readonly Lock reports = new();
        private readonly List<IProgress<PlanProgress>> listeners = [];
        private PlanProgress? last;

        public CancellationTokenSource Stop { get; } = new();

        public Task<ReadinessPlan> Plan { get; set; } = null!;

        public int Waiting { get; set; }

        public long LastUse { get; set; }

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
