using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>What a forecast of needs assumes and shows.</summary>
/// <remarks>The numbers of the answer do not depend on the number of threads.</remarks>
public sealed record NeedsOptions
{
    /// <summary>Probabilities of the quantiles, ascending, within 0 and 1, with the median in the middle.</summary>
    public ImmutableArray<double> Levels { get; init; } = QuantileForecast.HubLevels;

    /// <summary>Whether drivers are forecast for each zone, too.</summary>
    public bool ByZone { get; init; } = true;

    /// <summary>What of the contractual working time is left for the work.</summary>
    public StaffAllowance Allowance { get; init; } = new();

    /// <summary>Samples that wait on the morning of the first day; 0 or more.</summary>
    public double SamplesWaiting { get; init; }

    /// <summary>Threads that may be used; 1 to 64.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 64);
        ArgumentOutOfRangeException.ThrowIfNegative(SamplesWaiting);
        Allowance.Validate();
        if (Levels.IsDefaultOrEmpty || Levels.Length % 2 == 0 || Levels[0] <= 0 || Levels[^1] >= 1
            || Levels.Zip(Levels.Skip(1)).Any(static pair => !(pair.First < pair.Second)))
        {
            throw new ArgumentOutOfRangeException(nameof(Levels), "Levels must be an odd number of ascending probabilities between 0 and 1.");
        }
    }
}
