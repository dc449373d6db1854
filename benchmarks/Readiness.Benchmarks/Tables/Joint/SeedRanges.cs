using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>Seeds as the user lists them: <c>1..10</c>, <c>1,4,7</c>, <c>1..3,8</c>.</summary>
internal static class SeedRanges
{
    private const int Most = 10_000;

    /// <summary>The seeds, in the order of the list and each once.</summary>
    /// <exception cref="TableRequestException">The text is no such list, or a long one.</exception>
    public static ImmutableArray<int> Parse(string text)
    {
        ImmutableArray<int> seeds = [.. text.Split(',').SelectMany(Range).Distinct().Take(Most + 1)];
        return seeds.Length <= Most
            ? seeds
            : throw new TableRequestException(FormattableString.Invariant($"--seeds: '{text}' is more than {Most} seeds."));
    }

    private static IEnumerable<int> Range(string part)
    {
        string[] ends = part.Split("..");
        if (ends.Length > 2 || !TryParse(ends[0], out int first) || !TryParse(ends[^1], out int last) || last < first)
        {
            throw new TableRequestException($"--seeds: '{part}' is no seed; wanted are whole numbers from 0 and rising ranges, such as 1..10 or 1,4,7.");
        }

        for (long seed = first; seed <= last; seed++)
        {
            yield return (int)seed;
        }
    }

    private static bool TryParse(string text, out int seed) => int.TryParse(
        text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out seed);
}
