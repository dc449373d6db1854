namespace Readiness.Supplies.Flows;

/// <summary>The primal network simplex method on an <see cref="ItemNetwork"/>, kept warm between solves.</summary>
/// <remarks>
/// <para>Strongly feasible trees (every node can send some flow to the root along the tree) and the choice of the last blocking arc keep it from cycling:
/// W. H. Cunningham, "A network simplex method", Mathematical Programming 11 (1976), doi:10.1007/BF01580379; R. K. Ahuja, T. L. Magnanti and
/// J. B. Orlin, Network Flows (1993), chapter 11. The entering arc is the best of a block, as in M. D. Grigoriadis (1986).</para>
/// <para>All amounts are whole numbers, so results are exact. Changed costs leave the tree feasible; after changes of supplies or capacities the
/// arcs that no longer fit are replaced by arcs to the root that cost more than anything else.</para>
/// </remarks>
internal sealed partial class NetworkSimplex
{
    private const int PivotsBetweenChecks = 1024;

    private readonly ItemNetwork network;
    private readonly SpanningTree tree;
    private readonly ArcPricing pricing;
    private readonly int[] source;
    private readonly int[] target;
    private readonly double[] sign;
    private readonly long[] excess;
    private readonly bool[] inTree;
    private readonly int arcs;

    public NetworkSimplex(ItemNetwork network)
    {
        this.network = network;
        arcs = network.ArcCount;
        int root = network.Root;
        source = [.. network.Source, .. Enumerable.Range(0, root)];
        target = [.. network.Target, .. Enumerable.Repeat(root, root)];
        Cost = [.. network.Cost, .. new double[root]];
        Capacity = [.. network.Capacity, .. Enumerable.Repeat(long.MaxValue / 4, root)];
        Supply = [.. network.Supply];
        Flow = new long[arcs + root];
        sign = new double[arcs + root];
        excess = new long[root + 1];
        inTree = new bool[arcs];
        tree = new SpanningTree(root);
        pricing = new ArcPricing(network.Runs, Cost, sign, tree.Potential);
        Start();
    }

    /// <summary>Cost of each arc, then of an artificial arc for each node. Whole numbers; after a change, <see cref="CostsChanged"/> must be called.</summary>
    public double[] Cost { get; }

    /// <summary>Capacity of each arc; after a change, <see cref="Repair"/> must be called.</summary>
    public long[] Capacity { get; }

    /// <summary>Supply of each node; after a change, <see cref="Repair"/> must be called.</summary>
    public long[] Supply { get; }

    /// <summary>Flow of each arc.</summary>
    public long[] Flow { get; }

    /// <summary>Pivots so far.</summary>
    public long Pivots { get; private set; }

    /// <summary>What a node's unit is worth: the cost of a unit at the root that is sent there, by the current tree.</summary>
    public double[] Potential => tree.Potential;

    /// <summary>Changes how much an arc that stands in for unserved demand can carry, and with it the demand. <see cref="Repair"/> must follow.</summary>
    public void ChangeDemand(int arc, long more)
    {
        Capacity[arc] += more;
        Supply[target[arc]] -= more;
        Supply[network.Root] += more;
    }

    /// <summary>Takes over supplies and basis of another flow on the same network. <see cref="Repair"/> must follow.</summary>
    public void StartFrom(NetworkSimplex other)
    {
        other.Supply.CopyTo(Supply, 0);
        other.Capacity.CopyTo(Capacity, 0);
        other.source.CopyTo(source, 0);
        other.target.CopyTo(target, 0);
        other.sign.CopyTo(sign, 0);
        other.tree.Parent.CopyTo(tree.Parent, 0);
        other.tree.Arc.CopyTo(tree.Arc, 0);
        other.tree.Up.CopyTo(tree.Up, 0);
        tree.Link();
    }

    /// <summary>Takes over changed costs.</summary>
    public void CostsChanged() => tree.Measure(Cost);

    /// <summary>Pivots until the flow is optimal.</summary>
    /// <returns>Whether it is; else the token was cancelled.</returns>
    public bool Solve(Func<bool> isOver)
    {
        int untilCheck = PivotsBetweenChecks;
        for (int entering = pricing.Next(); entering >= 0; entering = pricing.Next())
        {
            Pivot(entering);
            Pivots++;
            if (--untilCheck == 0)
            {
                untilCheck = PivotsBetweenChecks;
                if (isOver())
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Pivot(int entering)
    {
        bool forward = sign[entering] > 0;
        int first = forward ? source[entering] : target[entering];
        int second = forward ? target[entering] : source[entering];
        int[] size = tree.Size;
        int[] parent = tree.Parent;
        int[] arcOf = tree.Arc;
        bool[] isUp = tree.Up;

        // The cycle leads from the join down to first, over the entering arc, and from second up to the join. The last blocking arc on it leaves.
        long delta = Capacity[entering];
        int cut = -1;
        bool cutOnFirst = false;
        int a = first;
        int b = second;
        while (a != b)
        {
            if (size[a] <= size[b])
            {
                int e = arcOf[a];
                long room = isUp[a] ? Flow[e] : Capacity[e] - Flow[e];
                if (room < delta)
                {
                    delta = room;
                    cut = a;
                    cutOnFirst = true;
                }

                a = parent[a];
            }
            else
            {
                int e = arcOf[b];
                long room = isUp[b] ? Capacity[e] - Flow[e] : Flow[e];
                if (room <= delta)
                {
                    delta = room;
                    cut = b;
                    cutOnFirst = false;
                }

                b = parent[b];
            }
        }

        int join = a;
        if (delta > 0)
        {
            Flow[entering] += forward ? delta : -delta;
            for (int u = first; u != join; u = parent[u])
            {
                Flow[arcOf[u]] += isUp[u] ? -delta : delta;
            }

            for (int u = second; u != join; u = parent[u])
            {
                Flow[arcOf[u]] += isUp[u] ? delta : -delta;
            }
        }

        if (cut < 0)
        {
            sign[entering] = -sign[entering];
            return;
        }

        int leaving = arcOf[cut];
        if (leaving < arcs)
        {
            sign[leaving] = Capacity[leaving] == 0 ? 0 : Flow[leaving] == 0 ? 1 : -1;
        }

        int top = cutOnFirst ? first : second;
        int above = cutOnFirst ? second : first;
        bool up = source[entering] == top;
        sign[entering] = 0;
        double[] potential = tree.Potential;
        double wanted = up ? potential[above] - Cost[entering] : potential[above] + Cost[entering];
        tree.Regraft(cut, top, above, join, entering, up, wanted - potential[top]);
    }
}
