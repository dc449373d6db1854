namespace Readiness.Quarantine.Intervals;

/// <summary>Branching: whether a site opens, and by when it opens and closes.</summary>
internal sealed class OpeningSplit(IndexedLocation location, IntervalMaster master)
{
    private const double Whole = 1e-6;

    private readonly double[] used = new double[location.Sites];

    /// <summary>Two halves of what is left to choose; none if the solution is a whole choice.</summary>
    public OpeningChoice[][] Split(OpeningChoice[] choices)
    {
        if (master.IsArtificial)
        {
            // No plan keeps these choices, so none is lost.
            return [];
        }

        FindUsed();
        int site = Enumerable.Range(0, location.Sites).MinBy(j => Math.Abs(used[j] - 0.5));
        if (used[site] > Whole && used[site] < 1 - Whole && choices[site].MayStayClosed)
        {
            return
            [
                With(choices, site, choices[site] with { MayStayClosed = false }),
                With(choices, site, choices[site] with { LatestFirst = -1 }),
            ];
        }

        (int Site, bool IsFirst, int Day)? split = FarthestApart();
        if (split is not var (at, isFirst, day))
        {
            return [];
        }

        OpeningChoice choice = choices[at];
        return isFirst
            ? [With(choices, at, choice with { LatestFirst = day }), With(choices, at, choice with { EarliestFirst = day + 1 })]
            : [With(choices, at, choice with { LatestLast = day }), With(choices, at, choice with { EarliestLast = day + 1 })];
    }

    // The site whose first, or last, open days differ most in the solution, and the day that parts them.
    private (int Site, bool IsFirst, int Day)? FarthestApart()
    {
        (int, bool, int)? split = null;
        double widest = Whole;
        foreach (var of in Enumerable.Range(0, master.Columns.Count).Where(c => master.Share(c) > Whole).GroupBy(c => master.Columns[c].Site))
        {
            double total = of.Sum(master.Share);
            foreach (bool isFirst in (bool[])[true, false])
            {
                int Day(int c) => isFirst ? master.Columns[c].First : master.Columns[c].Last;
                double mean = of.Sum(c => master.Share(c) * Day(c)) / total;
                double spread = of.Sum(c => master.Share(c) * Math.Abs(Day(c) - mean)) / total;
                if (spread > widest)
                {
                    int day = (int)Math.Floor(mean);
                    (widest, split) = (spread, (of.Key, isFirst, day == of.Max(Day) ? day - 1 : day));
                }
            }
        }

        return split;
    }

    private static OpeningChoice[] With(OpeningChoice[] choices, int site, OpeningChoice choice)
    {
        OpeningChoice[] changed = [.. choices];
        changed[site] = choice;
        return changed;
    }

    private void FindUsed()
    {
        Array.Clear(used);
        for (int c = 0; c < master.Columns.Count; c++)
        {
            used[master.Columns[c].Site] += master.Share(c);
        }
    }
}
