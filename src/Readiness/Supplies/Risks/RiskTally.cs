namespace Readiness.Supplies.Risks;

/// <summary>Adds up what is missing over the ways in which shipments turn out.</summary>
internal sealed class RiskTally
{
    private readonly AllocationProblem problem;
    private readonly int items;
    private readonly bool[] used;
    private readonly double[] planned;
    private readonly double[] missing;
    private readonly double[] sum;
    private readonly double[] squares;
    private readonly double[] stockOuts;
    private double weight;

    public RiskTally(AllocationProblem problem, SupplyPlan plan)
    {
        this.problem = problem;
        items = problem.Items.Length;
        used = new bool[problem.Levels.Length * items];
        planned = new double[used.Length];
        missing = new double[used.Length];
        sum = new double[used.Length];
        squares = new double[used.Length];
        stockOuts = new double[problem.Places.Length * items * problem.Days];
        foreach (SupplyDemand demand in problem.Demands)
        {
            foreach (ItemNeed need in demand.Needs)
            {
                used[(demand.Level * items) + need.Item] |= demand.Units > 0;
            }
        }

        Miss(plan.Served.AsSpan(), planned);
    }

    /// <summary>Number of ways that were added.</summary>
    public int Outcomes { get; private set; }

    /// <summary>Adds one way with its probability, or its weight.</summary>
    public void Add(PlanExecution execution, double probability)
    {
        Outcomes++;
        weight += probability;
        Miss(execution.Served, missing);
        for (int at = 0; at < missing.Length; at++)
        {
            sum[at] += probability * missing[at];
            squares[at] += probability * missing[at] * missing[at];
        }

        for (int at = 0; at < stockOuts.Length; at++)
        {
            stockOuts[at] += execution.StockOut[at] ? probability : 0;
        }
    }

    public IEnumerable<ItemShortfall> Shortfalls(bool exact)
    {
        for (int at = 0; at < used.Length; at++)
        {
            if (used[at])
            {
                double mean = sum[at] / weight;
                double variance = exact ? 0 : Math.Max(0, (squares[at] / weight) - (mean * mean)) / Math.Max(1, Outcomes - 1);
                yield return new ItemShortfall(at / items, at % items, planned[at], mean, Math.Sqrt(variance));
            }
        }
    }

    public IEnumerable<StockOutChance> StockOuts()
    {
        for (int at = 0; at < stockOuts.Length; at++)
        {
            if (stockOuts[at] > 0)
            {
                int pair = at / problem.Days;
                yield return new StockOutChance(pair / items, pair % items, at % problem.Days, Math.Min(1, stockOuts[at] / weight));
            }
        }
    }

    private void Miss(ReadOnlySpan<long> served, double[] units)
    {
        Array.Clear(units);
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            foreach (ItemNeed need in demand.Needs)
            {
                units[(demand.Level * items) + need.Item] += need.Quantity * (double)(demand.Units - served[j]);
            }
        }
    }
}
