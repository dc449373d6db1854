namespace Readiness.Supplies.Shortages;

/// <summary>How much more a limit allows, unless it is lifted.</summary>
/// <remarks>
/// Two limits hold only on days on which something happens: a reserve if somebody restricted takes some, room for stock if a transfer arrives. Here they hold a
/// little more often than they must, so that less may be found before they are lifted than there is, never more.
/// </remarks>
internal sealed class ResidualRoom
{
    private const double Rounding = 1e-9;
    private const double Tolerance = 1e-6;

    private readonly PlanFlow flow;
    private readonly FlowGraph graph;

    public ResidualRoom(PlanFlow flow)
    {
        this.flow = flow;
        graph = flow.Graph;
    }

    /// <summary>Limits that do not count.</summary>
    public Limits Lifted { get; set; }

    /// <summary>Place of the demand that is to get more.</summary>
    public int Place { get; set; }

    /// <summary>Whether a limit does not count.</summary>
    public bool IsLifted(Limits limit) => (Lifted & limit) != 0;

    /// <summary>Units of a node that a lane still takes on a day.</summary>
    public long OnLane(int lane, int node, int day)
    {
        double volume = graph.VolumePerUnit[graph.ItemOf[node]];
        double capacity = graph.Problem.Lanes[lane].CapacityPerDay;
        return IsLifted(Limits.Lorries) || double.IsPositiveInfinity(capacity) || volume <= 0
            ? long.MaxValue
            : Whole((capacity - flow.Load[(lane * graph.Days) + day]) / volume);
    }

    /// <summary>Units of a node that can be kept in addition from a day to the next.</summary>
    public long InStore(int node, int day)
    {
        int place = graph.PlaceOf[node];
        double volume = graph.VolumePerUnit[graph.ItemOf[node]];

        // Stock beyond the limit came from outside the plan; then nothing arrives, and there may be more of it.
        return IsLifted(Limits.Storage) || volume <= 0 || IsOverfull(place, day)
            ? long.MaxValue
            : Whole((graph.Room[place] - flow.Stored[(place * graph.Days) + day]) / volume);
    }

    /// <summary>Whether a transfer of a node's item may arrive at a place on a day.</summary>
    public bool MayArrive(int node, int day) =>
        IsLifted(Limits.Storage) || graph.VolumePerUnit[graph.ItemOf[node]] <= 0 || !IsOverfull(graph.PlaceOf[node], day);

    /// <summary>Units that can leave what a node has in the evening.</summary>
    public long AboveReserve(int node, int day)
    {
        int pair = graph.Pair(graph.PlaceOf[node], graph.ItemOf[node]);
        if (IsLifted(Limits.Reserves) || graph.Reserve[pair] is not { } reserve || !graph.Keeps(node, day))
        {
            return long.MaxValue;
        }

        int at = (pair * graph.Days) + day;
        bool mayBreak = graph.PlaceOf[node] == Place && flow.Level <= reserve.LastLevel && flow.TakenFrom[at] > flow.Level;
        return mayBreak ? long.MaxValue : Math.Max(0, flow.Kept[at] - reserve.Quantity);
    }

    /// <summary>Whether more may be dispatched from a node on a day.</summary>
    public bool MayDispatch(int node, int day)
    {
        int pair = graph.Pair(graph.PlaceOf[node], graph.ItemOf[node]);
        return IsLifted(Limits.Reserves) || graph.Reserve[pair] is not { } reserve || flow.Kept[(pair * graph.Days) + day] >= reserve.Quantity;
    }

    /// <summary>Whether a demand may take more of an item at its place on its day.</summary>
    public bool MayTake(SupplyDemand demand, int item)
    {
        int pair = graph.Pair(demand.Place, item);
        return IsLifted(Limits.Reserves) || graph.Reserve[pair] is not { } reserve || demand.Level <= reserve.LastLevel
            || flow.Kept[(pair * graph.Days) + demand.Day] >= reserve.Quantity;
    }

    /// <summary>Units that can be taken away from a slot that takes them from a node.</summary>
    public long ToCancel(int slot, int node)
    {
        int level = graph.Problem.Demands[graph.Slots.Demand(slot)].Level;
        long taken = Math.Min(flow.Planned[slot], flow.Taken[graph.Slots.TakenAt(slot, graph.ClassOf[node])]);
        if (level == flow.Level)
        {
            return IsLifted(Limits.Fairness) ? Math.Min(taken, flow.Excess[graph.Pair(graph.PlaceOf[node], graph.ItemOf[node])]) : 0;
        }

        return level > flow.Level || IsLifted(Limits.Priority) ? taken : 0;
    }

    private bool IsOverfull(int place, int day) =>
        flow.Stored[(place * graph.Days) + day] > graph.Room[place] + (Tolerance * Math.Max(1, graph.Room[place]));

    private static long Whole(double units) => units >= long.MaxValue / 2 ? long.MaxValue : Math.Max(0, (long)Math.Floor(units + Rounding));
}
