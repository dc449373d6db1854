namespace Readiness.Supplies.Flows;

/// <summary>The time-expanded network of one item, in flat arrays: a minimum cost flow problem if lorries are left aside.</summary>
/// <remarks>
/// <para>A node is stock of one last usable day at a place on a day, or the demand of a place on a day. The root, the node after all others,
/// takes up what is not used and stands in for what is not served, so there always is a feasible flow.</para>
/// <para>Flows are whole numbers of <see cref="FlowScale"/>ths of a unit and costs are whole numbers of <see cref="CostScale"/>ths, so that the flows,
/// and with them the bound, are free of rounding. Arcs are laid out so that most of them form runs whose ends advance by one day per arc.</para>
/// </remarks>
internal sealed class ItemNetwork
{
    /// <summary>Item index.</summary>
    public required int Item { get; init; }

    /// <summary>Number of nodes without the root; the root's index.</summary>
    public required int Root { get; init; }

    /// <summary>Steps of flow per unit; a power of two.</summary>
    public required double FlowScale { get; init; }

    /// <summary>Steps of cost per unit of the objective; a power of two.</summary>
    public required double CostScale { get; init; }

    /// <summary>Supply of every node in steps of flow, negative for demand; that of the root balances the others.</summary>
    public required long[] Supply { get; init; }

    /// <summary>Node that each arc leaves.</summary>
    public required int[] Source { get; init; }

    /// <summary>Node that each arc enters.</summary>
    public required int[] Target { get; init; }

    /// <summary>Cost of a step of flow in steps of cost, rounded down; whole numbers held as doubles, which are exact up to 2^53.</summary>
    public required double[] Cost { get; init; }

    /// <summary>Capacity in steps of flow, rounded up.</summary>
    public required long[] Capacity { get; init; }

    /// <summary>The runs of arcs in order; together they are all arcs.</summary>
    public required ArcRun[] Runs { get; init; }

    /// <summary>The runs of transport, the first arcs of the network.</summary>
    public required LaneRun[] LaneRuns { get; init; }

    /// <summary>Number of transport arcs.</summary>
    public required int LaneArcs { get; init; }

    /// <summary>Arcs from stock to a demand node: [ServeFirst, ServeEnd).</summary>
    public required int ServeFirst { get; init; }

    /// <summary>End of the serving arcs.</summary>
    public required int ServeEnd { get; init; }

    /// <summary>First of the arcs that stand in for unserved demand, which are the last of the network.</summary>
    public required int UnservedFirst { get; init; }

    /// <summary>Demand index of each unserved arc; -1 for one that only fills a run.</summary>
    public required int[] UnservedDemand { get; init; }

    /// <summary>Place of each node.</summary>
    public required int[] PlaceOf { get; init; }

    /// <summary>Day of each node.</summary>
    public required short[] DayOf { get; init; }

    /// <summary>Last usable day of each node of stock, or the number of days; -1 for a demand node.</summary>
    public required short[] ClassOf { get; init; }

    /// <summary>Lane capacity that a unit takes.</summary>
    public required double Volume { get; init; }

    /// <summary>Number of different last usable days.</summary>
    public required int ClassCount { get; init; }

    /// <summary>Number of arcs.</summary>
    public int ArcCount => Source.Length;
}
