namespace Readiness.Supplies.Risks;

/// <summary>Options of <see cref="ShipmentRiskEvaluator"/>.</summary>
public sealed record ShipmentRiskOptions
{
    /// <summary>If the shipments can turn out in no more ways together, all of them are tried, and the figures are exact; 1 to 1,000,000.</summary>
    public int MostOutcomes { get; init; } = 1_024;

    /// <summary>Ways that are drawn at random where there are more; 2 to 1,000,000.</summary>
    public int Samples { get; init; } = 1_000;

    /// <summary>Seed of the draws; 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Wall-clock limit of the draws, more than zero; at least two are made. With a limit that is not reached, equal seeds give equal figures.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MostOutcomes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostOutcomes, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Samples, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Samples, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfNegative(Seed);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
    }
}
