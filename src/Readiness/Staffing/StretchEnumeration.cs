namespace Readiness.Staffing;

/// <summary>The cheapest stretches of work that begin on a day, one for every length, number of units and use of counted caps.</summary>
internal sealed class StretchEnumeration
{
    private readonly List<Stretch> found = [];
    private int[] heads = [];
    private Node[] nodes = new Node[1024];
    private CapStates caps = new();
    private StretchGroups groups = null!;
    private int nodeCount;

    /// <summary>What the latest enumeration found.</summary>
    public List<Stretch> Found => found;

    /// <summary>Forgets all nodes.</summary>
    public void Clear() => nodeCount = 0;

    /// <summary>Group of shifts worked on the last day of a node.</summary>
    public int GroupOf(int node) => nodes[node].Group;

    /// <summary>Node of the day before.</summary>
    public int ParentOf(int node) => nodes[node].Parent;

    /// <summary>Enumerates the stretches that begin on a day.</summary>
    /// <param name="rules">Rules to keep.</param>
    /// <param name="groups">Groups of kinds.</param>
    /// <param name="window">Days to plan.</param>
    /// <param name="start">The day, counted from the window's first.</param>
    /// <param name="costs">Costs by day of the window × groups + group.</param>
    /// <param name="caps">States of the counted caps.</param>
    public void From(StretchRules rules, StretchGroups groups, in ScheduleWindow window, int start, double[] costs, CapStates caps)
    {
        found.Clear();
        this.caps = caps;
        this.groups = groups;
        int longest = Math.Min(rules.LongestStretch, window.To - window.From - start);
        int units = 1 + (rules.MostUnits * longest);
        if (heads.Length < units)
        {
            heads = new int[units];
        }

        int layer = nodeCount;
        Array.Fill(heads, -1, 0, units);
        var origin = new Node(0, -1, -1, 0, 0, -1);
        for (int g = 0; g < groups.Count; g++)
        {
            Offer(origin, costs[(start * groups.Count) + g], -1, g);
        }

        for (int length = 1; nodeCount > layer; length++)
        {
            int end = nodeCount;
            bool touchesEdge = window.From + start == 0 || window.From + start + length == rules.Days;
            if (length >= rules.ShortestStretch || touchesEdge)
            {
                Emit(units, length);
            }

            if (length == longest)
            {
                break;
            }

            Array.Fill(heads, -1, 0, units);
            int row = (start + length) * groups.Count;
            for (int n = layer; n < end; n++)
            {
                Node node = nodes[n];
                if (!double.IsPositiveInfinity(node.Cost))
                {
                    foreach (int g in groups.Successors[node.Group])
                    {
                        Offer(node, costs[row + g], n, g);
                    }
                }
            }

            layer = end;
        }
    }

    // Nodes of a day with equal units stand in a list, as far as none of them dominates another: costs no more, uses no more of any cap
    // and may be followed by whatever may follow the other.
    private void Offer(in Node before, double price, int parent, int group)
    {
        double cost = before.Cost + price;
        int cap = before.Cap;
        if (double.IsPositiveInfinity(cost))
        {
            return;
        }

        if (groups.CapOf[group] is >= 0 and int counted)
        {
            int one = caps.One(counted);
            if (one < 0 || !caps.Fits(cap, one))
            {
                return;
            }

            cap += one;
        }

        int units = before.Units + groups.Units[group];
        int previous = -1;
        for (int n = heads[units]; n >= 0;)
        {
            ref Node other = ref nodes[n];
            int next = other.Next;
            if (other.Cost <= cost && groups.Covers[other.Group, group] && caps.IsWithin(other.Cap, cap))
            {
                return;
            }

            if (cost <= other.Cost && groups.Covers[group, other.Group] && caps.IsWithin(cap, other.Cap))
            {
                other.Cost = double.PositiveInfinity;
                if (previous < 0)
                {
                    heads[units] = next;
                }
                else
                {
                    nodes[previous].Next = next;
                }
            }
            else
            {
                previous = n;
            }

            n = next;
        }

        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * nodeCount);
        }

        nodes[nodeCount] = new Node(cost, parent, group, units, cap, heads[units]);
        heads[units] = nodeCount++;
    }

    // As a stretch ends, what may follow its last day does not matter any more.
    private void Emit(int units, int length)
    {
        for (int worked = 0; worked < units; worked++)
        {
            int first = found.Count;
            for (int n = heads[worked]; n >= 0; n = nodes[n].Next)
            {
                EmitOne(new Stretch(length, worked, nodes[n].Cap, nodes[n].Cost, n), first);
            }
        }
    }

    private void EmitOne(in Stretch stretch, int first)
    {
        for (int i = first; i < found.Count; i++)
        {
            Stretch other = found[i];
            if (other.Cost <= stretch.Cost && caps.IsWithin(other.Cap, stretch.Cap))
            {
                return;
            }

            if (stretch.Cost <= other.Cost && caps.IsWithin(stretch.Cap, other.Cap))
            {
                found[i--] = found[^1];
                found.RemoveAt(found.Count - 1);
            }
        }

        found.Add(stretch);
    }

    /// <summary>A stretch of work.</summary>
    /// <param name="Days">Its length.</param>
    /// <param name="Units">Its units.</param>
    /// <param name="Cap">What it uses of the counted caps.</param>
    /// <param name="Cost">Its cost.</param>
    /// <param name="Node">Its last node.</param>
    public readonly record struct Stretch(int Days, int Units, int Cap, double Cost, int Node);

    private record struct Node(double Cost, int Parent, int Group, int Units, int Cap, int Next);
}
