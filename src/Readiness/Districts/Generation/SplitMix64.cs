namespace Readiness.Districts.Generation;

/// <summary>
/// The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Written out,
/// because the sequence of <see cref="Random"/> may change with the platform's version.
/// </summary>
internal sealed class SplitMix64
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>Starts a stream; streams of one seed are independent, so that one part of a district does not move the others.</summary>
    public SplitMix64(int seed, int stream) => state = ((ulong)(uint)seed << 32) | (uint)stream;

    private SplitMix64(ulong state) => this.state = state;

    /// <summary>
    /// A generator of its own for a part: the same for equal numbers as long as nothing is drawn from this one, and independent of those of other parts. So parts can be drawn in any
    /// order and by themselves.
    /// </summary>
    /// <param name="part">Number of the part; 0 or more.</param>
    public SplitMix64 Split(int part) => new(Mixed(state + ((uint)part + 1UL) * Step));

    /// <summary>A whole number of 0 to bound - 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number of at least 0 and less than 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number around 0, from -spread to spread.</summary>
    public double Around(double spread) => (2 * Unit() - 1) * spread;

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    private ulong Next()
    {
        state += Step;
        return Mixed(state);
    }

    private static ulong Mixed(ulong mixed)
    {
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
