namespace Readiness.Supplies.Shortages;

/// <summary>Changes that might make a shortage smaller, judging by its causes.</summary>
internal sealed class RemedyCandidates
{
    // Of the lots of an item, those that come soonest help most; trying all would take long where many come.
    private const int MostLots = 6;

    private readonly AllocationProblem problem;
    private readonly Shortage shortage;
    private readonly int firstDay;
    private readonly bool[] upstream;

    private RemedyCandidates(AllocationProblem problem, Shortage shortage)
    {
        this.problem = problem;
        this.shortage = shortage;
        firstDay = problem.Demands[shortage.Demands[0].Demand].Day;
        upstream = new bool[problem.Places.Length];
        upstream[shortage.Place] = true;
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (TransportLane lane in problem.Lanes)
            {
                changed |= upstream[lane.To] && !upstream[lane.From];
                upstream[lane.From] |= upstream[lane.To];
            }
        }
    }

    /// <summary>The changes, each with the most steps that can be of use.</summary>
    public static IEnumerable<(ProblemChange Change, long Steps)> Of(AllocationProblem problem, Shortage shortage)
    {
        var candidates = new RemedyCandidates(problem, shortage);
        return shortage.Needs.SelectMany(candidates.ForItem);
    }

    private IEnumerable<(ProblemChange Change, long Steps)> ForItem(ItemNeed need)
    {
        AllocationItem item = problem.Items[need.Item];
        long units = need.Quantity * shortage.Unserved;
        long packs = (units / item.PackSize) + 1;
        yield return (new ProblemChange(RemedyKind.MoreStock, shortage.Place, need.Item, firstDay, 1), units);
        IEnumerable<(ProblemChange, long)> others = [];
        if (Has(ShortageCause.LeadTime) || Has(ShortageCause.Delivery))
        {
            others = others.Concat(Lots(need.Item));
        }

        if (Has(ShortageCause.Lorry) && item.VolumePerPack > 0)
        {
            others = others.Concat(Enumerable.Range(0, problem.Lanes.Length)
                .Where(lane => upstream[problem.Lanes[lane].To] && double.IsFinite(problem.Lanes[lane].CapacityPerDay))
                .Select(lane => (new ProblemChange(RemedyKind.MoreLorryRoom, lane, null, null, item.VolumePerPack), packs)));
        }

        if (Has(ShortageCause.Storage) && item.VolumePerPack > 0)
        {
            others = others.Concat(problem.StorageLimits.Where(limit => upstream[limit.Place])
                .Select(limit => (new ProblemChange(RemedyKind.MoreStorage, limit.Place, null, null, item.VolumePerPack), packs)));
        }

        if (Has(ShortageCause.Reserve))
        {
            others = others.Concat(problem.Reserves.Where(reserve => upstream[reserve.Place] && reserve.Item == need.Item && reserve.Quantity > 0)
                .Select(reserve => (new ProblemChange(RemedyKind.SmallerReserve, reserve.Place, need.Item, null, 1), reserve.Quantity)));
        }

        foreach ((ProblemChange, long) other in others)
        {
            yield return other;
        }
    }

    private IEnumerable<(ProblemChange Change, long Steps)> Lots(int item) =>
        Enumerable.Range(0, problem.Lots.Length)
            .Where(k => problem.Lots[k].Item == item && upstream[problem.Lots[k].Place] && problem.Lots[k].AvailableDay > 0 && problem.Lots[k].Quantity > 0)
            .OrderBy(k => problem.Lots[k].AvailableDay).ThenBy(k => k)
            .Take(MostLots)
            .Select(k => (new ProblemChange(RemedyKind.EarlierLot, k, item, null, 1), (long)problem.Lots[k].AvailableDay));

    private bool Has(ShortageCause cause) => shortage.Causes.Any(share => share.Cause == cause);
}
