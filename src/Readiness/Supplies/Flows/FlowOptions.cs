using System.Diagnostics;

namespace Readiness.Supplies.Flows;

/// <summary>Options of <see cref="FlowPlanner"/>. A unit of <see cref="SolveOptions.WorkLimit"/> is an iteration of the prices; the seed is not used.</summary>
public sealed record FlowOptions : SolveOptions
{
    // Part of the time limit that is left for writing the plan down.
    private const double Usable = 0.97;

    /// <summary>The search ends when (objective - bound) ÷ objective is no more than this; 0 or more.</summary>
    public double RelativeGap { get; init; } = 1e-3;

    /// <summary>Says whether to stop.</summary>
    /// <param name="started">When the call began.</param>
    /// <param name="token">The caller's.</param>
    internal Func<bool> Clock(long started, CancellationToken token)
    {
        TimeSpan limit = TimeLimit * Usable;
        return () => token.IsCancellationRequested || Stopwatch.GetElapsedTime(started) > limit;
    }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    internal void Check()
    {
        Validate();
        if (!(RelativeGap >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(RelativeGap), RelativeGap, "The relative gap must be 0 or more.");
        }
    }
}
