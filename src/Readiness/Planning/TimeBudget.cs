using System.Diagnostics;

namespace Readiness.Planning;

/// <summary>Shares a joint plan's time limit out over its parts, and its seed and work limit with it.</summary>
internal sealed class TimeBudget
{
    /// <summary>Share of the limit that is kept for audits at the end.</summary>
    private const double Reserve = 0.03;

    /// <summary>Share of the limit that rounds leave to the proof.</summary>
    private const double ProofShare = 0.1;

    private static readonly TimeSpan LeastSlice = TimeSpan.FromMilliseconds(50);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly SolveOptions options;

    public TimeBudget(SolveOptions options) => this.options = options;

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>A small part of the whole limit, for what is done with the plan that is returned.</summary>
    public TimeSpan Ending => options.TimeLimit * (Reserve / 2);

    /// <summary>Time left before the reserve is touched.</summary>
    public TimeSpan Left => (options.TimeLimit * (1 - Reserve)) - clock.Elapsed;

    /// <summary>Whether a share of the whole limit is left before the time for the proof is touched.</summary>
    public bool HasRoomFor(double share) => ByWork
        ? Left > LeastSlice
        : Left - (options.TimeLimit * ProofShare) > options.TimeLimit * share;

    public int Seed => options.Seed;

    public int Threads => options.Threads;

    /// <summary>Whether parts are limited by work, so that the plan does not depend on the clock.</summary>
    public bool ByWork => options.WorkLimit is not null;

    /// <summary>A slice of the whole limit, never more than what is left.</summary>
    public TimeSpan Slice(double share)
    {
        if (ByWork)
        {
            return Left > LeastSlice ? Left : LeastSlice;
        }

        TimeSpan slice = options.TimeLimit * share;
        return slice < Left ? slice : Left > LeastSlice ? Left : LeastSlice;
    }

    /// <summary>The work limit of a part: the given amount when the plan is limited by work, else none.</summary>
    public long? Work(long amount) => ByWork ? amount : null;
}
