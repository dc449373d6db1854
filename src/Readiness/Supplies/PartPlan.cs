namespace Readiness.Supplies;

/// <summary>The best plan known for an independent part.</summary>
internal sealed class PartPlan
{
    public PartPlan(IndependentPart part)
    {
        Part = part;
        Network = new AllocationNetwork(part.Problem, part.Steps);
        Ledger = FefoExecution.Run(Network, StockLedger.WithPins(Network));
        Value = new PlanValue(Network, Ledger);
    }

    /// <summary>The part.</summary>
    public IndependentPart Part { get; }

    /// <summary>Its network.</summary>
    public AllocationNetwork Network { get; }

    /// <summary>Decisions of the best plan, as carried out.</summary>
    public StockLedger Ledger { get; private set; }

    /// <summary>Value of the best plan.</summary>
    public PlanValue Value { get; private set; }

    /// <summary>Carries decisions out, serves what then can still be served, and keeps the result if it is better.</summary>
    public void Offer(StockLedger candidate, Func<bool> stop)
    {
        StockLedger done = FefoExecution.Run(Network, candidate);
        Keep(done);
        if (stop())
        {
            return;
        }

        new PullServing(Network, done).ServeAll(stop);
        Keep(FefoExecution.Run(Network, done));
        if (Network.Offers.Count > 0)
        {
            BuyMissing(done, stop);
        }
    }

    // Buys, serves and gives back what was of no use, which may leave money for other offers.
    private void BuyMissing(StockLedger plan, Func<bool> stop)
    {
        var useless = new bool[Network.Offers.Count];
        do
        {
            new PullServing(Network, plan).ServeAll(stop);
            plan = FefoExecution.Run(Network, plan);
            PurchaseSearch.GiveBack(Network, plan, useless);
            Keep(plan);
        }
        while (!stop() && PurchaseSearch.BuyMissing(Network, plan, useless));
    }

    private void Keep(StockLedger ledger)
    {
        // A ledger that was carried out is a copy of its own, so later changes to the candidate do not touch it.
        var value = new PlanValue(Network, ledger);
        if (value.IsBetterThan(Value))
        {
            Value = value;
            Ledger = FefoExecution.Run(Network, ledger);
        }
    }
}
