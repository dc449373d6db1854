namespace Readiness.Supplies.Flows;

/// <content>How the first tree is made, and how trees fit again what has changed.</content>
internal sealed partial class NetworkSimplex
{
    /// <summary>Makes the tree feasible again after changes of supplies or capacities. Costs count as changed too.</summary>
    public void Repair()
    {
        Supply.CopyTo(excess, 0);
        MarkTree();
        for (int e = 0; e < arcs; e++)
        {
            if (!inTree[e])
            {
                long flow = sign[e] < 0 ? Capacity[e] : 0;
                sign[e] = Capacity[e] == 0 ? 0 : flow == 0 ? 1 : -1;
                Flow[e] = flow;
                excess[source[e]] -= flow;
                excess[target[e]] += flow;
            }
        }

        SetArtificialCosts();
        ReadOnlySpan<int> order = tree.Measure(Cost);
        for (int k = order.Length - 1; k > 0; k--)
        {
            Fit(order[k]);
        }

        tree.Link();
        tree.Measure(Cost);
    }

    // Every demand unserved, every lot carried on to its end: a strongly feasible tree without an artificial arc, except at nodes without any demand.
    private void Start()
    {
        Array.Fill(sign, 1, 0, arcs);
        int root = network.Root;
        Array.Fill(tree.Parent, -1, 0, root);
        for (int e = network.ServeEnd; e < network.UnservedFirst; e++)
        {
            tree.Parent[source[e]] = target[e];
            tree.Arc[source[e]] = e;
            tree.Up[source[e]] = true;
            sign[e] = 0;
        }

        for (int e = network.UnservedFirst; e < arcs; e++)
        {
            if (Capacity[e] > 0)
            {
                int u = target[e];
                bool isFirst = tree.Parent[u] < 0;
                sign[e] = isFirst ? 0 : -1;
                if (isFirst)
                {
                    tree.Parent[u] = root;
                    tree.Arc[u] = e;
                    tree.Up[u] = false;
                }
            }
        }

        for (int u = 0; u < root; u++)
        {
            if (tree.Parent[u] < 0)
            {
                tree.Parent[u] = root;
                tree.Arc[u] = arcs + u;
                tree.Up[u] = true;
            }
        }

        tree.Link();
        Repair();
    }

    private void MarkTree()
    {
        Array.Clear(inTree);
        for (int u = 0; u < network.Root; u++)
        {
            if (tree.Arc[u] < arcs)
            {
                inTree[tree.Arc[u]] = true;
            }
        }
    }

    private void SetArtificialCosts()
    {
        double most = 1;
        for (int e = 0; e < arcs; e++)
        {
            most = Math.Max(most, Math.Abs(Cost[e]));
        }

        Array.Fill(Cost, 1000 * most, arcs, network.Root);
    }

    // Sets the flow between a node and its parent, given the excess of the node's subtree.
    private void Fit(int u)
    {
        int e = tree.Arc[u];
        int parent = tree.Parent[u];
        bool up = tree.Up[u];
        long flow = up ? excess[u] : -excess[u];
        if (up ? flow >= 0 && flow < Capacity[e] : flow > 0 && flow <= Capacity[e])
        {
            Flow[e] = flow;
            excess[parent] += excess[u];
            return;
        }

        if (e < arcs)
        {
            flow = Math.Clamp(flow, 0, Capacity[e]);
            Flow[e] = flow;
            sign[e] = Capacity[e] == 0 ? 0 : flow == 0 ? 1 : -1;
            long passed = up ? flow : -flow;
            excess[parent] += passed;
            excess[u] -= passed;
        }

        int artificial = arcs + u;
        tree.Parent[u] = network.Root;
        tree.Arc[u] = artificial;
        tree.Up[u] = excess[u] >= 0;
        source[artificial] = tree.Up[u] ? u : network.Root;
        target[artificial] = tree.Up[u] ? network.Root : u;
        Flow[artificial] = Math.Abs(excess[u]);
        excess[network.Root] += excess[u];
    }
}
