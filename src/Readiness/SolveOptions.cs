namespace Readiness;

/// <summary>What every solve can be told.</summary>
/// <remarks>With equal seed, thread count and <see cref="WorkLimit"/>, and a time limit that is not reached, the result is the same.</remarks>
public record SolveOptions
{
    /// <summary>Wall-clock limit, more than zero. It is overrun by at most 5 % or 500 ms, whichever is more.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Seed of every random choice; 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that may be used; 1 to 64.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Deterministic limit in the method's own unit of work (iterations, nodes), at least 1; none means no such limit.</summary>
    public long? WorkLimit { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 64);
        if (WorkLimit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(WorkLimit));
        }
    }
}
