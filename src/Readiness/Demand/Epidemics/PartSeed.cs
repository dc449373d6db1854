namespace Readiness.Demand.Epidemics;

/// <summary>Seeds of generators that belong to parts of a computation.</summary>
internal static class PartSeed
{
    /// <summary>A seed for one part, unlike those of other parts and other seeds (finaliser of SplitMix64).</summary>
    public static int Mix(int seed, int part)
    {
        ulong mixed = (((ulong)(uint)seed << 32) | (uint)part) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) & int.MaxValue);
    }
}
