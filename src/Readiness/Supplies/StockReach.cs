namespace Readiness.Supplies;

/// <summary>When stock can be at a place, and until when it can be of use there.</summary>
internal static class StockReach
{
    /// <summary>A day that never comes.</summary>
    public const int Never = int.MaxValue / 4;

    /// <summary>Last day of use of an item at each place, there, or on which a pinned transfer brings some; -1 if never.</summary>
    public static int[] LastUses(AllocationNetwork network, int item)
    {
        AllocationProblem problem = network.Problem;
        int[] last = new int[problem.Places.Length];
        Array.Fill(last, -1);
        foreach (DemandService service in network.Services)
        {
            SupplyDemand demand = problem.Demands[service.Demand];
            if (service.Most > 0 && demand.Day > last[demand.Place] && service.Needs.Any(need => need.Item == item))
            {
                last[demand.Place] = demand.Day;
            }
        }

        foreach (Transfer pin in problem.Pins.Where(pin => pin.Item == item))
        {
            TransportLane lane = problem.Lanes[pin.Lane];
            last[lane.To] = Math.Max(last[lane.To], pin.Day + lane.LeadTimeDays);
        }

        // What stays in a reserve is of use to the end. Where room is scarce, all that takes some counts, and sending it away can be of use.
        bool takesRoom = problem.StorageLimits.Length > 0 && network.VolumePerUnit(item) > 0;
        for (int place = 0; place < last.Length; place++)
        {
            last[place] = takesRoom || network.ReserveOf[network.Pair(place, item)] >= 0 ? network.Days - 1 : last[place];
        }

        return last;
    }

    /// <summary>First day on which stock of an expiry class can be at each place.</summary>
    public static int[] Earliest(AllocationProblem problem, SupplyLot[] lots, int expiry)
    {
        int[] earliest = new int[problem.Places.Length];
        Array.Fill(earliest, Never);
        foreach (SupplyLot lot in lots)
        {
            if (lot.LastUsableDay >= lot.AvailableDay && Math.Min(lot.LastUsableDay, problem.Days) == expiry)
            {
                earliest[lot.Place] = Math.Min(earliest[lot.Place], lot.AvailableDay);
            }
        }

        int last = Math.Min(expiry, problem.Days - 1);
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (TransportLane lane in problem.Lanes)
            {
                if (earliest[lane.From] != Never && lane.LeadTimeDays <= last - earliest[lane.From]
                    && earliest[lane.From] + lane.LeadTimeDays < earliest[lane.To])
                {
                    earliest[lane.To] = earliest[lane.From] + lane.LeadTimeDays;
                    changed = true;
                }
            }
        }

        return earliest;
    }

    /// <summary>Last day on which stock of an expiry class at each place can be of use, there or further on; -1 if never.</summary>
    public static int[] Latest(AllocationProblem problem, int[] lastDemand, int expiry)
    {
        int[] latest = [.. lastDemand.Select(day => Math.Min(day, expiry))];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (TransportLane lane in problem.Lanes)
            {
                if (latest[lane.To] >= lane.LeadTimeDays && latest[lane.To] - lane.LeadTimeDays > latest[lane.From])
                {
                    latest[lane.From] = latest[lane.To] - lane.LeadTimeDays;
                    changed = true;
                }
            }
        }

        return latest;
    }
}
