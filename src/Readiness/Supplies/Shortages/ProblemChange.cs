namespace Readiness.Supplies.Shortages;

/// <summary>A change that a problem could get, by an amount still to be chosen.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Subject">Lot, lane or place: see <see cref="Remedy"/>.</param>
/// <param name="Item">Item, where the change is for one.</param>
/// <param name="Day">Day of more stock.</param>
/// <param name="Step">What one step changes, in the unit of the amount.</param>
internal sealed record ProblemChange(RemedyKind Kind, int Subject, int? Item, int? Day, double Step)
{
    /// <summary>The changed problem.</summary>
    public AllocationProblem Apply(AllocationProblem problem, double amount) => Kind switch
    {
        RemedyKind.MoreStock => problem with
        {
            Lots = problem.Lots.Add(new SupplyLot(Subject, Item!.Value, (long)amount, Day!.Value)),
        },
        RemedyKind.EarlierLot => problem with
        {
            Lots = problem.Lots.SetItem(Subject, problem.Lots[Subject] with { AvailableDay = problem.Lots[Subject].AvailableDay - (int)amount }),
        },
        RemedyKind.MoreLorryRoom => problem with
        {
            Lanes = problem.Lanes.SetItem(Subject, problem.Lanes[Subject] with { CapacityPerDay = problem.Lanes[Subject].CapacityPerDay + amount }),
        },
        RemedyKind.MoreStorage => problem with
        {
            StorageLimits = [.. problem.StorageLimits.Select(limit => limit.Place == Subject ? limit with { Volume = limit.Volume + amount } : limit)],
        },
        _ => problem with
        {
            Reserves = [.. problem.Reserves.Select(reserve => reserve.Place == Subject && reserve.Item == Item
                ? reserve with { Quantity = reserve.Quantity - (long)amount }
                : reserve)],
        },
    };
}
