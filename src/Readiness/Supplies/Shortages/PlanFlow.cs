namespace Readiness.Supplies.Shortages;

/// <summary>What flows where in a plan, by last usable day; changed by the searches for further units, and changed back.</summary>
internal sealed class PlanFlow
{
    public PlanFlow(FlowGraph graph)
    {
        Graph = graph;
        int states = graph.Nodes * graph.Days;
        Supply = new long[states];
        Stay = new long[states];
        Hold = new long[states];
        Left = new long[graph.Nodes];
        Sent = new long[graph.SentLength];
        Swift = new long[graph.SentLength];
        Kept = new long[graph.Problem.Places.Length * graph.Problem.Items.Length * graph.Days];
        Stored = new double[graph.Problem.Places.Length * graph.Days];
        Load = new double[graph.Problem.Lanes.Length * graph.Days];
        Taken = new long[graph.Slots.TakenLength];
        Planned = new long[graph.Slots.Count];
        Spoilt = new long[states];
        Keeping = new long[states];
        Later = new long[graph.Nodes];
        Earlier = new long[states];
        OnOffer = new long[states];
        Excess = new long[graph.Problem.Places.Length * graph.Problem.Items.Length];
        TakenFrom = new int[Kept.Length];
        Array.Fill(TakenFrom, int.MaxValue);
    }

    /// <summary>The network.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Lots that become available, by node x days + day.</summary>
    public long[] Supply { get; }

    /// <summary>What of a morning's stock is still there at serving time, by node x days + day.</summary>
    public long[] Stay { get; }

    /// <summary>What is kept to the next morning, by node x days + day.</summary>
    public long[] Hold { get; }

    /// <summary>What nobody takes to the node's last day, by node.</summary>
    public long[] Left { get; }

    /// <summary>What is dispatched, by <see cref="FlowGraph.SentAt"/>.</summary>
    public long[] Sent { get; }

    /// <summary>What would be dispatched without a lead time and at serving time, by <see cref="FlowGraph.SentAt"/>.</summary>
    public long[] Swift { get; }

    /// <summary>What is left in the evening and keeps, by place and item x days + day.</summary>
    public long[] Kept { get; }

    /// <summary>Volume that is left in the evening and keeps, by place x days + day.</summary>
    public double[] Stored { get; }

    /// <summary>Volume on a lane, by lane x days + day.</summary>
    public double[] Load { get; }

    /// <summary>What a slot takes of each class, by <see cref="NeedSlots.TakenAt"/>.</summary>
    public long[] Taken { get; }

    /// <summary>Units of the item that the plan gives a slot, less what was taken away from it; by slot.</summary>
    public long[] Planned { get; }

    /// <summary>What comes in only after its last usable day, by node x days + day.</summary>
    public long[] Spoilt { get; }

    /// <summary>What would be used after its last usable day, by the node that expires x days + day.</summary>
    public long[] Keeping { get; }

    /// <summary>What becomes available only after the horizon, by node.</summary>
    public long[] Later { get; }

    /// <summary>What would be used before it becomes available, by node x days + the day on which it does.</summary>
    public long[] Earlier { get; }

    /// <summary>What is on offer and not bought, by the node at which it would come in x days + day.</summary>
    public long[] OnOffer { get; }

    /// <summary>Level that is explained.</summary>
    public int Level { get; set; }

    /// <summary>Units of an item that the level has at a place beyond its fair share, by place and item.</summary>
    public long[] Excess { get; }

    /// <summary>The most urgent level that may not break the reserve and takes some, -1 for a dispatch; by place and item x days + day.</summary>
    public int[] TakenFrom { get; }
}
