namespace Readiness.Supplies.Flows;

/// <summary>Makes plans: every item has a share of every lorry and flows to its optimum within its shares.</summary>
/// <remarks>
/// The first shares are the loads of a mixture of flows, cut down where they are too much for a lorry. After that the items take turns, two at a time, in which each may keep
/// what it has and take what nobody uses. No turn makes the plan worse.
/// </remarks>
internal sealed class LorryShares
{
    // Items that flow at the same time share what is free; a fixed number, so that plans do not depend on the number of threads.
    private const int Together = 2;

    // Shares are rounded down to whole steps of flow, but not where they miss one by rounding only.
    private const double Rounding = 1e-6;

    private readonly CoupledNetworks networks;
    private readonly int threads;
    private readonly double[] load;
    private readonly double[] factor;

    /// <param name="networks">The items.</param>
    /// <param name="like">Flows of the items from whose bases to start.</param>
    /// <param name="threads">Threads that may be used.</param>
    public LorryShares(CoupledNetworks networks, NetworkSimplex[] like, int threads)
    {
        this.networks = networks;
        this.threads = threads;
        load = new double[networks.Capacity.Length];
        factor = new double[networks.Capacity.Length];
        Simplex = new NetworkSimplex[networks.Items.Length];
        ItemLoop.Run(Simplex.Length, threads, item =>
        {
            Simplex[item] = new NetworkSimplex(networks.Items[item]);
            Simplex[item].StartFrom(like[item]);
        });
    }

    /// <summary>The flow of each item, kept warm.</summary>
    public NetworkSimplex[] Simplex { get; }

    /// <summary>Shares the lorries out like a mixture of flows does, and lets the items flow.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool Share(PriceBundle bundle, Func<bool> isOver)
    {
        Array.Clear(load);
        for (int item = 0; item < Simplex.Length; item++)
        {
            networks.AddLoad(item, bundle.Mixture(item), load);
        }

        for (int row = 0; row < load.Length; row++)
        {
            double capacity = networks.Capacity[row];
            factor[row] = load[row] > capacity ? capacity / load[row] : 1;
            load[row] = Math.Max(0, capacity - load[row]) / Simplex.Length;
        }

        return Flow(0, Simplex.Length, isOver, (item, e, row) =>
            (Math.Max(0, bundle.Mixture(item)[e]) * networks.Items[item].Volume / networks.Items[item].FlowScale * factor[row]) + (load[row] / networks.Items[item].ClassCount));
    }

    /// <summary>Lets all items flow again after changes of demand: each may keep what it has, and gets an equal part of what is free.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool Resume(Func<bool> isOver) => Turn(0, Simplex.Length, isOver);

    /// <summary>Gives all items their turns.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool TakeTurns(Func<bool> isOver)
    {
        for (int first = 0; first < Simplex.Length; first += Together)
        {
            if (!Turn(first, Math.Min(first + Together, Simplex.Length), isOver))
            {
                return false;
            }
        }

        return true;
    }

    private bool Turn(int first, int end, Func<bool> isOver)
    {
        Array.Clear(load);
        for (int item = 0; item < Simplex.Length; item++)
        {
            networks.AddLoad(item, Simplex[item].Flow, load);
        }

        for (int row = 0; row < load.Length; row++)
        {
            load[row] = Math.Max(0, networks.Capacity[row] - load[row]) / (end - first);
        }

        return Flow(first, end, isOver, (item, e, row) =>
            (Simplex[item].Flow[e] * networks.Items[item].Volume / networks.Items[item].FlowScale) + (load[row] / networks.Items[item].ClassCount));
    }

    private bool Flow(int first, int end, Func<bool> isOver, Func<int, int, int, double> volume)
    {
        bool[] done = new bool[end - first];
        ItemLoop.Run(end - first, threads, k =>
        {
            int item = first + k;
            ItemNetwork network = networks.Items[item];
            int[] rows = networks.RowOf[item];
            long[] capacity = Simplex[item].Capacity;
            double steps = network.FlowScale / network.Volume;
            for (int e = 0; e < rows.Length; e++)
            {
                if (rows[e] >= 0)
                {
                    capacity[e] = Math.Min(network.Capacity[e], (long)((volume(item, e, rows[e]) * steps) + Rounding));
                }
            }

            Simplex[item].Repair();
            done[k] = Simplex[item].Solve(isOver);
        });
        return Array.TrueForAll(done, static ended => ended);
    }
}
