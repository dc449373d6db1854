using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Multiplies what is used up of an item, wherever it is used: <c>{"type":"changeBurnRate","item":"respirator","factor":0.5}</c>.</summary>
/// <remarks>
/// Concerned are the daily use at facilities (fixed and by workload), the units in kits and the units per guest of the sites. Units in a kit
/// stay whole: they are rounded up, and so remain at least one. It is an error if nothing uses the item.
/// </remarks>
/// <param name="Item">Id of the item.</param>
/// <param name="Factor">Factor; more than 0, at most 100. 1 changes nothing.</param>
public sealed record ChangeBurnRate(
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 100, AboveMinimum = true)] double Factor) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) =>
        district.BurnRates.Any(rate => rate.Item == Item)
        || district.Kits.Any(kit => kit.Items.Any(line => line.Item == Item))
        || district.CandidateSites.Any(site => site.GuestNeeds.Any(need => need.Item == Item))
            ? []
            : [new ChangeFault(nameof(Item), $"nothing uses {Item}: the change would do nothing")];

    internal override District Apply(District district) => district with
    {
        BurnRates =
        [
            .. district.BurnRates.Select(rate => rate.Item == Item
                ? rate with { PerDay = rate.PerDay * Factor, PerDriverUnit = rate.PerDriverUnit * Factor }
                : rate),
        ],
        Kits = [.. district.Kits.Select(kit => kit with { Items = [.. kit.Items.Select(Scaled)] })],
        CandidateSites =
        [
            .. district.CandidateSites.Select(site => site with { GuestNeeds = [.. site.GuestNeeds.Select(Scaled)] }),
        ],
    };

    private KitItem Scaled(KitItem line) =>
        line.Item == Item ? line with { Quantity = Math.Max(1, WholeUnits.RoundedUp(line.Quantity, Factor)) } : line;

    private GuestNeed Scaled(GuestNeed need) =>
        need.Item == Item ? need with { PerGuestDay = need.PerGuestDay * Factor } : need;
}
