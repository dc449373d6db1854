namespace Readiness.Staffing;

/// <summary>When a part of the work on columns has to stop.</summary>
/// <param name="run">The call.</param>
/// <param name="until">Time since its start at which the part ends.</param>
/// <param name="cancellationToken">Ends it early.</param>
internal sealed class ColumnLimits(RosterRun run, TimeSpan until, CancellationToken cancellationToken)
{
    /// <summary>Whether to stop.</summary>
    public bool MustStop => cancellationToken.IsCancellationRequested || run.MustStop || run.Elapsed >= until;

    /// <summary>Time left; never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan left = until - run.Elapsed;
            left = left < run.Remaining ? left : run.Remaining;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Ends the work early.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The same limits, but for at most some time; under a work limit, where the clock decides nothing, just the same.</summary>
    public ColumnLimits For(TimeSpan time) => run.Options.WorkLimit is not null ? this : new(run, run.Elapsed + (time < Remaining ? time : Remaining), cancellationToken);

    /// <summary>The same limits, but for at most a share of the time that is left.</summary>
    public ColumnLimits Part(double share) => For(Remaining * share);
}
