using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Sets the stock of an item that a place keeps for its most urgent needs: <c>{"type":"setReserve","place":"store","item":"gown","quantity":200,"lastClass":1}</c>.</summary>
/// <remarks>Takes the place of the document's reserve if there is one; a quantity of 0 releases it. It is an error to release what is not kept.</remarks>
/// <param name="Place">Id of the place, a facility or a candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units kept; 0 to 1,000,000,000.</param>
/// <param name="LastClass">The least urgent priority class that may break the reserve, 1 to 4; none may if not given.</param>
public sealed record SetReserve(
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string Place,
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 1e9)] long Quantity,
    [Limits(1, 4)] int? LastClass = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => Quantity > 0 || district.Reserves.Any(IsTheSame)
        ? []
        : [new ChangeFault(nameof(Quantity), $"releases a reserve that {Place} does not keep: the change would do nothing")];

    internal override District Apply(District district) => district with
    {
        Reserves =
        [
            .. district.Reserves.Where(reserve => !IsTheSame(reserve)),
            .. Quantity > 0 ? [new Reserve(Place, Item, Quantity, LastClass)] : Array.Empty<Reserve>(),
        ],
    };

    private bool IsTheSame(Reserve reserve) => reserve.Place == Place && reserve.Item == Item;
}
