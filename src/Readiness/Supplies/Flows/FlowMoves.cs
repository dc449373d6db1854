using System.Runtime.InteropServices;

namespace Readiness.Supplies.Flows;

/// <summary>A mixture of flows of an item, and the moves that lead from it to another flow.</summary>
/// <remarks>
/// The difference of two flows is a sum of cycles, no two of which change an arc in opposite ways: R. K. Ahuja, T. L. Magnanti and J. B. Orlin, Network Flows
/// (1993), section 3.5. So the mixture may go any part of each cycle, and stays a flow: one optimal flow of a country tells as much as every combination of
/// the thousands of exchanges between neighbours that it consists of.
/// </remarks>
internal sealed class FlowMoves
{
    // Steps of flow that count as nothing in a mixture.
    private const double Dust = 1e-3;

    private readonly ItemNetwork network;
    private readonly int[] rowOf;
    private readonly List<Move> moves = [];
    private readonly List<RowChange> changes = [];
    private readonly List<int> arcs = [];

    // Flow that is still to be moved on each arc, and the arcs that leave each node in the direction of what is to be moved.
    private readonly double[] left;
    private readonly int[] first;
    private readonly int[] next;
    private readonly int[] path;
    private readonly int[] position;
    private int[] leaving = [];

    public FlowMoves(ItemNetwork network, int[] rowOf)
    {
        this.network = network;
        this.rowOf = rowOf;
        Mixture = new double[network.ArcCount];
        left = new double[network.ArcCount];
        first = new int[network.Root + 2];
        next = new int[network.Root + 1];
        path = new int[network.Root + 1];
        position = new int[network.Root + 1];
        Array.Fill(position, -1);
    }

    /// <summary>Flow of each arc in the mixture, in steps of flow.</summary>
    public double[] Mixture { get; }

    /// <summary>The moves.</summary>
    public Span<Move> Moves => CollectionsMarshal.AsSpan(moves);

    /// <summary>What all moves, one after the other, change on lorries.</summary>
    public ReadOnlySpan<RowChange> Changes => CollectionsMarshal.AsSpan(changes);

    /// <summary>Finds the moves to a flow of the same supplies.</summary>
    public void Head(long[] flow)
    {
        Clear();
        ListArcs(flow);

        // Most cycles pass the root, where demand is or is not served: begun there they are short.
        for (int u = network.Root; u >= 0; u--)
        {
            Walk(u);
        }
    }

    /// <summary>Moves the mixture as far as the moves say, and forgets them.</summary>
    public void Apply()
    {
        int k = 0;
        foreach (ref readonly Move move in Moves)
        {
            double amount = move.Amount * move.Part;
            for (; k < move.ArcEnd; k++)
            {
                Mixture[arcs[k] < 0 ? ~arcs[k] : arcs[k]] += arcs[k] < 0 ? -amount : amount;
            }
        }

        Clear();
    }

    /// <summary>After a change of demand, makes the mixture a flow again, where it is none: by all moves to a flow that pass an arc below 0.</summary>
    public void Mend(long[] flow)
    {
        Head(flow);
        int k = 0;
        foreach (ref Move move in Moves)
        {
            for (; k < move.ArcEnd; k++)
            {
                if (arcs[k] >= 0 && Mixture[arcs[k]] < -Dust)
                {
                    move.Part = 1;
                }
            }
        }

        Apply();
    }

    private void Clear()
    {
        moves.Clear();
        changes.Clear();
        arcs.Clear();
    }

    private int Tail(int e) => left[e] > 0 ? network.Source[e] : network.Target[e];

    private int Head(int e) => left[e] > 0 ? network.Target[e] : network.Source[e];

    private void ListArcs(long[] flow)
    {
        Array.Clear(first);
        int count = 0;
        for (int e = 0; e < left.Length; e++)
        {
            double more = flow[e] - Mixture[e];
            left[e] = Math.Abs(more) > Dust ? more : 0;
            if (left[e] != 0)
            {
                first[Tail(e) + 1]++;
                count++;
            }
        }

        if (leaving.Length < count)
        {
            leaving = new int[count + (count / 2)];
        }

        for (int u = 0; u <= network.Root; u++)
        {
            first[u + 1] += first[u];
            next[u] = first[u];
        }

        for (int e = 0; e < left.Length; e++)
        {
            if (left[e] != 0)
            {
                leaving[next[Tail(e)]++] = e;
            }
        }

        first.AsSpan(0, next.Length).CopyTo(next);
    }

    // Goes on until a node is met again, takes that cycle out, and goes on from there, until nothing leaves the start.
    private void Walk(int start)
    {
        int u = start;
        int depth = 0;
        position[u] = 0;
        while (true)
        {
            while (next[u] < first[u + 1] && left[leaving[next[u]]] == 0)
            {
                next[u]++;
            }

            if (next[u] == first[u + 1])
            {
                position[u] = -1;
                if (depth == 0)
                {
                    return;
                }

                // Only what was dropped as dust is missing here.
                int last = path[--depth];
                u = Tail(last);
                left[last] = 0;
                continue;
            }

            path[depth++] = leaving[next[u]];
            u = Head(path[depth - 1]);
            if (position[u] < 0)
            {
                position[u] = depth;
                continue;
            }

            for (int k = position[u] + 1; k < depth; k++)
            {
                position[Tail(path[k])] = -1;
            }

            TakeOut(path.AsSpan(position[u], depth - position[u]));
            depth = position[u];
        }
    }

    private void TakeOut(ReadOnlySpan<int> cycle)
    {
        double amount = double.PositiveInfinity;
        foreach (int e in cycle)
        {
            amount = Math.Min(amount, Math.Abs(left[e]));
        }

        double cost = 0;
        int firstChange = changes.Count;
        foreach (int e in cycle)
        {
            double change = left[e] > 0 ? amount : -amount;
            arcs.Add(left[e] > 0 ? e : ~e);
            left[e] = Math.Abs(left[e] - change) > Dust ? left[e] - change : 0;
            cost += change * network.Cost[e];
            if (e < rowOf.Length && rowOf[e] >= 0)
            {
                AddChange(firstChange, rowOf[e], change * network.Volume / network.FlowScale);
            }
        }

        moves.Add(new Move(cost / network.CostScale / network.FlowScale, amount, arcs.Count, changes.Count));
    }

    // Stock of several last usable days may be on the same lorry.
    private void AddChange(int firstChange, int row, double volume)
    {
        for (int k = firstChange; k < changes.Count; k++)
        {
            if (changes[k].Row == row)
            {
                changes[k] = new RowChange(row, changes[k].Volume + volume);
                return;
            }
        }

        changes.Add(new RowChange(row, volume));
    }

    /// <summary>A change of the volume on a lorry.</summary>
    /// <param name="Row">The lorry's row.</param>
    /// <param name="Volume">What is loaded more.</param>
    internal readonly record struct RowChange(int Row, double Volume);

    /// <summary>A cycle.</summary>
    /// <param name="Cost">Cost of all of it without prices.</param>
    /// <param name="Amount">Steps of flow that move on each arc.</param>
    /// <param name="ArcEnd">End of its arcs among those of all moves.</param>
    /// <param name="ChangeEnd">End of its changes among those of all moves.</param>
    internal record struct Move(double Cost, double Amount, int ArcEnd, int ChangeEnd)
    {
        /// <summary>Part of it that the mixture goes, 0 to 1.</summary>
        public double Part { get; set; }
    }
}
