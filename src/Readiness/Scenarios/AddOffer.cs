using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>
/// Adds lots that may be bought: <c>{"type":"addOffer","offer":{"id":"maker","item":"gown","to":"store","mostLots":20,"pricePerLot":300,"unitsPerLot":100,"leadTimeDays":4}}</c>.
/// </summary>
/// <param name="Offer">The offer; its id is new.</param>
public sealed record AddOffer(PurchaseOffer Offer) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => district.Offers.Any(other => other.Id == Offer.Id)
        ? [new ChangeFault(nameof(Offer), $"has the id of an offer already, {Offer.Id}; ids are unique")]
        : [];

    internal override District Apply(District district) => district with { Offers = [.. district.Offers, Offer] };
}
