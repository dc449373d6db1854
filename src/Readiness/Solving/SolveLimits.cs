namespace Readiness.Solving;

/// <summary>What one solve may spend, and how exact it has to be.</summary>
internal sealed record SolveLimits
{
    /// <summary>No limits, one thread.</summary>
    public static SolveLimits None { get; } = new();

    /// <summary>Wall-clock time of each solve; <see langword="null"/> for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Threads the solver may use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Seed of the solver's random choices.</summary>
    public int Seed { get; init; }

    /// <summary>Branch-and-bound nodes of each solve; <see langword="null"/> for no limit.</summary>
    public int? Nodes { get; init; }

    /// <summary>Simplex or interior point iterations of each solve of a linear programme; <see langword="null"/> for no limit.</summary>
    public int? Iterations { get; init; }

    /// <summary>
    /// Relative gap at which an integer model counts as optimal. Far tighter than the solver's own default (1e-4), because
    /// "optimal" is reported to people as proved.
    /// </summary>
    public double MipRelativeGap { get; init; } = 1e-9;
}
