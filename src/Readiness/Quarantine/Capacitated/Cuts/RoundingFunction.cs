namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>
/// Mixed-integer rounding: from <c>Σ a_k z_k + s ≥ b</c> with whole z and s ≥ 0 follows <c>Σ F(a_k) z_k + s ≥ F(b)</c>, all in the units of b.
/// </summary>
internal readonly struct RoundingFunction
{
    // A remainder near 0 or 1 makes weights that differ by orders of magnitude, for little.
    private const double LeastRemainder = 0.01;

    private readonly double divisor;
    private readonly double remainder;

    /// <summary>Prepares the function.</summary>
    /// <param name="amount">The amount b.</param>
    /// <param name="divisor">What whole multiples are of; above 0.</param>
    public RoundingFunction(double amount, double divisor)
    {
        this.divisor = divisor;
        double share = amount / divisor;
        remainder = share - Math.Floor(share);
        Wanted = divisor * remainder * Math.Ceiling(share);
    }

    /// <summary>Whether the rounding is worth anything.</summary>
    public bool IsSound => remainder is > LeastRemainder and < 1 - LeastRemainder;

    /// <summary>The amount after rounding.</summary>
    public double Wanted { get; }

    /// <summary>A weight after rounding.</summary>
    public double Of(double weight)
    {
        double share = weight / divisor;
        double whole = Math.Floor(share);
        return divisor * ((whole * remainder) + Math.Min(remainder, share - whole));
    }
}
