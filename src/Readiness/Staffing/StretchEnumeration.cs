namespace Readiness.Staffing;

/// <summary>The cheapest stretches of work that begin on a day, one for every length, number of units and use of counted caps.</summary>
internal sealed class StretchEnumeration
{
    private readonly List<Stretch> found = [];
    private int[] slots = [];
    private int[] slotStamp = [];
    private Node[] nodes = new Node[1024];
    private CapStates caps = new();
    private int nodeCount;
    private int stamp;
    private int units;

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
        int longest = Math.Min(rules.LongestStretch, window.To - window.From - start);
        units = 1 + (rules.MostUnits * longest);
        Reserve(Math.Max(groups.Count, 1) * units * caps.Count);
        int layer = nodeCount;
        stamp++;
        for (int g = 0; g < groups.Count; g++)
        {
            Offer(costs[(start * groups.Count) + g], -1, groups, g);
        }

        for (int length = 1; nodeCount > layer; length++)
        {
            int end = nodeCount;
            if (caps.Count > 1)
            {
                DropDominated(layer, end);
            }

            bool touchesEdge = window.From + start == 0 || window.From + start + length == rules.Days;
            if (length >= rules.ShortestStretch || touchesEdge)
            {
                Emit(layer, end, length);
            }

            if (length == longest)
            {
                break;
            }

            stamp++;
            int row = (start + length) * groups.Count;
            for (int n = layer; n < end; n++)
            {
                if (nodes[n].Cost < double.PositiveInfinity)
                {
                    foreach (int g in groups.Successors[nodes[n].Group])
                    {
                        Offer(costs[row + g], n, groups, g);
                    }
                }
            }

            layer = end;
        }
    }

    private void Offer(double price, int parent, StretchGroups groups, int group)
    {
        if (double.IsPositiveInfinity(price))
        {
            return;
        }

        Node before = parent < 0 ? new Node(0, -1, -1, 0, 0) : nodes[parent];
        int cap = before.Cap;
        if (groups.CapOf[group] is >= 0 and int counted)
        {
            int one = caps.One(counted);
            if (one < 0 || !caps.Fits(cap, one))
            {
                return;
            }

            cap += one;
        }

        var node = new Node(before.Cost + price, parent, group, before.Units + groups.Units[group], cap);
        int key = (((group * units) + node.Units) * caps.Count) + cap;
        if (slotStamp[key] == stamp)
        {
            ref Node known = ref nodes[slots[key]];
            if (node.Cost < known.Cost)
            {
                known = node;
            }

            return;
        }

        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * nodeCount);
        }

        slotStamp[key] = stamp;
        slots[key] = nodeCount;
        nodes[nodeCount++] = node;
    }

    // A node that costs as much as one of equal group and units that uses no more of any cap is not followed.
    private void DropDominated(int layer, int end)
    {
        for (int n = layer; n < end; n++)
        {
            Node node = nodes[n];
            for (int other = layer; other < end; other++)
            {
                Node better = nodes[other];
                if (other != n && better.Group == node.Group && better.Units == node.Units && better.Cost <= node.Cost
                    && caps.IsWithin(better.Cap, node.Cap) && !(better.Cap == node.Cap && other > n))
                {
                    nodes[n].Cost = double.PositiveInfinity;
                    break;
                }
            }
        }
    }

    // The cheapest over the groups of the last day, as far as no other with equal units dominates it.
    private void Emit(int layer, int end, int length)
    {
        int first = found.Count;
        for (int n = layer; n < end; n++)
        {
            Node node = nodes[n];
            bool dominated = double.IsPositiveInfinity(node.Cost);
            for (int i = first; i < found.Count && !dominated; i++)
            {
                Stretch other = found[i];
                if (other.Units != node.Units)
                {
                    continue;
                }

                if (other.Cost <= node.Cost && caps.IsWithin(other.Cap, node.Cap))
                {
                    dominated = true;
                }
                else if (node.Cost <= other.Cost && caps.IsWithin(node.Cap, other.Cap))
                {
                    found[i--] = found[^1];
                    found.RemoveAt(found.Count - 1);
                }
            }

            if (!dominated)
            {
                found.Add(new Stretch(length, node.Units, node.Cap, node.Cost, n));
            }
        }
    }

    private void Reserve(int size)
    {
        if (slots.Length < size)
        {
            slots = new int[size];
            slotStamp = new int[size];
        }
    }

    /// <summary>A stretch of work.</summary>
    /// <param name="Days">Its length.</param>
    /// <param name="Units">Its units.</param>
    /// <param name="Cap">What it uses of the counted caps.</param>
    /// <param name="Cost">Its cost.</param>
    /// <param name="Node">Its last node.</param>
    public readonly record struct Stretch(int Days, int Units, int Cap, double Cost, int Node);

    private record struct Node(double Cost, int Parent, int Group, int Units, int Cap);
}
