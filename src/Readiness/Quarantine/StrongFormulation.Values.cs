using Readiness.Solving;

namespace Readiness.Quarantine;

/// <content>From plans to column values and back.</content>
internal sealed partial class StrongFormulation
{
    /// <summary>Values of all columns for a plan.</summary>
    public double[] ToColumns(SiteCandidate candidate)
    {
        double[] values = new double[Model.ColumnCount];
        int days = location.Days;
        bool[] isVisited = new bool[location.Sites];
        foreach (Placement placement in candidate.Placements)
        {
            isVisited[placement.Site] = true;
            int cell = (groups.GroupOf(placement.Customer) * days) + placement.Day;
            values[stay[(cell * location.Sites) + placement.Site]] += IsSplittable ? placement.Quantity : 1;
            values[begin[(placement.Site * days) + placement.Day]] += placement.Quantity;
        }

        for (int j = 0; j < location.Sites; j++)
        {
            if (candidate.IsOpen(j) && !isVisited[j] && IsShort(candidate, j) && idle[(j * days) + candidate.First[j]] >= 0)
            {
                values[idle[(j * days) + candidate.First[j]]] = 1;
                continue;
            }

            for (int t = candidate.First[j]; t < days && candidate.IsOpen(j); t++)
            {
                values[opened[(j * days) + t]] = 1;
                if (t >= candidate.Last[j] && closed[(j * days) + t] >= 0)
                {
                    values[closed[(j * days) + t]] = 1;
                }
            }
        }

        SetRunning(values);
        SetShares(values, candidate);
        SetBackups(values);
        return values;
    }

    /// <summary>Leaves a solver of the model little to choose about the openings.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="first">First open day by site.</param>
    /// <param name="last">Last open day by site; before the first where it stays closed.</param>
    /// <param name="slack">Days by which the solver may move either.</param>
    public void Settle(HighsSolver solver, int[] first, int[] last, int slack)
    {
        for (int cell = 0; cell < opened.Length; cell++)
        {
            (int site, int day) = (cell / location.Days, cell % location.Days);
            bool isOpen = last[site] >= first[site];
            Bound(opened[cell], isOpen && day >= first[site] + slack, isOpen && day >= first[site] - slack);
            Bound(closed[cell], isOpen && day >= last[site] + slack, isOpen && day >= last[site] - slack);
        }

        void Bound(int column, bool isCertain, bool isPossible)
        {
            if (column >= 0 && !isPossible)
            {
                solver.ChangeColumnBounds(column, 0, 0);
            }
            else if (column >= 0 && isCertain)
            {
                solver.ChangeColumnBounds(column, 1, 1);
            }
        }
    }

    /// <summary>The plan that a solution of the model means; what does not fit because of the solver's tolerances is left out.</summary>
    public SiteCandidate ToCandidate(double[] values)
    {
        double[] units = new double[stay.Length];
        for (int k = 0; k < stay.Length; k++)
        {
            units[k] = stay[k] < 0 ? 0 : values[stay[k]];
        }

        return new StayRounding(location, limits, groups).Round(
            units, (site, day) => idle[(site * location.Days) + day] is >= 0 and int column && values[column] > 0.5, backups.Count > 0 ? Openings(values) : null);
    }

    // Too short for anybody to stay.
    private bool IsShort(SiteCandidate candidate, int site) =>
        candidate.Last[site] < location.Days - 1 && candidate.Last[site] - candidate.First[site] + 1 < location.Problem.LengthOfStay;

    private IEnumerable<SiteUse> Openings(double[] values)
    {
        for (int j = 0; j < location.Sites; j++)
        {
            int first = location.FirstDay[j];
            while (first < location.Days && values[opened[(j * location.Days) + first]] < 0.5)
            {
                first++;
            }

            int last = first;
            while (last < location.Days - 1 && (closed[(j * location.Days) + last] < 0 || values[closed[(j * location.Days) + last]] < 0.5))
            {
                last++;
            }

            if (first < location.Days)
            {
                yield return new SiteUse(j, first, last);
            }
        }
    }

    private void SetRunning(double[] values)
    {
        int days = location.Days;
        for (int r = 0; r < location.Resources; r++)
        {
            double used = 0;
            for (int t = 0; t < days && location.Cumulative[r]; t++)
            {
                for (int j = 0; j < location.Sites; j++)
                {
                    if (t < location.FirstDay[j])
                    {
                        continue;
                    }

                    int before = ClosedBefore(j, t);
                    double isOpen = values[opened[(j * days) + t]] - (before < 0 ? 0 : values[before]) + (idle[(j * days) + t] < 0 ? 0 : values[idle[(j * days) + t]]);
                    used += location.FixedUse[(r * location.Sites) + j] * isOpen;
                    for (int d = FirstTogether(j, t); d <= t; d++)
                    {
                        used += location.UsePerUnit[(r * location.Sites) + j] * values[begin[(j * days) + d]];
                    }
                }

                values[running[(r * days) + t]] = used;
            }
        }
    }
}
