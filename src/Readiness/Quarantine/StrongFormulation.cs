using System.Runtime.InteropServices;
using Readiness.Solving;

namespace Readiness.Quarantine;

/// <summary>
/// The mixed-integer model of one objective level. Columns: <c>stay</c> (units of a customer group that begin on a day at a site), <c>begin</c> (their sum per site
/// and day), <c>opened</c> (binary: the site has opened by the day), <c>closed</c> (binary: its last open day has been by the day), <c>idle</c> (binary, where rules want more
/// sites than the guests do: the site opens for that day only, for nobody) and the running use of cumulative resources.
/// </summary>
/// <remarks>
/// <para>Strong, because every stay is bounded by the openings that hold all of it (x_ij ≤ d_i y_j, Cornuéjols, Sridharan, Thizy 1991). An opening lasts at least one stay
/// or to the last day (a shorter one has no occupants and can be left out), so those that hold the days a to b are opened(a) - closed(b - 1).</para>
/// <para>What begins on the days a to b, less than one stay apart, is at the site together, and only openings with opened(b) that last to the end of the stays of day a hold
/// any of it: its sum is at most the lesser of capacity and demand times opened(b) - closed(end of a - 1). With one day this is the strong row of all customers, with a
/// whole stay of days it is the capacity; those in between are <see cref="FindViolated"/> by a relaxed solution.</para>
/// </remarks>
internal sealed partial class StrongFormulation
{
    private readonly IndexedLocation location;
    private readonly OpeningLimits limits;
    private readonly LocationCriterion level;
    private readonly CustomerGroups groups;
    private readonly int[] stay;
    private readonly int[] begin;
    private readonly int[] opened;
    private readonly int[] closed;
    private readonly int[] idle;
    private readonly int[] running;
    private readonly double[] demandAt;
    private readonly Integrality integrality;
    private readonly List<int> rowColumns = [];
    private readonly List<double> rowValues = [];

    /// <summary>Builds the model.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="limits">Its rules about which sites open together.</param>
    /// <param name="level">The level to minimise: unserved, siteCount or cost; the model of any other has no objective yet.</param>
    /// <param name="groups">The customer groups of that level.</param>
    /// <param name="unservedLimit">On other levels than <c>unserved</c>, what may stay unserved; infinity for anything.</param>
    /// <param name="integrality">Which columns must be whole.</param>
    /// <param name="withStrongRows">Whether the strong rows of single groups are part of it from the start.</param>
    public StrongFormulation(
        IndexedLocation location,
        OpeningLimits limits,
        LocationCriterion level,
        CustomerGroups groups,
        double unservedLimit,
        Integrality integrality,
        bool withStrongRows)
    {
        this.location = location;
        this.limits = limits;
        this.level = level;
        this.groups = groups;
        this.integrality = integrality;
        int siteDays = location.Sites * location.Days;
        stay = Columns(groups.Count * siteDays);
        begin = Columns(siteDays);
        opened = Columns(siteDays);
        closed = Columns(siteDays);
        idle = Columns(siteDays);
        running = Columns(location.Resources * location.Days);
        demandAt = new double[siteDays];
        Model = new LinearModelBuilder(stay.Length + (3 * siteDays), stay.Length, 4 * stay.Length);
        for (int j = 0; j < location.Sites; j++)
        {
            AddSite(j);
        }

        AddStays();
        AddDemandRows(unservedLimit);
        for (int j = 0; j < location.Sites; j++)
        {
            AddOpeningRows(j);
            AddBeginRows(j);
        }

        for (int r = 0; r < location.Resources; r++)
        {
            AddResourceRows(r);
        }

        AddLimitRows();
        if (withStrongRows)
        {
            for (int k = 0; k < stay.Length; k++)
            {
                if (StrongRowOf(k) is { } row)
                {
                    Model.AddRow(double.NegativeInfinity, 0, row.Columns, row.Values);
                }
            }
        }
    }

    /// <summary>The model.</summary>
    public LinearModelBuilder Model { get; }

    /// <summary>Number of stay columns, that is of strong rows.</summary>
    public static long Size(IndexedLocation location, CustomerGroups groups) => (long)groups.Count * location.Sites * location.Days;

    private bool IsSplittable => !location.Problem.SingleSource;

    // First of the days on which what begins is still there when the stay of the last begins.
    private int FirstTogether(int site, int last) => (int)Math.Max(location.FirstDay[site], last - (long)location.Problem.LengthOfStay + 1);

    // Column that says whether a site's last open day has been before a day; -1 where no opening can have ended by then.
    private int ClosedBefore(int site, int day) => day > 0 ? closed[(site * location.Days) + day - 1] : -1;

    private void AddSite(int j)
    {
        LocationSite site = location.Problem.Sites[j];
        double openingCost = level == LocationCriterion.Cost ? site.OpeningCost : level == LocationCriterion.SiteCount ? 1 : 0;
        double costPerDay = level == LocationCriterion.Cost ? site.CostPerOpenDay : 0;
        bool isWhole = integrality != Integrality.None;
        int row = j * location.Days;
        int lastDay = location.Days - 1;
        for (int t = location.FirstDay[j]; t <= lastDay; t++)
        {
            opened[row + t] = Model.AddColumn(costPerDay + (t == lastDay ? openingCost : 0), location.Forced[j] ? 1 : 0, 1, isWhole);

            // Given whole sums what remains of a day is a transportation problem, whose answers are whole by themselves.
            begin[row + t] = Model.AddColumn(0, 0, location.Capacity[j], integrality >= Integrality.All && IsSplittable);
            if (location.Forced[j])
            {
                continue;
            }

            if (t < lastDay && t - (long)location.Problem.LengthOfStay + 1 >= location.FirstDay[j])
            {
                closed[row + t] = Model.AddColumn(-costPerDay, 0, 1, isWhole);
            }

            if (limits.WantIdleSites)
            {
                idle[row + t] = Model.AddColumn(openingCost + costPerDay, 0, 1, isWhole);
            }
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
                    double cost = level switch
                    {
                        LocationCriterion.Cost => location.Costs[(customer * location.Sites) + j] * units,
                        LocationCriterion.Unserved => -location.StayDays[d] * units,
                        _ => 0,
                    };
                    stay[(((g * location.Days) + d) * location.Sites) + j] = Model.AddColumn(
                        cost, 0, MostUnits(demand, j), integrality == Integrality.Stays || (integrality == Integrality.All && !IsSplittable));
                    demandAt[(j * location.Days) + d] += demand;
                }
            }
        }

        Model.ObjectiveOffset = level == LocationCriterion.Unserved ? location.TotalUnitDays : 0;
    }

    private void AddDemandRows(double unservedLimit)
    {
        double margin = 1e-7 * Math.Max(1, unservedLimit);
        bool everything = level != LocationCriterion.Unserved && double.IsFinite(unservedLimit) && unservedLimit <= location.Unservable + margin;
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
        else if (level != LocationCriterion.Unserved && double.IsFinite(unservedLimit))
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
                EnterOpen(j, t, location.Capacity[j]);
            }

            Row(needed[t] - (1e-7 * Math.Max(1, needed[t])), double.PositiveInfinity);
        }
    }

    // Once opened a site stays so, and it closes no sooner than a stay after that.
    private void AddOpeningRows(int j)
    {
        int row = j * location.Days;
        for (int t = location.FirstDay[j]; t < location.Days && !location.Forced[j]; t++)
        {
            if (t > location.FirstDay[j])
            {
                AddOrder(opened[row + t - 1], opened[row + t]);
                AddOrder(closed[row + t - 1], closed[row + t]);
            }

            AddOrder(closed[row + t], opened[row + FirstTogether(j, t)]);
        }
    }

    // One only if the other.
    private void AddOrder(int column, int other)
    {
        if (column >= 0 && other >= 0)
        {
            Model.AddRow(double.NegativeInfinity, 0, [column, other], [1, -1]);
        }
    }

    private void AddBeginRows(int j)
    {
        int row = j * location.Days;
        for (int t = location.FirstDay[j]; t < location.Days; t++)
        {
            for (int g = 0; g < groups.Count; g++)
            {
                Entry(stay[(((g * location.Days) + t) * location.Sites) + j], UnitsOf(g, t));
            }

            Entry(begin[row + t], -1);
            Row(0, 0);
            int together = FirstTogether(j, t);
            EnterDays(j, together, t);
            Row(double.NegativeInfinity, 0);
            if (together < t && !location.Forced[j])
            {
                EnterDays(j, t, t);
                Row(double.NegativeInfinity, 0);
            }
        }
    }

    // What begins on these days is no more than the openings have room for that hold any of it.
    private void EnterDays(int j, int first, int last)
    {
        int row = j * location.Days;
        double demand = 0;
        for (int d = first; d <= last; d++)
        {
            Entry(begin[row + d], 1);
            demand += demandAt[row + d];
        }

        double most = Math.Min(location.Capacity[j], demand);
        Entry(opened[row + last], -most);
        Entry(ClosedBefore(j, location.StayEnd[first]), most);
    }

    private void EnterOpen(int j, int t, double value)
    {
        Entry(opened[(j * location.Days) + t], value);
        Entry(ClosedBefore(j, t), -value);
    }

    private void AddResourceRows(int r)
    {
        int days = location.Days;
        for (int t = 0; t < days; t++)
        {
            double available = location.ResourceAvailable[(r * days) + t];
            for (int j = 0; j < location.Sites; j++)
            {
                EnterOpen(j, t, location.FixedUse[(r * location.Sites) + j]);
                Entry(idle[(j * days) + t], location.FixedUse[(r * location.Sites) + j]);
                for (int d = FirstTogether(j, t); d <= t; d++)
                {
                    Entry(begin[(j * days) + d], location.UsePerUnit[(r * location.Sites) + j]);
                }
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
