namespace Readiness.Supplies;

/// <summary>Who takes from the stock of places with a reserve, and how much more may be taken.</summary>
/// <remarks>
/// A reserve is kept on a day if what is left then and keeps is enough, or if nothing was dispatched on longer lanes and the restricted
/// (same-day transfers, and demands that may not break the reserve) took no more than what expires that day.
/// </remarks>
internal sealed class ReserveBook
{
    private readonly AllocationNetwork network;
    private readonly int days;
    private readonly long[] closing;

    // By reserve x days + day.
    private readonly long[] restricted;
    private readonly long[] dispatched;
    private readonly long[] takenOnLastDay;

    /// <summary>A book on the closing stock (by node x days + day) that its ledger keeps up to date.</summary>
    public ReserveBook(AllocationNetwork network, long[] closing)
    {
        this.network = network;
        this.closing = closing;
        days = network.Days;
        restricted = new long[network.Problem.Reserves.Length * days];
        dispatched = new long[restricted.Length];
        takenOnLastDay = new long[restricted.Length];
    }

    /// <summary>Counts units that leave a node on a day; negative to undo.</summary>
    public void Count(int node, int day, long units, StockUse use)
    {
        int reserve = network.ReserveOfNode(node);
        if (reserve < 0)
        {
            return;
        }

        int k = (reserve * days) + day;
        takenOnLastDay[k] += network.Nodes[node].Class == day ? units : 0;
        dispatched[k] += use == StockUse.LaterTransfer ? units : 0;
        restricted[k] += use is StockUse.SameDayTransfer or StockUse.Serving ? units : 0;
    }

    /// <summary>Units that can leave a node on a day so that the reserve is still kept then and on all later days.</summary>
    public long Room(int node, int day, StockUse use)
    {
        int reserve = network.ReserveOfNode(node);
        if (reserve < 0)
        {
            return long.MaxValue;
        }

        long room = RoomOnTheDay(reserve, node, day, use);
        for (int d = day + 1; d <= network.Nodes[node].Last && room > 0; d++)
        {
            room = Math.Min(room, RoomBefore(reserve, node, d));
        }

        return Math.Max(0, room);
    }

    /// <summary>Units that are missing from a pair's reserve at the end of a day.</summary>
    public long Gap(int pair, int day)
    {
        int reserve = network.ReserveOf[pair];
        return reserve < 0 ? 0 : Math.Max(0, -Above(reserve, day));
    }

    /// <summary>Units by which too much was taken on a day: what to take less for the reserve to be kept; 0 if it is.</summary>
    public long Excess(int reserve, int day)
    {
        long gap = -Above(reserve, day);
        if (gap <= 0 || IsWithinLastDay(reserve, day))
        {
            return 0;
        }

        int k = (reserve * days) + day;
        return Math.Min(gap, dispatched[k] + Math.Max(0, restricted[k] - OnLastDay(reserve, day)));
    }

    private long RoomOnTheDay(int reserve, int node, int day, StockUse use)
    {
        bool lastDay = network.Nodes[node].Class == day;
        if (use == StockUse.UrgentServing)
        {
            return lastDay || IsWithinLastDay(reserve, day) ? long.MaxValue : Above(reserve, day);
        }

        long above = Above(reserve, day);
        int k = (reserve * days) + day;
        long ofLastDay = use != StockUse.LaterTransfer && dispatched[k] == 0 ? OnLastDay(reserve, day) - restricted[k] : 0;
        return !lastDay ? Math.Max(above, ofLastDay) : above >= 0 ? long.MaxValue : ofLastDay;
    }

    // What can leave earlier without breaking the reserve on a day on which something is already planned.
    private long RoomBefore(int reserve, int node, int day)
    {
        if (network.Nodes[node].Class == day)
        {
            return Above(reserve, day) >= 0 ? long.MaxValue : OnLastDay(reserve, day) - restricted[(reserve * days) + day];
        }

        return IsWithinLastDay(reserve, day) ? long.MaxValue : Above(reserve, day);
    }

    private bool IsWithinLastDay(int reserve, int day) =>
        dispatched[(reserve * days) + day] == 0 && restricted[(reserve * days) + day] <= OnLastDay(reserve, day);

    private long Above(int reserve, int day) => Kept(reserve, day) - network.Problem.Reserves[reserve].Quantity;

    // What is left at the end of a day and keeps.
    private long Kept(int reserve, int day)
    {
        long units = 0;
        foreach (int node in network.NodesOfReserve(reserve))
        {
            units += network.Nodes[node].Class > day ? closing[(node * days) + day] : 0;
        }

        return units;
    }

    // What is there on a day and expires that evening unless it is taken.
    private long OnLastDay(int reserve, int day)
    {
        long units = takenOnLastDay[(reserve * days) + day];
        foreach (int node in network.NodesOfReserve(reserve))
        {
            units += network.Nodes[node].Class == day ? closing[(node * days) + day] : 0;
        }

        return units;
    }
}
