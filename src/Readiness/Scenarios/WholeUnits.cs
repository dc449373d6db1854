namespace Readiness.Scenarios;

/// <summary>Shares and multiples of whole units. Computed in decimals, so that a tenth of thirty is three and not a trace more.</summary>
internal static class WholeUnits
{
    /// <summary>A multiple, rounded up.</summary>
    /// <param name="units">Units; 0 to 1e9.</param>
    /// <param name="factor">Factor; 0 to 1,000.</param>
    public static long RoundedUp(long units, double factor) => (long)decimal.Ceiling(units * (decimal)factor);

    /// <summary>A multiple, rounded to the nearest unit, halves up.</summary>
    /// <param name="units">Units; 0 to 1e9.</param>
    /// <param name="factor">Factor; 0 to 1,000.</param>
    public static long Nearest(long units, double factor) => (long)decimal.Round(units * (decimal)factor, MidpointRounding.AwayFromZero);
}
