namespace Readiness.Supplies.Shortages;

/// <summary>
/// What a level has of each item at each place, against its fair share: the part of its need there that the level gets of its need over all places and days.
/// </summary>
internal sealed class FairShares
{
    private readonly FlowGraph graph;
    private readonly long[] lacking;

    private FairShares(FlowGraph graph, long[] lacking)
    {
        this.graph = graph;
        this.lacking = lacking;
    }

    /// <summary>The shares of the level that is explained; writes down what places have beyond theirs.</summary>
    public static FairShares Of(PlanFlow flow, SupplyPlan plan)
    {
        FlowGraph graph = flow.Graph;
        var needed = new long[flow.Excess.Length];
        var served = new long[needed.Length];
        for (int j = 0; j < graph.Problem.Demands.Length; j++)
        {
            SupplyDemand demand = graph.Problem.Demands[j];
            foreach (ItemNeed need in demand.Needs)
            {
                int pair = graph.Pair(demand.Place, need.Item);
                needed[pair] += demand.Level == flow.Level ? need.Quantity * demand.Units : 0;
                served[pair] += demand.Level == flow.Level ? need.Quantity * plan.Served[j] : 0;
            }
        }

        var lacking = new long[needed.Length];
        int items = graph.Problem.Items.Length;
        for (int pair = 0; pair < needed.Length; pair++)
        {
            Int128 allNeeded = 0;
            Int128 allServed = 0;
            for (int other = pair % items; other < needed.Length && needed[pair] > 0; other += items)
            {
                allNeeded += needed[other];
                allServed += served[other];
            }

            // Whole units, so that nobody is said to lack a part of one.
            Int128 share = allNeeded == 0 ? 0 : needed[pair] * allServed;
            lacking[pair] = allNeeded == 0 ? 0 : Math.Max(0, (long)(share / allNeeded) - served[pair]);
            flow.Excess[pair] = allNeeded == 0 ? 0 : Math.Max(0, served[pair] - (long)((share + allNeeded - 1) / allNeeded));
        }

        return new FairShares(graph, lacking);
    }

    /// <summary>Units of a demand that its place lacks to its fair share of every item that they use up.</summary>
    public long Lacking(SupplyDemand demand)
    {
        long units = long.MaxValue;
        foreach (ItemNeed need in demand.Needs)
        {
            units = Math.Min(units, lacking[graph.Pair(demand.Place, need.Item)] / need.Quantity);
        }

        return units;
    }

    /// <summary>Counts units that a demand gets in addition.</summary>
    public void Count(SupplyDemand demand, long units)
    {
        foreach (ItemNeed need in demand.Needs)
        {
            lacking[graph.Pair(demand.Place, need.Item)] -= need.Quantity * units;
        }
    }
}
