namespace Readiness.Supplies.Flows;

/// <summary>The Lagrangian relaxation: lorries have prices instead of limits, and every item flows on its own, to its exact optimum.</summary>
internal sealed class LorryRelaxation
{
    // Sums of up to millions of rounded terms are off by less than this part of their sizes.
    private const double Rounding = 1e-10;

    private readonly CoupledNetworks networks;
    private readonly int threads;
    private readonly double[] itemValue;
    private readonly double[] itemSize;

    public LorryRelaxation(CoupledNetworks networks, int threads)
    {
        this.networks = networks;
        this.threads = threads;
        itemValue = new double[networks.Items.Length];
        itemSize = new double[networks.Items.Length];
        Simplex = new NetworkSimplex[networks.Items.Length];
        ItemLoop.Run(Simplex.Length, threads, item => Simplex[item] = new NetworkSimplex(networks.Items[item]));
    }

    /// <summary>The flow of each item, kept warm.</summary>
    public NetworkSimplex[] Simplex { get; }

    /// <summary>Lets all items flow at these prices.</summary>
    /// <param name="prices">Price of a unit of volume on each lorry, 0 or more.</param>
    /// <param name="isOver">Whether to stop early.</param>
    /// <returns>A lower bound on the cost of every plan, rounded down; NaN if stopped.</returns>
    public double Solve(double[] prices, Func<bool> isOver)
    {
        ItemLoop.Run(Simplex.Length, threads, item =>
        {
            SetPrices(item, prices);
            itemValue[item] = Simplex[item].Solve(isOver) ? Value(item) : double.NaN;
        });
        double total = 0;
        double size = 0;
        for (int row = 0; row < prices.Length; row++)
        {
            if (prices[row] > 0)
            {
                total -= prices[row] * networks.Capacity[row];
            }
        }

        size -= total;
        for (int item = 0; item < itemValue.Length; item++)
        {
            total += itemValue[item] + networks.Unreachable(item);
            size += itemSize[item] + networks.Unreachable(item);
        }

        return total - (Rounding * size);
    }

    // An arc's cost is rounded down, so that the flow costs no more than it does at the exact prices.
    private void SetPrices(int item, double[] prices)
    {
        ItemNetwork network = networks.Items[item];
        double factor = network.Volume * network.CostScale;
        double[] cost = Simplex[item].Cost;
        foreach (LaneRun run in network.LaneRuns)
        {
            if (!run.Shared)
            {
                continue;
            }

            int row = (run.Lane * networks.Days) + run.FirstDay;
            for (int k = 0; k < run.Count; k++)
            {
                cost[run.First + k] = network.Cost[run.First + k] + Math.Floor(prices[row + k] * factor);
            }
        }

        Simplex[item].CostsChanged();
    }

    // Whole numbers of steps, added up without rounding.
    private double Value(int item)
    {
        ItemNetwork network = networks.Items[item];
        long[] flow = Simplex[item].Flow;
        double[] cost = Simplex[item].Cost;
        Int128 sum = 0;
        for (int e = 0; e < network.ArcCount; e++)
        {
            if (flow[e] != 0)
            {
                sum += (Int128)flow[e] * (long)cost[e];
            }
        }

        double value = (double)sum / network.CostScale / network.FlowScale;
        itemSize[item] = Math.Abs(value);
        return value;
    }
}
