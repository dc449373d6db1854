namespace Readiness.Supplies;

/// <summary>Takes back transfers of a carried-out plan that bring more than fits.</summary>
internal static class StorageCuts
{
    /// <summary>Lowers the packs (by lane item and day) that arrive where there is no room.</summary>
    /// <param name="network">The network.</param>
    /// <param name="done">The plan as carried out.</param>
    /// <param name="packs">Packs that were asked for; lowered.</param>
    /// <param name="dayByDay">
    /// Whether only the first day on which something does not fit is mended, and by no more than does not; if not, nothing is sent that arrives on any
    /// such day, which ends sooner.
    /// </param>
    /// <returns>Whether anything had to be lowered.</returns>
    public static bool Cut(AllocationNetwork network, StockLedger done, long[] packs, bool dayByDay)
    {
        bool cut = false;
        for (int day = 0; day < network.Days && !(cut && dayByDay); day++)
        {
            for (int limit = 0; limit < network.Problem.StorageLimits.Length; limit++)
            {
                double excess = done.StorageExcess(limit, day);
                if (excess > 0)
                {
                    CutArrivals(network, done, packs, network.Problem.StorageLimits[limit].Place, day, dayByDay ? excess : double.PositiveInfinity);
                    cut = true;
                }
            }
        }

        return cut;
    }

    private static void CutArrivals(AllocationNetwork network, StockLedger done, long[] packs, int place, int day, double volume)
    {
        for (int k = network.LaneItems.Length - 1; k >= 0 && volume > 0; k--)
        {
            LaneItem item = network.LaneItems[k];
            TransportLane lane = network.Problem.Lanes[item.Lane];
            int at = (k * network.Days) + day - lane.LeadTimeDays;
            if (lane.To == place && item.Volume > 0 && lane.LeadTimeDays <= day && done.Packs[at] > 0)
            {
                double fewer = Math.Min(done.Packs[at], Math.Ceiling(volume / item.Volume));
                packs[at] = done.Packs[at] - (long)fewer;
                volume -= fewer * item.Volume;
            }
        }
    }
}
