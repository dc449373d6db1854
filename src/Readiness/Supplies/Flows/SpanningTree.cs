namespace Readiness.Supplies.Flows;

/// <summary>A rooted spanning tree with node potentials: the basis of the network simplex method.</summary>
/// <remarks>
/// Nodes form a doubly linked list in preorder, in which every subtree is a run: potentials of a subtree are updated along the list, without a look at parents or children, and a
/// subtree is cut and hung elsewhere at the price of its stem. Sizes take the place of depths where two paths meet: G. H. Bradley, G. G. Brown and G. W. Graves, "Design and
/// implementation of large scale primal transshipment algorithms", Management Science 24 (1977).
/// </remarks>
internal sealed class SpanningTree
{
    private const int None = -1;

    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] last;
    private readonly int[] order;
    private readonly int[] child;
    private readonly int[] sibling;

    public SpanningTree(int root)
    {
        Root = root;
        Parent = new int[root + 1];
        Arc = new int[root + 1];
        Up = new bool[root + 1];
        Size = new int[root + 1];
        Potential = new double[root + 1];
        next = new int[root + 1];
        previous = new int[root + 1];
        last = new int[root + 1];
        order = new int[root + 1];
        child = new int[root + 1];
        sibling = new int[root + 1];
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

    /// <summary>Nodes of the subtree of each node, itself included.</summary>
    public int[] Size { get; }

    /// <summary>Potential of each node: along a tree arc, that of the target is that of the source plus the arc's cost.</summary>
    public double[] Potential { get; }

    /// <summary>Links the nodes anew from the parents; then <see cref="Measure"/> must follow.</summary>
    public void Link()
    {
        Array.Fill(child, None);
        for (int u = Root - 1; u >= 0; u--)
        {
            sibling[u] = child[Parent[u]];
            child[Parent[u]] = u;
        }

        int count = 0;
        for (int u = Root; u != None; u = Following(u))
        {
            order[count++] = u;
        }

        for (int k = 0; k < count; k++)
        {
            int u = order[k];
            next[u] = k + 1 < count ? order[k + 1] : None;
            previous[u] = k > 0 ? order[k - 1] : None;
            Size[u] = 1;
        }

        for (int k = count - 1; k > 0; k--)
        {
            Size[Parent[order[k]]] += Size[order[k]];
        }

        for (int k = 0; k < count; k++)
        {
            last[order[k]] = order[k + Size[order[k]] - 1];
        }
    }

    /// <summary>Computes the potentials of all nodes.</summary>
    /// <returns>All nodes, each after its parent.</returns>
    public ReadOnlySpan<int> Measure(double[] cost)
    {
        Potential[Root] = 0;
        order[0] = Root;
        int count = 1;
        for (int u = next[Root]; u != None; u = next[u])
        {
            int p = Parent[u];
            Potential[u] = Up[u] ? Potential[p] - cost[Arc[u]] : Potential[p] + cost[Arc[u]];
            order[count++] = u;
        }

        return order.AsSpan(0, count);
    }

    /// <summary>Cuts the subtree of <paramref name="cut"/> and hangs it on <paramref name="parent"/> by an arc from its node <paramref name="top"/>.</summary>
    /// <param name="cut">Root of the subtree until now.</param>
    /// <param name="top">Root of the subtree from now on.</param>
    /// <param name="parent">Node outside the subtree.</param>
    /// <param name="join">Nearest node that is above both <paramref name="cut"/> and <paramref name="parent"/>, or is the latter.</param>
    /// <param name="arc">Arc between <paramref name="top"/> and <paramref name="parent"/>.</param>
    /// <param name="up">Whether that arc leads to <paramref name="parent"/>.</param>
    /// <param name="change">What is added to the potentials of the subtree.</param>
    public void Regraft(int cut, int top, int parent, int join, int arc, bool up, double change)
    {
        int count = Size[cut];
        Detach(cut, count, join);
        int tail = Turn(cut, top, parent, arc, up, count);
        Attach(top, tail, parent, count, join);
        Shift(top, tail, count, change);
    }

    // Each step along the list waits for memory. So two are made at a time, one from either end.
    private void Shift(int top, int tail, int count, double change)
    {
        double[] potential = Potential;
        int u = top;
        int v = tail;
        for (int k = count >> 1; k > 0; k--)
        {
            potential[u] += change;
            potential[v] += change;
            u = next[u];
            v = previous[v];
        }

        if ((count & 1) != 0)
        {
            potential[u] += change;
        }
    }

    // Takes the run of a subtree out of the list. Its own links stay.
    private void Detach(int cut, int count, int join)
    {
        int end = last[cut];
        int before = previous[cut];
        int after = next[end];
        next[before] = after;
        if (after != None)
        {
            previous[after] = before;
        }

        int u = Parent[cut];
        for (; u != join; u = Parent[u])
        {
            Size[u] -= count;
        }

        for (u = Parent[cut]; u != None && last[u] == end; u = Parent[u])
        {
            last[u] = before;
        }
    }

    // Turns the stem from the new top to the old one over. In preorder the new subtree is, for each node of the stem in turn, what was below it but not below the one before.
    // Returns the last node.
    private int Turn(int cut, int top, int parent, int arc, bool up, int count)
    {
        int u = top;
        int above = parent;
        int below = None;
        int size = count;
        int tail = None;
        (int before, int end, int after) = (None, None, None);
        while (true)
        {
            int oldParent = Parent[u];
            int oldArc = Arc[u];
            bool oldUp = Up[u];
            int oldSize = Size[u];
            int oldBefore = previous[u];
            int oldEnd = last[u];

            // Where the runs end together, the link after their end was overwritten.
            int oldAfter = oldEnd == end ? after : next[oldEnd];
            Parent[u] = above;
            Arc[u] = arc;
            Up[u] = up;
            Size[u] = size;
            if (below == None)
            {
                tail = oldEnd;
            }
            else
            {
                next[tail] = u;
                previous[u] = tail;
                tail = before;
                if (oldEnd != end)
                {
                    next[tail] = after;
                    previous[after] = tail;
                    tail = oldEnd;
                }
            }

            if (u == cut)
            {
                break;
            }

            (before, end, after) = (oldBefore, oldEnd, oldAfter);
            (arc, up, size) = (oldArc, !oldUp, count - oldSize);
            above = u;
            below = u;
            u = oldParent;
        }

        for (u = cut; u != parent; u = Parent[u])
        {
            last[u] = tail;
        }

        return tail;
    }

    // Puts the run of a subtree into the list, right after its parent.
    private void Attach(int top, int tail, int parent, int count, int join)
    {
        int after = next[parent];
        next[parent] = top;
        previous[top] = parent;
        next[tail] = after;
        if (after != None)
        {
            previous[after] = tail;
        }

        for (int u = parent; u != join; u = Parent[u])
        {
            Size[u] += count;
        }

        for (int u = parent; u != None && last[u] == parent; u = Parent[u])
        {
            last[u] = tail;
        }
    }

    private int Following(int u)
    {
        if (child[u] != None)
        {
            return child[u];
        }

        while (u != Root && sibling[u] == None)
        {
            u = Parent[u];
        }

        return u == Root ? None : sibling[u];
    }
}
