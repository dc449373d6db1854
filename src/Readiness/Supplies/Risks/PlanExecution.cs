namespace Readiness.Supplies.Risks;

/// <summary>Carries a fixed plan out with what comes in, and cuts down whatever finds too little.</summary>
internal sealed class PlanExecution
{
    private readonly AllocationProblem problem;
    private readonly SupplyPlan plan;
    private readonly int items;
    private readonly DatedStock[] stock;
    private readonly List<(int Pair, int Last, long Units)>[] coming;
    private readonly int[][] demandsOfDay;
    private readonly Transfer[][] sameDay;
    private readonly Transfer[][] longer;
    private readonly AlternativeUse[][] alternatives;
    private readonly SupplyLot[] bought;
    private readonly List<(int Pair, int Last, long Units)> delivered = [];

    public PlanExecution(AllocationProblem problem, SupplyPlan plan)
    {
        this.problem = problem;
        this.plan = plan;
        items = problem.Items.Length;
        stock = [.. Enumerable.Range(0, problem.Places.Length * items).Select(static _ => new DatedStock())];
        coming = [.. Enumerable.Range(0, problem.Days).Select(static _ => new List<(int, int, long)>())];
        ILookup<int, int> demands = Enumerable.Range(0, problem.Demands.Length).ToLookup(j => problem.Demands[j].Day);
        ILookup<int, Transfer> transfers = plan.Transfers.ToLookup(static transfer => transfer.Day);
        ILookup<int, AlternativeUse> uses = plan.Alternatives.ToLookup(static use => use.Demand);
        demandsOfDay = [.. Enumerable.Range(0, problem.Days).Select(day => demands[day].OrderBy(j => problem.Demands[j].Level).ThenBy(static j => j).ToArray())];
        Transfer[][] Of(Func<int, bool> ofLead) =>
        [
            .. Enumerable.Range(0, problem.Days).Select(day => transfers[day]
                .Where(transfer => ofLead(problem.Lanes[transfer.Lane].LeadTimeDays)).OrderBy(static transfer => transfer.Lane).ThenBy(static transfer => transfer.Item).ToArray()),
        ];
        sameDay = Of(static lead => lead == 0);
        longer = Of(static lead => lead > 0);
        alternatives = [.. Enumerable.Range(0, problem.Demands.Length).Select(j => uses[j].ToArray())];
        bought =
        [
            .. plan.Purchases.Select(purchase => (purchase.Lots, Offer: problem.Offers[purchase.Offer])).Select(static purchase => new SupplyLot(
                purchase.Offer.Place, purchase.Offer.Item, purchase.Lots * purchase.Offer.UnitsPerLot, purchase.Offer.AvailableDay, purchase.Offer.LastUsableDay)),
        ];
        Served = new long[problem.Demands.Length];
        StockOut = new bool[stock.Length * problem.Days];
    }

    /// <summary>Units served of each demand.</summary>
    public long[] Served { get; }

    /// <summary>Whether a demand found less of an item than planned, by place and item x days + day.</summary>
    public bool[] StockOut { get; }

    /// <summary>Carries the plan out.</summary>
    /// <param name="lots">All that comes in, but for what the plan buys.</param>
    public void Run(IEnumerable<SupplyLot> lots)
    {
        Array.Clear(StockOut);
        foreach (DatedStock shelf in stock)
        {
            shelf.Clear();
        }

        foreach (SupplyLot lot in lots.Concat(bought))
        {
            if (lot.AvailableDay < problem.Days && lot.LastUsableDay >= lot.AvailableDay)
            {
                coming[lot.AvailableDay].Add(((lot.Place * items) + lot.Item, lot.LastUsableDay, lot.Quantity));
            }
        }

        for (int day = 0; day < problem.Days; day++)
        {
            Receive(coming[day]);
            foreach (Transfer transfer in sameDay[day])
            {
                Dispatch(transfer, delivered);
            }

            Receive(delivered);
            foreach (int j in demandsOfDay[day])
            {
                Serve(j);
            }

            foreach (Transfer transfer in longer[day])
            {
                int arrival = day + problem.Lanes[transfer.Lane].LeadTimeDays;
                Dispatch(transfer, arrival < problem.Days ? coming[arrival] : null);
            }
        }
    }

    private void Receive(List<(int Pair, int Last, long Units)> arrivals)
    {
        foreach ((int pair, int last, long units) in arrivals)
        {
            stock[pair].Add(last, units);
        }

        arrivals.Clear();
    }

    private void Dispatch(Transfer transfer, List<(int Pair, int Last, long Units)>? receiver)
    {
        TransportLane lane = problem.Lanes[transfer.Lane];
        DatedStock shelf = stock[(lane.From * items) + transfer.Item];
        int usableOn = transfer.Day + lane.LeadTimeDays;
        long pack = problem.Items[transfer.Item].PackSize;
        long units = Math.Min(transfer.Quantity, shelf.Usable(usableOn)) / pack * pack;
        if (units >= lane.MinimumUnits)
        {
            shelf.Take(units, usableOn, receiver, (lane.To * items) + transfer.Item);
        }
    }

    private void Serve(int j)
    {
        SupplyDemand demand = problem.Demands[j];
        long regular = plan.Served[j];
        foreach (AlternativeUse use in alternatives[j])
        {
            regular -= use.Units;
        }

        long served = Use(demand, demand.Needs.AsSpan(), regular);
        foreach (AlternativeUse use in alternatives[j])
        {
            DemandAlternative other = demand.Alternatives[use.Alternative];
            long batches = Use(demand, other.Needs.AsSpan(), (use.Units + other.UnitsPerBatch - 1) / other.UnitsPerBatch);
            served += Math.Min(use.Units, batches * Math.Min(other.UnitsPerBatch, use.Units));
        }

        Served[j] = served;
    }

    /// <summary>Uses up as many whole batches as there are items for.</summary>
    private long Use(SupplyDemand demand, ReadOnlySpan<ItemNeed> needs, long batches)
    {
        long possible = batches;
        foreach (ItemNeed need in needs)
        {
            int pair = (demand.Place * items) + need.Item;
            long there = stock[pair].Usable(demand.Day) / need.Quantity;
            StockOut[(pair * problem.Days) + demand.Day] |= there < batches;
            possible = Math.Min(possible, there);
        }

        foreach (ItemNeed need in needs)
        {
            stock[(demand.Place * items) + need.Item].Take(possible * need.Quantity, demand.Day);
        }

        return possible;
    }
}
