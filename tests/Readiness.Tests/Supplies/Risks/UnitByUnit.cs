using Readiness.Supplies;

namespace Readiness.Tests.Supplies.Risks;

/// <summary>Carries a plan out unit by unit, as slowly and plainly as can be.</summary>
internal static class UnitByUnit
{
    /// <summary>Units served of each demand, and where and when a demand found too little, if the given lots come in.</summary>
    public static (long[] Served, HashSet<(int Place, int Item, int Day)> StockOuts) Run(AllocationProblem problem, SupplyPlan plan, IEnumerable<SupplyLot> lots)
    {
        var units = new List<Unit>();
        foreach (SupplyLot lot in lots.Concat(plan.Purchases.Select(purchase => Bought(problem.Offers[purchase.Offer], purchase.Lots))))
        {
            units.AddRange(Enumerable.Range(0, (int)lot.Quantity).Select(_ => new Unit { Place = lot.Place, Item = lot.Item, From = lot.AvailableDay, Last = lot.LastUsableDay }));
        }

        long[] served = new long[problem.Demands.Length];
        var stockOuts = new HashSet<(int, int, int)>();
        for (int day = 0; day < problem.Days; day++)
        {
            Unit[] morning = [.. units.Where(unit => unit.From <= day)];
            Send(problem, plan, morning, day, lead => lead == 0);
            foreach (int j in Enumerable.Range(0, served.Length).Where(j => problem.Demands[j].Day == day).OrderBy(j => problem.Demands[j].Level))
            {
                served[j] = Serve(problem, plan, units, j, stockOuts);
            }

            Send(problem, plan, [.. units], day, lead => lead > 0);
        }

        return (served, stockOuts);
    }

    private static SupplyLot Bought(SupplyOffer offer, long lots) =>
        new(offer.Place, offer.Item, lots * offer.UnitsPerLot, offer.AvailableDay, offer.LastUsableDay);

    private static void Send(AllocationProblem problem, SupplyPlan plan, Unit[] units, int day, Func<int, bool> ofLead)
    {
        foreach (Transfer transfer in plan.Transfers.Where(transfer => transfer.Day == day && ofLead(problem.Lanes[transfer.Lane].LeadTimeDays)).OrderBy(transfer => transfer.Lane))
        {
            TransportLane lane = problem.Lanes[transfer.Lane];

            // A unit that has just come on another lane of this morning is at its new place only after all of them have left.
            Unit[] fit = [.. units.Where(unit => unit.IsAt(lane.From, transfer.Item, day) && unit.Last >= day + lane.LeadTimeDays && unit.SentOn != day).OrderBy(unit => unit.Last)];
            long pack = problem.Items[transfer.Item].PackSize;
            long quantity = transfer.Quantity;
            while (quantity > fit.Length)
            {
                quantity -= pack;
            }

            foreach (Unit unit in fit.Take(quantity < lane.MinimumUnits ? 0 : (int)quantity))
            {
                (unit.Place, unit.From, unit.SentOn) = (lane.To, day + lane.LeadTimeDays, day);
            }
        }
    }

    private static long Serve(AllocationProblem problem, SupplyPlan plan, List<Unit> units, int j, HashSet<(int, int, int)> stockOuts)
    {
        SupplyDemand demand = problem.Demands[j];
        AlternativeUse[] uses = [.. plan.Alternatives.Where(use => use.Demand == j)];
        long served = 0;
        long regular = plan.Served[j] - uses.Sum(use => use.Units);
        Look(demand, demand.Needs, units, regular, stockOuts);
        for (long n = regular; n > 0; n--)
        {
            served += Batch(demand, demand.Needs, units) ? 1 : 0;
        }

        foreach (AlternativeUse use in uses)
        {
            DemandAlternative other = demand.Alternatives[use.Alternative];
            Look(demand, other.Needs, units, (use.Units + other.UnitsPerBatch - 1) / other.UnitsPerBatch, stockOuts);
            for (long left = use.Units; left > 0; left -= other.UnitsPerBatch)
            {
                served += Batch(demand, other.Needs, units) ? Math.Min(left, other.UnitsPerBatch) : 0;
            }
        }

        return served;
    }

    // Whoever comes for so many batches looks at every item before taking any.
    private static void Look(SupplyDemand demand, IEnumerable<ItemNeed> needs, List<Unit> units, long batches, HashSet<(int, int, int)> stockOuts)
    {
        foreach (ItemNeed need in needs)
        {
            if (units.Count(unit => unit.IsAt(demand.Place, need.Item, demand.Day) && unit.Last >= demand.Day) < need.Quantity * batches)
            {
                stockOuts.Add((demand.Place, need.Item, demand.Day));
            }
        }
    }

    private static bool Batch(SupplyDemand demand, IEnumerable<ItemNeed> needs, List<Unit> units)
    {
        List<Unit> taken = [];
        bool complete = true;
        foreach (ItemNeed need in needs)
        {
            Unit[] there = [.. units.Where(unit => unit.IsAt(demand.Place, need.Item, demand.Day) && unit.Last >= demand.Day).OrderBy(unit => unit.Last).Take((int)need.Quantity)];
            taken.AddRange(there);
            complete &= there.Length == need.Quantity;
        }

        if (complete)
        {
            units.RemoveAll(taken.Contains);
        }

        return complete;
    }

    private sealed class Unit
    {
        public required int Place { get; set; }

        public required int Item { get; init; }

        public required int From { get; set; }

        public required int Last { get; init; }

        public int SentOn { get; set; } = -1;

        public bool IsAt(int place, int item, int day) => Place == place && Item == item && From <= day;
    }
}
