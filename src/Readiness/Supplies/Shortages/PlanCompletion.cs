using System.Collections.Immutable;

namespace Readiness.Supplies.Shortages;

/// <summary>Serves more beside what a plan serves, under all rules: its transfers stay, whole packs come on top.</summary>
internal sealed class PlanCompletion
{
    private readonly AllocationProblem problem;
    private readonly AllocationNetwork network;
    private readonly ImmutableArray<long> planned;
    private readonly long[] packs;

    public PlanCompletion(AllocationProblem problem, SupplyPlan plan)
    {
        this.problem = problem;
        planned = plan.Served;
        network = new AllocationNetwork(problem);
        packs = new long[network.LaneItems.Length * network.Days];
        var at = new Dictionary<(int Lane, int Item), int>();
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            at[(network.LaneItems[k].Lane, network.LaneItems[k].Item)] = k;
        }

        foreach (Transfer transfer in plan.Transfers)
        {
            // What can be of no use has no place in the network.
            if (at.TryGetValue((transfer.Lane, transfer.Item), out int k))
            {
                packs[(k * network.Days) + transfer.Day] += transfer.Quantity / network.LaneItems[k].Pack;
            }
        }
    }

    /// <summary>Units that demands of a level can have in addition if whatever is less urgent is given up.</summary>
    /// <returns>By demand; none if the plan could not be carried out any more.</returns>
    public long[]? Gains(int level, int[] demands)
    {
        StockLedger? done = Complete(j => problem.Demands[j].Level <= level ? planned[j] : 0, demands);
        return done is null ? null : [.. planned.Select((units, j) => Math.Max(0, done.Served[j] - units))];
    }

    /// <summary>A plan that serves all that the plan serves, and more of some demands where it can.</summary>
    /// <returns>None if the plan could not be carried out any more.</returns>
    public SupplyPlan? Extend(int[] demands)
    {
        StockLedger? done = Complete(j => planned[j], demands);
        if (done is null)
        {
            return null;
        }

        var plan = new SupplyPlan(
            [.. done.Transfers().OrderBy(t => t.Day).ThenBy(t => t.Lane).ThenBy(t => t.Item)], [.. done.Served], new PlanProof(Termination.Finished, []));
        ImmutableArray<(string Level, double Value)> values = new SupplyAuditor().Evaluate(problem, plan).Objective();
        return plan with { Proof = plan.Proof with { Levels = [.. values.Select(entry => new LevelProof(entry.Level, entry.Value, 0))] } };
    }

    private StockLedger? Complete(Func<int, long> kept, int[] demands)
    {
        long[] served = [.. Enumerable.Range(0, planned.Length).Select(kept)];
        StockLedger ledger = FefoExecution.Run(network, packs, served, []);
        if (!Serves(ledger, served))
        {
            return null;
        }

        var serving = new PullServing(network, ledger);
        foreach (int j in demands)
        {
            serving.Serve(j, problem.Demands[j].Units - planned[j]);
        }

        // The ledger chooses lots freely; only carried out does it show what can be had.
        StockLedger done = FefoExecution.Run(network, ledger);
        return Serves(done, served) ? done : null;
    }

    private static bool Serves(StockLedger ledger, long[] served)
    {
        for (int j = 0; j < served.Length; j++)
        {
            if (ledger.Served[j] < served[j])
            {
                return false;
            }
        }

        return true;
    }
}
