using System.Collections.Immutable;

namespace Readiness.Supplies.Shortages;

/// <summary>Options of <see cref="SupplyExplainer"/>.</summary>
public sealed record ExplainOptions
{
    /// <summary>The most remedies named for a shortage; 0 to 100.</summary>
    public int MostRemedies { get; init; } = 3;

    /// <summary>Wall-clock limit of the search for remedies, more than zero; those of the most urgent levels are looked for first. Causes are always found.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Indices of the levels to explain, in any order; all of them by default.</summary>
    public ImmutableArray<int>? Levels { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MostRemedies);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostRemedies, 100);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
    }
}
