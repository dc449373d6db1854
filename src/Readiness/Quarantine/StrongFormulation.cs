using System.Runtime.InteropServices;
using Readiness.Solving;

namespace Readiness.Quarantine;

/// <summary>
/// The mixed-integer model of one objective level. Columns: <c>stay</c> (units of a customer group that begin on a day at a site), <c>open</c> (binary, per site
/// and day), <c>start</c> (the opening day, at most one), <c>begin</c> and <c>occupants</c> (sums per site and day) and the running use of cumulative resources.
/// </summary>
/// <remarks>
/// Strong, because every stay is bounded by the openness of its first and its last day (x_ij ≤ d_i y_j, Cornuéjols, Sridharan, Thizy 1991), and an opening
/// lasts at least one stay (an opening shorter than that has no occupants and can be left out).
/// </remarks>
internal sealed partial class StrongFormulation
{
    private readonly IndexedLocation location;
    private readonly LocationLevel level;
    private readonly CustomerGroups groups;
    private readonly int[] stay;
    private readonly int[] open;
    private readonly int[] start;
    private readonly int[] begin;
    private readonly int[] occupants;
    private readonly int[] running;
    private readonly Integrality integrality;
    private readonly List<int> rowColumns = [];
    private readonly List<double> rowValues = [];

    /// <summary>Builds the model.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="level">The level to minimise.</param>
    /// <param name="groups">The customer groups of that level.</param>
    /// <param name="unservedLimit">On the level <c>cost</c>, what may stay unserved.</param>
    /// <param name="integrality">Which columns must be whole.</param>
    /// <param name="withStrongRows">Whether the rows of <see cref="StrongRow"/> are part of it from the start.</param>
    public StrongFormulation(
        IndexedLocation location, LocationLevel level, CustomerGroups groups, double unservedLimit, Integrality integrality, bool withStrongRows)
    {
        this.location = location;
        this.level = level;
        this.groups = groups;
        this.integrality = integrality;
        int siteDays = location.Sites * location.Days;
        stay = Columns(groups.Count * siteDays);
        open = Columns(siteDays);
        start = Columns(siteDays);
        begin = Columns(siteDays);
        occupants = Columns(siteDays);
        running = Columns(location.Resources * location.Days);
        Model = new LinearModelBuilder(stay.Length + (4 * siteDays), stay.Length, 4 * stay.Length);
        for (int j = 0; j < location.Sites; j++)
        {
            AddSite(j);
        }

        AddStays();
        AddDemandRows(unservedLimit);
        for (int j = 0; j < location.Sites; j++)
        {
            AddOccupancyRows(j);
        }

        for (int r = 0; r < location.Resources; r++)
        {
            AddResourceRows(r);
        }

        if (withStrongRows)
        {
            AddStrongRows();
        }
    }

    /// <summary>The model.</summary>
    public LinearModelBuilder Model { get; }

    /// <summary>Number of stay columns, that is of strong rows per bounding day.</summary>
    public static long Size(IndexedLocation location, CustomerGroups groups) => (long)groups.Count * location.Sites * location.Days;

    private bool IsSplittable => !location.Problem.SingleSource;

    /// <summary>Strong rows that a relaxed solution violates.</summary>
    public List<(int Stay, int Open, double Coefficient)> FindViolated(double[] values)
    {
        List<(int Stay, int Open, double Coefficient)> found = [];
        ForEachStrongRow((x, y, coefficient) =>
        {
            if (values[x] > (coefficient * values[y]) + (1e-5 * Math.Max(1, coefficient)))
            {
                found.Add((x, y, coefficient));
            }
        });
        return found;
    }

    /// <summary>Adds one strong row: stay ≤ coefficient × open.</summary>
    public void StrongRow(int x, int y, double coefficient) => Model.AddRow(double.NegativeInfinity, 0, [x, y], [1, -coefficient]);

    private void AddStrongRows() => ForEachStrongRow(StrongRow);

    private void ForEachStrongRow(Action<int, int, double> action)
    {
        for (int k = 0; k < stay.Length; k++)
        {
            int site = k % location.Sites;
            int cell = k / location.Sites;
            if (stay[k] < 0 || location.Forced[site])
            {
                continue;
            }

            int day = cell % location.Days;
            int end = location.StayEnd[day];
            double most = MostUnits(groups.Demand[cell], site);
            action(stay[k], open[(site * location.Days) + day], most);
            if (end != day)
            {
                action(stay[k], open[(site * location.Days) + end], most);
            }
        }
    }

    private void AddSite(int j)
    {
        LocationSite site = location.Problem.Sites[j];
        bool counts = level == LocationLevel.Cost;
        int days = location.Days;
        for (int t = location.FirstDay[j]; t < days; t++)
        {
            bool opensHere = days == 1 || (location.Forced[j] && t == location.FirstDay[j]);
            double cost = !counts ? 0 : site.CostPerOpenDay + (opensHere ? site.OpeningCost : 0);
            open[(j * days) + t] = Model.AddColumn(cost, location.Forced[j] ? 1 : 0, 1, integrality != Integrality.None);
            begin[(j * days) + t] = Model.AddColumn(0, 0, location.Capacity[j]);
            occupants[(j * days) + t] = days == 1 ? begin[(j * days) + t] : Model.AddColumn(0, 0, location.Capacity[j]);
        }

        for (int t = location.FirstDay[j]; t < days && days > 1 && !location.Forced[j]; t++)
        {
            start[(j * days) + t] = Model.AddColumn(counts ? site.OpeningCost : 0, 0, 1);
        }
    }

    private void AddStays()
    {
        for (int g = 0; g < groups.Count; g++)
        {
            int customer = groups.Members(g)[0];
            for (int d = 0; d < location.Days; d++)
            {
                double demand = groups.Demand[(g * location.Days) + d];
                for (int j = 0; j < location.Sites && demand > 0; j++)
                {
                    bool fits = IsSplittable ? location.Capacity[j] > 0 : demand <= location.Capacity[j] * (1 + 1e-9);
                    if (!fits || !location.IsAllowed(customer, d, j))
                    {
                        continue;
                    }

                    double units = UnitsOf(g, d);
                    double cost = level == LocationLevel.Cost
                        ? location.Costs[(customer * location.Sites) + j] * units
                        : -location.StayDays[d] * units;
                    stay[(((g * location.Days) + d) * location.Sites) + j] = Model.AddColumn(
                        cost, 0, MostUnits(demand, j), integrality == Integrality.All);
                }
            }
        }

        Model.ObjectiveOffset = level == LocationLevel.Unserved ? location.TotalUnitDays : 0;
    }

    private void AddDemandRows(double unservedLimit)
    {
        double margin = 1e-7 * Math.Max(1, unservedLimit);
        bool everything = level == LocationLevel.Cost && unservedLimit <= location.Unservable + margin;
        List<int> servedColumns = [];
        List<double> servedValues = [];
        for (int g = 0; g < groups.Count; g++)
        {
            for (int d = 0; d < location.Days; d++)
            {
                for (int j = 0; j < location.Sites; j++)
                {
                    int column = stay[(((g * location.Days) + d) * location.Sites) + j];
                    Entry(column, 1);
                    if (column >= 0)
                    {
                        servedColumns.Add(column);
                        servedValues.Add(location.StayDays[d] * UnitsOf(g, d));
                    }
                }

                double most = IsSplittable ? groups.Demand[(g * location.Days) + d] : 1;
                Row(everything ? most : double.NegativeInfinity, most);
            }
        }

        if (everything)
        {
            AddRoomRows();
        }
        else if (level == LocationLevel.Cost)
        {
            Model.AddRow(
                location.TotalUnitDays - unservedLimit - margin, double.PositiveInfinity, [.. servedColumns], [.. servedValues]);
        }
    }

    // Implied by the other rows when everything is served, but the knapsack it spells out gives the solver its cover cuts.
    private void AddRoomRows()
    {
        double[] needed = new double[location.Days];
        for (int g = 0; g < groups.Count; g++)
        {
            for (int d = 0; d < location.Days; d++)
            {
                for (int t = d; t <= location.StayEnd[d]; t++)
                {
                    needed[t] += groups.Demand[(g * location.Days) + d];
                }
            }
        }

        for (int t = 0; t < location.Days; t++)
        {
            for (int j = 0; j < location.Sites; j++)
            {
                Entry(open[(j * location.Days) + t], location.Capacity[j]);
            }

            Row(needed[t] - (1e-7 * Math.Max(1, needed[t])), double.PositiveInfinity);
        }
    }

    private void AddOccupancyRows(int j)
    {
        int days = location.Days;
        int row = j * days;
        for (int t = location.FirstDay[j]; t < days; t++)
        {
            for (int g = 0; g < groups.Count; g++)
            {
                Entry(stay[(((g * days) + t) * location.Sites) + j], UnitsOf(g, t));
            }

            Entry(begin[row + t], -1);
            Row(0, 0);
            Entry(occupants[row + t], 1);
            Entry(open[row + t], -location.Capacity[j]);
            Row(double.NegativeInfinity, 0);
            if (days == 1)
            {
                continue;
            }

            // Occupants today = occupants yesterday + those who begin today - those whose stay ended yesterday.
            int ended = t - location.Problem.LengthOfStay;
            Entry(occupants[row + t], 1);
            Entry(begin[row + t], -1);
            Entry(t > location.FirstDay[j] ? occupants[row + t - 1] : -1, -1);
            Entry(ended >= location.FirstDay[j] ? begin[row + ended] : -1, 1);
            Row(0, 0);
            AddStartRows(j, t);
        }

        if (days > 1)
        {
            for (int t = 0; t < days; t++)
            {
                Entry(start[row + t], 1);
            }

            Row(double.NegativeInfinity, 1);
        }
    }

    private void AddStartRows(int j, int t)
    {
        int row = j * location.Days;
        if (start[row + t] < 0)
        {
            return;
        }

        Entry(open[row + t], 1);
        Entry(t > location.FirstDay[j] ? open[row + t - 1] : -1, -1);
        Entry(start[row + t], -1);
        Row(double.NegativeInfinity, 0);
        for (int begun = t; begun >= location.FirstDay[j] && begun > (long)t - location.Problem.LengthOfStay; begun--)
        {
            Entry(start[row + begun], 1);
        }

        Entry(open[row + t], -1);
        Row(double.NegativeInfinity, 0);
    }

    private void AddResourceRows(int r)
    {
        int days = location.Days;
        for (int t = 0; t < days; t++)
        {
            double available = location.ResourceAvailable[(r * days) + t];
            for (int j = 0; j < location.Sites; j++)
            {
                Entry(open[(j * days) + t], location.FixedUse[(r * location.Sites) + j]);
                Entry(occupants[(j * days) + t], location.UsePerUnit[(r * location.Sites) + j]);
            }

            if (!location.Cumulative[r])
            {
                Row(double.NegativeInfinity, available);
                continue;
            }

            running[(r * days) + t] = Model.AddColumn(0, 0, available);
            Entry(t > 0 ? running[(r * days) + t - 1] : -1, 1);
            Entry(running[(r * days) + t], -1);
            Row(0, 0);
        }
    }

    private double UnitsOf(int group, int day) => IsSplittable ? 1 : groups.Demand[(group * location.Days) + day];

    private double MostUnits(double demand, int site) => IsSplittable ? Math.Min(demand, location.Capacity[site]) : 1;

    private void Entry(int column, double value)
    {
        if (column >= 0 && value != 0)
        {
            rowColumns.Add(column);
            rowValues.Add(value);
        }
    }

    private void Row(double lower, double upper)
    {
        if (rowColumns.Count > 0)
        {
            Model.AddRow(
                lower,
                upper,
                CollectionsMarshal.AsSpan(rowColumns),
                CollectionsMarshal.AsSpan(rowValues));
        }

        rowColumns.Clear();
        rowValues.Clear();
    }

    private static int[] Columns(int count)
    {
        int[] columns = new int[count];
        Array.Fill(columns, -1);
        return columns;
    }
}
