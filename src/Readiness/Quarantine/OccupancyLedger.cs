namespace Readiness.Quarantine;

/// <summary>
/// Book of free rooms and resources while stays are placed one by one. A site's opening is the shortest one that covers its stays: since all costs and uses
/// are 0 or more, no other opening is better, unless it is there to be a backup. Forced sites are open from the start.
/// </summary>
internal sealed class OccupancyLedger
{
    private readonly IndexedLocation location;
    private readonly double slack;
    private readonly double[] free;
    private readonly double[] left;

    /// <summary>Creates an empty book.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="slack">Share of max(1, limit) by which a limit may be exceeded: rounding for exact work, the solver's tolerance for its answers.</param>
    public OccupancyLedger(IndexedLocation location, double slack = 1e-9)
    {
        this.location = location;
        this.slack = slack;
        free = new double[location.Sites * location.Days];
        left = new double[location.Resources * location.Days];
        First = new int[location.Sites];
        Last = new int[location.Sites];
        Reset();
    }

    /// <summary>First open day by site; the number of days while closed.</summary>
    public int[] First { get; }

    /// <summary>Last open day by site; -1 while closed.</summary>
    public int[] Last { get; }

    /// <summary>Closes all but the forced sites.</summary>
    public void Reset()
    {
        int days = location.Days;
        for (int j = 0; j < location.Sites; j++)
        {
            double capacity = location.Capacity[j];
            Array.Fill(free, capacity + (slack * Math.Max(1, capacity)), j * days, days);
            First[j] = days;
            Last[j] = -1;
        }

        for (int k = 0; k < left.Length; k++)
        {
            double available = location.ResourceAvailable[k];
            left[k] = available + (slack * Math.Max(1, available));
        }

        for (int j = 0; j < location.Sites; j++)
        {
            if (location.Forced[j])
            {
                Use(j, location.FirstDay[j], days - 1, days, -1, 0);
                First[j] = location.FirstDay[j];
                Last[j] = days - 1;
            }
        }
    }

    /// <summary>How many units may still begin a stay on the day at the site, opening or extending it where needed.</summary>
    public double Room(int day, int site)
    {
        int end = location.StayEnd[day];
        double room = double.PositiveInfinity;
        int row = site * location.Days;
        for (int t = day; t <= end; t++)
        {
            room = Math.Min(room, free[row + t]);
        }

        for (int r = 0; r < location.Resources && room > 0; r++)
        {
            double fixedUse = location.FixedUse[(r * location.Sites) + site];
            double unitUse = location.UsePerUnit[(r * location.Sites) + site];
            if (fixedUse > 0 || unitUse > 0)
            {
                room = Math.Min(room, ResourceRoom(r, day, end, site, fixedUse, unitUse));
            }
        }

        return Math.Max(0, room);
    }

    /// <summary>Opens a site on these days without anybody in it, if the resources allow it.</summary>
    public bool TryOpen(int site, int from, int to)
    {
        for (int r = 0; r < location.Resources; r++)
        {
            if (ResourceRoom(r, from, to, site, location.FixedUse[(r * location.Sites) + site], 0) <= 0)
            {
                return false;
            }
        }

        Use(site, Math.Min(First[site], from), Math.Max(Last[site], to), from, to, 0);
        First[site] = Math.Min(First[site], from);
        Last[site] = Math.Max(Last[site], to);
        return true;
    }

    /// <summary>Places units that <see cref="Room"/> allows.</summary>
    public void Place(int day, int site, double quantity)
    {
        int end = location.StayEnd[day];
        int row = site * location.Days;
        for (int t = day; t <= end; t++)
        {
            free[row + t] -= quantity;
        }

        Use(site, Math.Min(First[site], day), Math.Max(Last[site], end), day, end, quantity);
        First[site] = Math.Min(First[site], day);
        Last[site] = Math.Max(Last[site], end);
    }

    private double ResourceRoom(int resource, int day, int end, int site, double fixedUse, double unitUse)
    {
        int from = Math.Min(First[site], day);
        bool cumulative = location.Cumulative[resource];
        int to = cumulative ? location.Days - 1 : Math.Max(Last[site], end);
        int openTo = Math.Max(Last[site], end);
        double room = double.PositiveInfinity;
        double fixedSum = 0;
        double unitSum = 0;
        for (int t = from; t <= to; t++)
        {
            if (!cumulative)
            {
                fixedSum = 0;
                unitSum = 0;
            }

            fixedSum += t <= openTo && (t < First[site] || t > Last[site]) ? fixedUse : 0;
            unitSum += t >= day && t <= end ? unitUse : 0;
            double rest = left[(resource * location.Days) + t] - fixedSum;
            if (fixedSum > 0 && rest < 0)
            {
                return 0;
            }

            if (unitSum > 0)
            {
                room = Math.Min(room, rest / unitSum);
            }
        }

        return room;
    }

    // Books the days from..to as open (only those not open yet cost fixed use) and the quantity on the days of its stay.
    private void Use(int site, int from, int to, int day, int end, double quantity)
    {
        for (int r = 0; r < location.Resources; r++)
        {
            double fixedUse = location.FixedUse[(r * location.Sites) + site];
            double unitUse = location.UsePerUnit[(r * location.Sites) + site] * quantity;
            if (fixedUse == 0 && unitUse == 0)
            {
                continue;
            }

            bool cumulative = location.Cumulative[r];
            double sum = 0;
            for (int t = from; t < (cumulative ? location.Days : to + 1); t++)
            {
                double today = (t <= to && (t < First[site] || t > Last[site]) ? fixedUse : 0) + (t >= day && t <= end ? unitUse : 0);
                sum = cumulative ? sum + today : today;
                left[(r * location.Days) + t] -= sum;
            }
        }
    }
}
