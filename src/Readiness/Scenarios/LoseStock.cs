using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Takes stock away that was on hand on the morning of the first day: <c>{"type":"loseStock","item":"gown","share":0.5}</c>.</summary>
/// <remarks>
/// Exactly one of <paramref name="Share"/> and <paramref name="Quantity"/> is given. A share is taken from every lot, rounded to the nearest
/// unit, halves up. A quantity is taken from the lots that keep longest first (the loss that hurts most), equal ones in the document's order; it
/// is an error if less is there. Lots with nothing left are dropped. It is an error if no lot matches.
/// </remarks>
/// <param name="Item">Id of the item.</param>
/// <param name="Share">Share that is lost; more than 0, at most 1.</param>
/// <param name="Quantity">Units that are lost; 1 to 1,000,000,000.</param>
/// <param name="Facility">Id of the place, a facility or a candidate site; every place if not given.</param>
public sealed record LoseStock(
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 1, AboveMinimum = true)] double? Share = null,
    [Limits(1, 1e9)] long? Quantity = null,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string? Facility = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district)
    {
        Selection<int> lots = Lots(district);
        long there = lots.Found.Sum(lot => district.StockLots[lot].Quantity);
        return there < Quantity && lots.Found.Count > 0
            ? [new ChangeFault(nameof(Quantity), $"is more than the {there} units that are there")]
            : lots.Fault($"no stock of {Item} matches: the change would do nothing");
    }

    internal override District Apply(District district)
    {
        IReadOnlyList<int> lots = Lots(district).Found;
        long[] lost = new long[district.StockLots.Length];
        if (Share is { } share)
        {
            foreach (int lot in lots)
            {
                lost[lot] = WholeUnits.Nearest(district.StockLots[lot].Quantity, share);
            }
        }

        long rest = Quantity ?? 0;
        foreach (int lot in lots.OrderByDescending(lot => district.StockLots[lot].Expires ?? DateOnly.MaxValue))
        {
            long taken = Math.Min(rest, district.StockLots[lot].Quantity);
            lost[lot] += taken;
            rest -= taken;
        }

        return district with
        {
            StockLots =
            [
                .. district.StockLots
                    .Select((lot, position) => lot with { Quantity = lot.Quantity - lost[position] })
                    .Where((lot, position) => lot.Quantity > 0 || lost[position] == 0),
            ],
        };
    }

    /// <summary>Positions of the lots, which have no ids and may be equal.</summary>
    private Selection<int> Lots(District district) =>
        Selection<int>.Of(Enumerable.Range(0, district.StockLots.Length))
            .Narrow(nameof(Item), Item, lot => district.StockLots[lot].Item == Item)
            .Narrow(nameof(Facility), Facility, lot => district.StockLots[lot].Place == Facility);
}
