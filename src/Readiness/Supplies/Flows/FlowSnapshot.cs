using System.Collections.Immutable;

namespace Readiness.Supplies.Flows;

/// <summary>The best flows found, kept while the search goes on.</summary>
internal sealed class FlowSnapshot
{
    private readonly CoupledNetworks networks;
    private readonly long[][] flows;

    /// <summary>The plan that does nothing.</summary>
    public FlowSnapshot(CoupledNetworks networks)
    {
        this.networks = networks;
        flows = [.. networks.Items.Select(static item => new long[item.ArcCount])];
        Clear();
    }

    /// <summary>Cost of the plan.</summary>
    public double Objective { get; private set; }

    /// <summary>Goes back to the plan that does nothing.</summary>
    public void Clear()
    {
        foreach (long[] flow in flows)
        {
            Array.Clear(flow);
        }

        Objective = 0;
        for (int j = 0; j < networks.Units.Count; j++)
        {
            Objective += networks.Units[j] * networks.UnitCost(j);
            (int item, int arc) = networks.ArcOf(j);
            if (item >= 0)
            {
                flows[item][arc] = Wanted(j);
            }
        }
    }

    /// <summary>Takes over flows if they cost less.</summary>
    /// <returns>What they cost.</returns>
    public double Offer(NetworkSimplex[] simplex)
    {
        double objective = Cost(simplex);
        if (objective < Objective)
        {
            Objective = objective;
            for (int item = 0; item < flows.Length; item++)
            {
                simplex[item].Flow.AsSpan(0, flows[item].Length).CopyTo(flows[item]);
            }
        }

        return objective;
    }

    /// <summary>Writes the plan down.</summary>
    public FlowPlan ToPlan(Termination termination, double bound)
    {
        var transfers = ImmutableArray.CreateBuilder<LotTransfer>();
        var uses = ImmutableArray.CreateBuilder<LotUse>();
        double[] served = new double[networks.Units.Count];
        for (int item = 0; item < flows.Length; item++)
        {
            AddTransfers(item, transfers);
            AddUses(item, uses, served);
        }

        var proof = new PlanProof(termination, [new LevelProof(FlowPlan.Level, Objective, Math.Min(bound, Objective))]);
        return new FlowPlan(transfers.DrainToImmutable(), uses.DrainToImmutable(), ImmutableArray.Create(served), proof);
    }

    private double Cost(NetworkSimplex[] simplex)
    {
        double cost = 0;
        WeightedAllocation allocation = networks.Allocation;
        for (int item = 0; item < simplex.Length; item++)
        {
            ItemNetwork network = networks.Items[item];
            long[] flow = simplex[item].Flow;
            double km = 0;
            foreach (LaneRun run in network.LaneRuns)
            {
                long steps = 0;
                for (int e = run.First; e < run.First + run.Count; e++)
                {
                    steps += flow[e];
                }

                km += steps * allocation.Problem.Lanes[run.Lane].CostPerUnit;
            }

            double unserved = 0;
            for (int k = 0; k < network.UnservedDemand.Length; k++)
            {
                int j = network.UnservedDemand[k];
                if (j >= 0)
                {
                    unserved += flow[network.UnservedFirst + k] * networks.UnitCost(j) / allocation.Problem.Demands[j].Needs[0].Quantity;
                }
            }

            cost += (((km * allocation.TransportFactor) + unserved) / network.FlowScale) + networks.Unreachable(item);
        }

        return cost;
    }

    private void AddTransfers(int item, ImmutableArray<LotTransfer>.Builder transfers)
    {
        ItemNetwork network = networks.Items[item];
        foreach (LaneRun run in network.LaneRuns)
        {
            for (int k = 0; k < run.Count; k++)
            {
                long steps = flows[item][run.First + k];
                if (steps > 0)
                {
                    transfers.Add(new LotTransfer(run.Lane, network.Item, run.FirstDay + k, run.Class, steps / network.FlowScale));
                }
            }
        }
    }

    // What a node of stock sends to its demand node, or, where the two are one, what its own demand gets.
    private void AddUses(int item, ImmutableArray<LotUse>.Builder uses, double[] served)
    {
        ItemNetwork network = networks.Items[item];
        long[] flow = flows[item];
        for (int e = network.ServeFirst; e < network.ServeEnd; e++)
        {
            if (flow[e] > 0)
            {
                int node = network.Source[e];
                uses.Add(new LotUse(network.PlaceOf[node], network.Item, network.DayOf[node], network.ClassOf[node], flow[e] / network.FlowScale));
            }
        }

        long[] used = new long[network.Root];
        for (int k = 0; k < network.UnservedDemand.Length; k++)
        {
            int j = network.UnservedDemand[k];
            if (j >= 0)
            {
                int arc = network.UnservedFirst + k;
                long steps = Wanted(j) - flow[arc];
                served[j] = steps / network.FlowScale / networks.Allocation.Problem.Demands[j].Needs[0].Quantity;
                used[network.Target[arc]] += steps;
            }
        }

        for (int node = 0; node < used.Length; node++)
        {
            if (used[node] > 0 && network.ClassOf[node] >= 0)
            {
                uses.Add(new LotUse(network.PlaceOf[node], network.Item, network.DayOf[node], network.ClassOf[node], used[node] / network.FlowScale));
            }
        }
    }

    private long Wanted(int demand) =>
        (long)(networks.Units[demand] * networks.Allocation.Problem.Demands[demand].Needs[0].Quantity * networks.Items[networks.ArcOf(demand).Item].FlowScale);
}
