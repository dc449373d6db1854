namespace Readiness.Scenarios;

/// <summary>
/// Keys whose order shuffles ids: the same on every machine and in every version, and for an id independent of which others there are.
/// </summary>
/// <remarks>The id is hashed by FNV-1a (Fowler, Noll and Vo, 64 bits) and mixed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014), since FNV alone leaves the leading bits of similar ids alike.</remarks>
internal static class StableShuffle
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public static ulong Key(string id, int seed)
    {
        ulong hash = FnvOffset;
        foreach (char letter in id)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        hash += 0x9E3779B97F4A7C15 * ((ulong)seed + 1);
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
