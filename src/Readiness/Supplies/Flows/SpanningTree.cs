namespace Readiness.Supplies.Flows;

/// <summary>A rooted spanning tree with node potentials: the basis of the network simplex method.</summary>
/// <remarks>Children form doubly linked lists, so that a subtree is cut and hung elsewhere at the price of its stem, and walked without a stack.</remarks>
internal sealed class SpanningTree
{
    private const int None = -1;

    private readonly int[] firstChild;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] order;

    public SpanningTree(int root)
    {
        Root = root;
        Parent = new int[root + 1];
        Arc = new int[root + 1];
        Up = new bool[root + 1];
        Depth = new int[root + 1];
        Potential = new double[root + 1];
        firstChild = new int[root + 1];
        next = new int[root + 1];
        previous = new int[root + 1];
        order = new int[root + 1];
        Parent[root] = None;
        Arc[root] = None;
    }

    /// <summary>The root, whose potential is 0.</summary>
    public int Root { get; }

    /// <summary>Parent of each node.</summary>
    public int[] Parent { get; }

    /// <summary>Arc between each node and its parent.</summary>
    public int[] Arc { get; }

    /// <summary>Whether that arc leads to the parent.</summary>
    public bool[] Up { get; }

    /// <summary>Arcs between each node and the root.</summary>
    public int[] Depth { get; }

    /// <summary>Potential of each node: along a tree arc, that of the target is that of the source plus the arc's cost.</summary>
    public double[] Potential { get; }

    /// <summary>Links children anew from the parents; then <see cref="Measure"/> must follow.</summary>
    public void Link()
    {
        Array.Fill(firstChild, None);
        for (int u = Root - 1; u >= 0; u--)
        {
            Hang(u, Parent[u]);
        }
    }

    /// <summary>Computes depths and potentials of all nodes.</summary>
    /// <returns>All nodes, each after its parent.</returns>
    public ReadOnlySpan<int> Measure(double[] cost)
    {
        Depth[Root] = 0;
        Potential[Root] = 0;
        order[0] = Root;
        int count = 1;
        for (int u = firstChild[Root]; u != None; u = Following(u, Root))
        {
            int p = Parent[u];
            Depth[u] = Depth[p] + 1;
            Potential[u] = Up[u] ? Potential[p] - cost[Arc[u]] : Potential[p] + cost[Arc[u]];
            order[count++] = u;
        }

        return order.AsSpan(0, count);
    }

    /// <summary>Cuts the subtree of <paramref name="cut"/> and hangs it on <paramref name="parent"/> by an arc from its node <paramref name="top"/>.</summary>
    /// <param name="cut">Root of the subtree until now.</param>
    /// <param name="top">Root of the subtree from now on.</param>
    /// <param name="parent">Node outside the subtree.</param>
    /// <param name="arc">Arc between <paramref name="top"/> and <paramref name="parent"/>.</param>
    /// <param name="up">Whether that arc leads to <paramref name="parent"/>.</param>
    /// <param name="change">What is added to the potentials of the subtree.</param>
    public void Regraft(int cut, int top, int parent, int arc, bool up, double change)
    {
        int u = top;
        int above = parent;
        while (true)
        {
            int oldParent = Parent[u];
            int oldArc = Arc[u];
            bool oldUp = Up[u];
            Unhang(u, oldParent);
            Arc[u] = arc;
            Up[u] = up;
            Parent[u] = above;
            Hang(u, above);
            if (u == cut)
            {
                break;
            }

            arc = oldArc;
            up = !oldUp;
            above = u;
            u = oldParent;
        }

        Depth[top] = Depth[parent] + 1;
        Potential[top] += change;
        for (int v = firstChild[top]; v != None; v = Following(v, top))
        {
            Depth[v] = Depth[Parent[v]] + 1;
            Potential[v] += change;
        }
    }

    // Next node of the subtree of a node, in preorder.
    private int Following(int u, int top)
    {
        int child = firstChild[u];
        if (child != None)
        {
            return child;
        }

        while (u != top)
        {
            int sibling = next[u];
            if (sibling != None)
            {
                return sibling;
            }

            u = Parent[u];
        }

        return None;
    }

    private void Hang(int u, int parent)
    {
        int head = firstChild[parent];
        next[u] = head;
        previous[u] = None;
        if (head != None)
        {
            previous[head] = u;
        }

        firstChild[parent] = u;
    }

    private void Unhang(int u, int parent)
    {
        if (previous[u] == None)
        {
            firstChild[parent] = next[u];
        }
        else
        {
            next[previous[u]] = next[u];
        }

        if (next[u] != None)
        {
            previous[next[u]] = previous[u];
        }
    }
}
