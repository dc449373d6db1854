using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>
/// First come, first served: day after day whoever asks is served from what is free, within a day the more urgent level first.
/// </summary>
/// <remarks>
/// Goods are called up as late as lead times and lorries allow. Nothing is kept back for later days or shared out evenly: this is how
/// stores work without a plan, and it needs no solver. Nothing is bought.
/// </remarks>
internal static class DayByDayServing
{
    /// <summary>Serves a problem's demands. Nothing is proven about the plan.</summary>
    /// <param name="problem">A well-formed problem.</param>
    /// <param name="cancellationToken">Ends the work; what is not served by then stays unserved.</param>
    public static SupplyPlan Plan(AllocationProblem problem, CancellationToken cancellationToken)
    {
        var network = new AllocationNetwork(problem.Counted());
        StockLedger intended = Serve(network, () => cancellationToken.IsCancellationRequested);
        StockLedger done = FefoExecution.Run(network, intended);
        Termination termination = cancellationToken.IsCancellationRequested ? Termination.Stopped : Termination.Finished;
        return new SupplyPlan([.. done.Transfers()], [.. problem.Demands.Select((_, j) => done.ServedOf(j))], new PlanProof(termination, []))
        {
            Alternatives = [.. done.Alternatives()],
        };
    }

    /// <summary>What is served and sent before it is known how lots are really taken.</summary>
    public static StockLedger Serve(AllocationNetwork network, Func<bool> stop)
    {
        ImmutableArray<SupplyDemand> demands = network.Problem.Demands;
        IEnumerable<int> order = network.Demands
            .OrderBy(j => demands[j].Day)
            .ThenBy(j => demands[j].Level)
            .ThenByDescending(j => demands[j].Weight)
            .ThenBy(j => j);
        StockLedger ledger = StockLedger.WithPins(network);
        new PullServing(network, ledger).ServeUpTo([.. order.SelectMany(j => network.ServicesOf[j])], static _ => long.MaxValue, stop);
        return ledger;
    }
}
