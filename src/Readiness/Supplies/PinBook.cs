namespace Readiness.Supplies;

/// <summary>The pinned transfers of a problem by lane item and day.</summary>
internal sealed class PinBook
{
    private const long None = -1;

    private readonly AllocationNetwork network;
    private readonly long[] packs;
    private readonly long withoutLane;

    public PinBook(AllocationNetwork network)
    {
        this.network = network;
        packs = new long[network.LaneItems.Length * network.Days];
        Array.Fill(packs, None);
        var laneItems = Enumerable.Range(0, network.LaneItems.Length).ToDictionary(k => (network.LaneItems[k].Lane, network.LaneItems[k].Item));
        foreach (Transfer pin in network.Problem.Pins)
        {
            if (laneItems.TryGetValue((pin.Lane, pin.Item), out int k))
            {
                packs[(k * network.Days) + pin.Day] = pin.Quantity / network.LaneItems[k].Pack;
            }
            else
            {
                // No stock of the item can ever be there.
                withoutLane += pin.Quantity;
            }
        }
    }

    /// <summary>Packs pinned of a lane item on a day; none if nothing is.</summary>
    public long? Of(int laneItem, int day) => packs[(laneItem * network.Days) + day] is >= 0 and { } pinned ? pinned : null;

    /// <summary>Sends what is pinned, each transfer as a whole or not at all, of the lots that expire first.</summary>
    /// <param name="ledger">A plan without transfers and served units.</param>
    public void Dispatch(StockLedger ledger)
    {
        foreach ((int k, int day) in Enumerable.Range(0, packs.Length).Where(at => packs[at] > 0).Select(at => (at / network.Days, at % network.Days))
            .OrderBy(at => at.Item2).ThenBy(at => Lead(at.Item1) > 0).ThenBy(at => network.LaneItems[at.Item1].Lane).ThenBy(at => at.Item1))
        {
            Dispatch(ledger, k, day);
        }
    }

    /// <summary>Units pinned that a plan does not send.</summary>
    public long Missing(StockLedger ledger)
    {
        long missing = withoutLane;
        for (int at = 0; at < packs.Length; at++)
        {
            missing += packs[at] > 0 && ledger.Packs[at] != packs[at] ? packs[at] * network.LaneItems[at / network.Days].Pack : 0;
        }

        return missing;
    }

    private int Lead(int laneItem) => network.Problem.Lanes[network.LaneItems[laneItem].Lane].LeadTimeDays;

    private void Dispatch(StockLedger ledger, int k, int day)
    {
        LaneItem item = network.LaneItems[k];
        int lead = Lead(k);
        long wanted = packs[(k * network.Days) + day];
        int mark = ledger.Mark;
        if (ledger.PackRoom(k, day) < wanted)
        {
            return;
        }

        ledger.BookPacks(k, day, wanted);
        long left = wanted * item.Pack;
        for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount && left > 0; arc++)
        {
            TransferArc way = network.Arcs[arc];
            long part = day < way.FirstDay || day > way.LastDay || network.Nodes[way.From].Class < day + lead
                ? 0
                : Math.Min(left, ledger.Free(way.From, day, lead == 0 ? StockUse.SameDayTransfer : StockUse.LaterTransfer));
            if (part > 0)
            {
                ledger.Send(arc, day, part);
                left -= part;
            }
        }

        // Whether it fits where it arrives depends on what is served there by then.
        if (left > 0)
        {
            ledger.UndoTo(mark);
        }
    }
}
