using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Lets shipments of an item arrive later: <c>{"type":"delayShipments","item":"respirator","days":5}</c>.</summary>
/// <remarks>
/// A shipment that is delayed beyond the horizon stays in the district and has no effect on the plan. One that would arrive after its expiry
/// is dropped, being worthless. It is an error if no shipment matches.
/// </remarks>
/// <param name="Item">Id of the item.</param>
/// <param name="Days">Days of delay; 1 to 365.</param>
/// <param name="Facility">Id of the receiving place, a facility or a candidate site; every place if not given.</param>
/// <param name="From">First day of arrival, as planned before the delay, that is concerned; no limit if not given.</param>
/// <param name="To">Last day of arrival, as planned before the delay, that is concerned; no limit if not given.</param>
public sealed record DelayShipments(
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(1, 365)] int Days,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string? Facility = null,
    DateOnly? From = null,
    DateOnly? To = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => Concerned(district).FaultIfNone(Item);

    internal override District Apply(District district)
    {
        HashSet<Shipment> late = [.. Concerned(district).Found];
        return district with
        {
            Shipments =
            [
                .. district.Shipments
                    .Select(shipment => late.Contains(shipment) ? shipment with { Arrives = Later(shipment.Arrives) } : shipment)
                    .Where(shipment => !(shipment.Expires < shipment.Arrives)),
            ],
        };
    }

    private Selection<Shipment> Concerned(District district) => ShipmentSelection.Of(district, Item, Facility, From, To);

    /// <summary>A later date, or the last one that a calendar has.</summary>
    private DateOnly Later(DateOnly date) => DateOnly.FromDayNumber(Math.Min(date.DayNumber + Days, DateOnly.MaxValue.DayNumber));
}
