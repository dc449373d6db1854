namespace Readiness.Staffing;

/// <summary>
/// Sums of missing, or of surplus, heads that must be whole: over the days of a task in a shift, and over everything. A linear relaxation may
/// miss a third of a head on each of three days without any entry showing what the sum of all shows.
/// </summary>
internal sealed class CoverGroups
{
    /// <summary>Forms the groups of a problem, as far as it is open.</summary>
    public CoverGroups(RosterModel model, ColumnScope scope)
    {
        int[] open = [.. Enumerable.Range(scope.FirstEntry, scope.EndEntry - scope.FirstEntry)];
        int[][] sums =
        [
            .. open.GroupBy(e => (model.Cover[e].Task, model.Cover[e].Shift)).Select(g => g.ToArray()),
        ];
        if (sums.Length > 1)
        {
            sums = [.. sums, open];
        }

        Entries = [.. sums, .. sums];
        OfMissing = Membership(model, sums, 0);
        OfSurplus = Membership(model, sums, sums.Length);
    }

    /// <summary>Number of groups: first those of missing heads, then those of surplus heads.</summary>
    public int Count => Entries.Length;

    /// <summary>Entries of each group.</summary>
    public int[][] Entries { get; }

    /// <summary>Groups that the missing heads of each entry belong to.</summary>
    public int[][] OfMissing { get; }

    /// <summary>Groups that the surplus heads of each entry belong to.</summary>
    public int[][] OfSurplus { get; }

    /// <summary>Whether a group sums surplus heads.</summary>
    public bool IsSurplus(int group) => group >= Count / 2;

    private static int[][] Membership(RosterModel model, int[][] sums, int first)
    {
        var of = new List<int>[model.Cover.Length];
        for (int e = 0; e < of.Length; e++)
        {
            of[e] = [];
        }

        for (int g = 0; g < sums.Length; g++)
        {
            foreach (int e in sums[g])
            {
                of[e].Add(first + g);
            }
        }

        return [.. of.Select(l => l.ToArray())];
    }
}
