namespace Readiness.Quarantine;

/// <content>The rows that only a relaxation can violate.</content>
internal sealed partial class StrongFormulation
{
    private const double Violation = 1e-5;

    /// <summary>Strong rows that a relaxed solution violates: of single groups, and of days less than a stay apart.</summary>
    public List<StrongRow> FindViolated(double[] values)
    {
        List<StrongRow> found = [];
        for (int k = 0; k < stay.Length; k++)
        {
            if (stay[k] >= 0 && values[stay[k]] > Violation && StrongRowOf(k) is { } row && row.IsViolated(values, Violation))
            {
                found.Add(row);
            }
        }

        for (int j = 0; j < location.Sites; j++)
        {
            for (int last = location.FirstDay[j]; last < location.Days && location.Days > 1 && !location.Forced[j]; last++)
            {
                AddWorstOfDays(j, last, values, found);
            }
        }

        return found;
    }

    // Of the rows of days that end with the same one, the most violated.
    private void AddWorstOfDays(int j, int last, double[] values, List<StrongRow> found)
    {
        int row = j * location.Days;
        double begun = 0;
        double demand = 0;
        double worst = Violation;
        int worstFirst = -1;
        for (int first = last; first >= FirstTogether(j, last); first--)
        {
            begun += values[begin[row + first]];
            demand += demandAt[row + first];
            int before = ClosedBefore(j, location.StayEnd[first]);
            double most = Math.Min(location.Capacity[j], demand);
            double excess = (begun - (most * (values[opened[row + last]] - (before < 0 ? 0 : values[before])))) / Math.Max(1, most);
            if (first < last && excess > worst)
            {
                (worst, worstFirst) = (excess, first);
            }
        }

        if (worstFirst >= 0)
        {
            EnterDays(j, worstFirst, last);
            found.Add(new StrongRow([.. rowColumns], [.. rowValues]));
            rowColumns.Clear();
            rowValues.Clear();
        }
    }

    // What of one group begins at a site needs an opening that holds its stay; null where that goes without saying.
    private StrongRow? StrongRowOf(int k)
    {
        int site = k % location.Sites;
        int cell = k / location.Sites;
        if (stay[k] < 0 || location.Forced[site])
        {
            return null;
        }

        int day = cell % location.Days;
        double most = MostUnits(groups.Demand[cell], site);
        int before = ClosedBefore(site, location.StayEnd[day]);
        int open = opened[(site * location.Days) + day];
        return before < 0 ? new StrongRow([stay[k], open], [1, -most]) : new StrongRow([stay[k], open, before], [1, -most, most]);
    }
}
