using System.Collections.Immutable;
using System.Diagnostics;

namespace Readiness.Staffing;

/// <summary>One call of the planner: its clock, limits, best roster and bounds. Threads of the call may share it.</summary>
internal sealed class RosterRun : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly IProgress<SolveProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly double[] bounds;
    private double[]? objective;
    private int[] entryOf = [];
    private int version;
    private TimeSpan? lastReport;
    private readonly ManualResetEventSlim found = new();
    private volatile bool solved;

    /// <summary>Starts the clock.</summary>
    public RosterRun(RosterModel model, RosterOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        Model = model;
        Options = options;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        bounds = new double[model.LevelCount];
    }

    /// <summary>The problem.</summary>
    public RosterModel Model { get; }

    /// <summary>The options.</summary>
    public RosterOptions Options { get; }

    /// <summary>Token of the caller.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Time until the limit; never negative.</summary>
    public TimeSpan Remaining => clock.Elapsed >= Options.TimeLimit ? TimeSpan.Zero : Options.TimeLimit - clock.Elapsed;

    /// <summary>Whether every level of the best roster equals its bound.</summary>
    public bool IsSolved => solved;

    /// <summary>Whether the time is up, the caller has cancelled or there is nothing left to improve.</summary>
    public bool MustStop => solved || cancellationToken.IsCancellationRequested || clock.Elapsed >= Options.TimeLimit;

    /// <summary>Best values so far; null before the first roster.</summary>
    public ImmutableArray<double>? Objective
    {
        get
        {
            lock (gate)
            {
                return objective is null ? null : [.. objective];
            }
        }
    }

    /// <summary>Bounds so far.</summary>
    public ImmutableArray<double> Bounds
    {
        get
        {
            lock (gate)
            {
                return [.. bounds];
            }
        }
    }

    /// <summary>Number of better rosters noted so far: 0 before the first.</summary>
    public int Version => Volatile.Read(ref version);

    /// <summary>The best roster so far: its entries by person × days + day, -1 for a day off, and the value of each level; null before the first.</summary>
    public (int[] EntryOf, double[] Values, int Version)? Best
    {
        get
        {
            lock (gate)
            {
                return objective is null ? null : (entryOf, objective, version);
            }
        }
    }

    /// <summary>Waits for the first roster.</summary>
    /// <returns>Whether there is one.</returns>
    public bool WaitForRoster(CancellationToken token)
    {
        try
        {
            return found.Wait(Remaining, token);
        }
        catch (OperationCanceledException)
        {
            return Version > 0;
        }
    }

    /// <summary>Notes a roster that keeps every rule, if it is better than the best.</summary>
    /// <param name="phase">What found it.</param>
    /// <param name="entries">Its entries by person × days + day; -1 for a day off.</param>
    /// <param name="values">Value of each level.</param>
    public void Improved(string phase, ReadOnlySpan<int> entries, ReadOnlySpan<double> values)
    {
        lock (gate)
        {
            bool better = objective is null || Lexicographic.Compare(values, objective) < 0;
            if (!better)
            {
                return;
            }

            objective = values.ToArray();
            entryOf = entries.ToArray();
            version++;
            found.Set();
            Settle();
        }

        Report(phase, force: false);
    }

    /// <summary>
    /// Notes a bound of a level, proved for higher levels at most at <paramref name="assumed"/>. It stays valid when they improve.
    /// </summary>
    /// <param name="level">The level.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="assumed">Values of the levels for which it was proved; only those before <paramref name="level"/> matter.</param>
    public void Raise(int level, double bound, ReadOnlySpan<double> assumed)
    {
        lock (gate)
        {
            for (int higher = 0; higher < level; higher++)
            {
                // Proved for a tighter limit than the best roster keeps: says nothing yet.
                if (objective is null || objective[higher] > assumed[higher] + Lexicographic.Tolerance(assumed[higher]))
                {
                    return;
                }
            }

            bounds[level] = Math.Max(bounds[level], bound);
            Settle();
        }

        Report("bound", force: true);
    }

    /// <summary>Reports to the caller, at most twenty times a second unless forced.</summary>
    public void Report(string phase, bool force)
    {
        if (progress is null)
        {
            return;
        }

        string? level = null;
        double? value = null;
        double? bound = null;
        lock (gate)
        {
            if (!force && clock.Elapsed - lastReport < TimeSpan.FromMilliseconds(50))
            {
                return;
            }

            lastReport = clock.Elapsed;
            for (int k = 0; objective is not null && k < bounds.Length; k++)
            {
                (level, value, bound) = (Model.Problem.Levels[k], objective[k], bounds[k]);
                if (Lexicographic.Differ(objective[k], bounds[k]))
                {
                    break;
                }
            }
        }

        progress.Report(new SolveProgress(phase, Elapsed, level, value, bound));
    }

    /// <inheritdoc/>
    public void Dispose() => found.Dispose();

    private void Settle()
    {
        bool all = objective is not null;
        for (int level = 0; all && level < bounds.Length; level++)
        {
            all = !Lexicographic.Differ(objective![level], bounds[level]);
        }

        solved = all;
    }
}
