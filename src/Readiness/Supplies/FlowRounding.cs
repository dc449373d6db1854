namespace Readiness.Supplies;

/// <summary>Whole units and whole packs out of a relaxed solution.</summary>
internal static class FlowRounding
{
    /// <summary>
    /// Rounds the cumulative flow of every lane and item up to packs, so that nothing comes too late; what the source then lacks is
    /// cut when the plan is carried out.
    /// </summary>
    public static StockLedger Cumulative(AllocationNetwork network, TimeExpandedProgramme programme, double[] columns, long[] served)
    {
        var plan = new StockLedger(network);
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            double flow = 0;
            long sent = 0;
            for (int day = 0; day < network.Days; day++)
            {
                for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount; arc++)
                {
                    // The flow of a period is sent on its first day.
                    int column = programme.FlowColumn[(arc * network.Days) + day];
                    flow += column >= 0 && (day == 0 || programme.FlowColumn[(arc * network.Days) + day - 1] != column) ? columns[column] : 0;
                }

                long packs = (long)Math.Ceiling((flow / item.Pack) - 1e-6) - sent;
                long? pinned = network.Pins?.Of(k, day);
                packs = pinned ?? packs;
                if (packs > 0)
                {
                    packs = pinned ?? Math.Max(packs, item.LeastPacks);
                    sent += packs;
                    plan.Packs[(k * network.Days) + day] = packs;
                }
            }
        }

        served.CopyTo(plan.Served, 0);
        PurchaseSearch.Round(network, programme, columns, plan);
        return plan;
    }

    /// <summary>Keeps whom the relaxed solution serves, and pulls the stock for it anew in whole packs.</summary>
    public static StockLedger Pulled(AllocationNetwork network, TimeExpandedProgramme programme, double[] columns, long[] served, bool byLevel, Func<bool> stop)
    {
        StockLedger plan = StockLedger.WithPins(network);
        PurchaseSearch.Round(network, programme, columns, plan);
        SupplyDemand Of(int service) => network.Problem.Demands[network.Services[service].Demand];
        int[] order =
        [
            .. Enumerable.Range(0, served.Length).Where(s => served[s] > 0)
                .OrderBy(s => byLevel ? Of(s).Level : 0).ThenBy(s => Of(s).Day).ThenBy(s => Of(s).Level).ThenBy(s => s),
        ];
        new PullServing(network, plan).ServeUpTo(order, s => served[s], stop);
        return plan;
    }
}
