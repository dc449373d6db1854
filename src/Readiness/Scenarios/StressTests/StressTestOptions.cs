using Readiness.Planning;

namespace Readiness.Scenarios.StressTests;

/// <summary>How a stress test is computed.</summary>
public sealed record StressTestOptions
{
    /// <summary>
    /// How every future is planned anew; none if the plan is carried out as it is. Planning knows all that the future brings from the first day on: its figures bound what any way of reacting
    /// could reach ("wait and see"), and are not what one would have reached.
    /// </summary>
    public PlannerOptions? Replan { get; init; }

    /// <summary>Threads that may be used; 1 to 64. The report does not depend on them.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Wall-clock limit, more than zero: futures that are not done by then are left out. None means no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        Replan?.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 64);
        if (TimeLimit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(TimeLimit));
        }
    }
}
