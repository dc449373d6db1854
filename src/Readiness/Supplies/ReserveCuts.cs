namespace Readiness.Supplies;

/// <summary>Takes back what a carried-out plan took from reserves that had to be kept.</summary>
internal static class ReserveCuts
{
    /// <summary>Lowers packs (by lane item and day) and served units (by service) where a reserve is broken.</summary>
    /// <param name="network">The network.</param>
    /// <param name="done">The plan as carried out.</param>
    /// <param name="packs">Packs that were asked for; lowered.</param>
    /// <param name="served">Served units that were asked for; lowered.</param>
    /// <param name="dayByDay">
    /// Whether only the first day with a broken reserve is mended, and no more than it must be; later days may then need no change. If not, all
    /// days are, which ends sooner.
    /// </param>
    /// <returns>Whether anything had to be lowered.</returns>
    public static bool Cut(AllocationNetwork network, StockLedger done, long[] packs, long[] served, bool dayByDay)
    {
        bool cut = false;
        for (int day = 0; day < network.Days && !(cut && dayByDay); day++)
        {
            for (int reserve = 0; reserve < network.Problem.Reserves.Length; reserve++)
            {
                long excess = done.ReserveExcess(reserve, day);
                if (excess > 0)
                {
                    Cut(network, done, packs, served, network.Problem.Reserves[reserve], day, dayByDay ? excess : long.MaxValue);
                    cut = true;
                }
            }
        }

        return cut;
    }

    // The longer lanes leave last, so they give way first; then the least urgent demands, then the same-day lanes.
    private static void Cut(
        AllocationNetwork network, StockLedger done, long[] packs, long[] served, StockReserve reserve, int day, long units)
    {
        units = CutLanes(network, done, packs, reserve, day, sameDay: false, units);
        SupplyDemand Of(int service) => network.Problem.Demands[network.Services[service].Demand];
        foreach (int s in Enumerable.Range(0, network.Services.Length)
            .Where(s => done.Served[s] > 0 && Of(s).Place == reserve.Place && Of(s).Day == day && Of(s).Level > reserve.LastLevel)
            .OrderByDescending(s => Of(s).Level).ThenByDescending(s => s))
        {
            DemandService way = network.Services[s];
            foreach (ItemNeed need in way.Needs)
            {
                if (need.Item == reserve.Item && units > 0)
                {
                    long batches = way.Batches(done.Served[s]);
                    long less = Math.Min(batches, ((units - 1) / need.Quantity) + 1);
                    served[s] = Math.Min(done.Served[s], (batches - less) * way.UnitsPerBatch);
                    units -= less * need.Quantity;
                }
            }
        }

        CutLanes(network, done, packs, reserve, day, sameDay: true, units);
    }

    private static long CutLanes(
        AllocationNetwork network, StockLedger done, long[] packs, StockReserve reserve, int day, bool sameDay, long units)
    {
        for (int k = network.LaneItems.Length - 1; k >= 0 && units > 0; k--)
        {
            LaneItem item = network.LaneItems[k];
            TransportLane lane = network.Problem.Lanes[item.Lane];
            if (item.Item == reserve.Item && lane.From == reserve.Place && (lane.LeadTimeDays == 0) == sameDay)
            {
                int at = (k * network.Days) + day;
                long less = Math.Min(done.Packs[at], ((units - 1) / item.Pack) + 1);
                packs[at] = done.Packs[at] - less;
                units -= less * item.Pack;
            }
        }

        return units;
    }
}
