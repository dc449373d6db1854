using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Readiness.Staffing;

/// <summary>
/// How many shifts of each length one person can work in up to seven days in a row, and the sharpest linear limits on these numbers.
/// </summary>
/// <remarks>
/// One long shift may cost more than its minutes: after a shift of 24 hours the next day is lost, too. What rest, runs and the minutes of seven days
/// allow together is found by walking through all sequences; a linear limit is kept if it is a facet of the hull of what they reach. Where the lengths
/// are too many for that, only the minutes are limited.
/// </remarks>
internal sealed class ShiftCounts
{
    private const int LargestWeight = 6;
    private const int MostLengths = 4;

    // Reached numbers of shifts by length, by days in a row.
    private readonly List<int[]>[] reached;
    private readonly CompiledRules rules;

    /// <summary>Walks through the sequences.</summary>
    /// <param name="rules">Rules of the person.</param>
    /// <param name="kinds">Kinds of work that the person can do.</param>
    /// <param name="days">Most days in a row; 1 to 7.</param>
    public ShiftCounts(CompiledRules rules, IReadOnlyCollection<int> kinds, int days)
    {
        this.rules = rules;
        Lengths = [.. kinds.Select(k => rules.Minutes[k]).Distinct().Order()];
        if (Lengths.Length > MostLengths)
        {
            reached = [];
            Limits = [Lengths];
            return;
        }

        reached = new List<int[]>[days + 1];
        Walk([.. kinds]);
        Limits = reached[^1].Count == 0 ? [] : [.. Facets()];
    }

    /// <summary>The lengths, ascending.</summary>
    public int[] Lengths { get; }

    /// <summary>Weights of the shifts by length, of every limit worth keeping.</summary>
    public IReadOnlyList<int[]> Limits { get; }

    /// <summary>Largest weighted number of shifts in so many days in a row.</summary>
    public int Most(int[] weights, int days) => reached.Length > 0
        ? reached[days].Max(counts => Dot(weights, counts))
        : Math.Min(rules.Rules.MaxMinutesPer7Days, Math.Min(days, rules.MaxRun) * Lengths[^1]);

    private static int Dot(int[] weights, int[] counts) => weights.Zip(counts, static (w, c) => w * c).Sum();

    private void Walk(int[] kinds)
    {
        int[] lengthOf = [.. kinds.Select(k => Array.IndexOf(Lengths, rules.Minutes[k]))];
        var states = new HashSet<(int Phase, int Run, long Counts)> { (rules.StartAfter(null).Phase, 0, 0) };
        reached[0] = [new int[Lengths.Length]];
        for (int day = 1; day < reached.Length; day++)
        {
            var next = new HashSet<(int Phase, int Run, long Counts)>();
            foreach ((int phase, int run, long counts) in states)
            {
                if (rules.AfterOff[phase] >= 0)
                {
                    next.Add((rules.AfterOff[phase], 0, counts));
                }

                for (int i = 0; i < kinds.Length && run < rules.MaxRun; i++)
                {
                    int after = rules.AfterWork[(phase * rules.KindCount) + kinds[i]];
                    long more = counts + (1L << (4 * lengthOf[i]));
                    if (after >= 0 && Dot(Lengths, Unpack(more)) <= rules.Rules.MaxMinutesPer7Days)
                    {
                        next.Add((after, run + 1, more));
                    }
                }
            }

            states = next;
            reached[day] = [.. states.Select(s => s.Counts).Distinct().Select(Unpack)];
        }
    }

    private int[] Unpack(long counts) => [.. Lengths.Select((_, i) => (int)((counts >> (4 * i)) & 15))];

    private IEnumerable<int[]> Facets()
    {
        int combinations = (int)Math.Pow(LargestWeight + 1, Lengths.Length);
        for (int code = 1; code < combinations; code++)
        {
            int[] weights = [.. Lengths.Select((_, i) => code / (int)Math.Pow(LargestWeight + 1, i) % (LargestWeight + 1))];
            int most = Most(weights, reached.Length - 1);
            int[] used = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0)];
            double[][] tight = [.. reached[^1].Where(c => Dot(weights, c) == most).Select(c => used.Select(i => (double)c[i]).ToArray())];
            if (tight.Length >= used.Length && Euclid.GreatestCommonDivisor([.. used.Select(i => (long)weights[i])]) == 1
                && DenseMatrix.OfRowArrays(tight).Rank() == used.Length)
            {
                yield return weights;
            }
        }
    }
}
