namespace Readiness.Scenarios;

/// <summary>Shares and multiples of whole units. Computed in decimals, so that a tenth of thirty is three and not a trace more.</summary>
/// <remarks>Changes that follow each other may exceed every limit before the district that results is checked: what no <c>long</c> holds becomes the largest.</remarks>
internal static class WholeUnits
{
    /// <summary>A multiple, rounded up.</summary>
    /// <param name="units">Units; 0 or more.</param>
    /// <param name="factor">Factor; 0 to 1,000.</param>
    public static long RoundedUp(long units, double factor) => (long)Math.Min(long.MaxValue, decimal.Ceiling(units * (decimal)factor));

    /// <summary>A multiple, rounded to the nearest unit, halves up.</summary>
    /// <param name="units">Units; 0 or more.</param>
    /// <param name="factor">Factor; 0 to 1,000.</param>
    public static long Nearest(long units, double factor) => (long)Math.Min(long.MaxValue, decimal.Round(units * (decimal)factor, MidpointRounding.AwayFromZero));
}
