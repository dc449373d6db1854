using System.Collections.Immutable;
using Google.OrTools.Sat;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Writes a solution of the exact programme as decisions that can be audited, with every unmet need booked.</summary>
internal sealed class ExactDecisions(District district, Func<IntVar, long> value)
{
    public PlanDecisions Of(ExactSites sites, ExactRoster roster, ExactStock stock) => new(
        Openings(sites), [.. roster.Turns.Where(turn => value(turn.Value) == 1).Select(turn => turn.Key)],
        Shipments(stock),
        [.. stock.Issues.Where(need => value(need.Issued) > 0)
            .Select(need => new StockIssue(need.Need, need.Item, Date(need.Day), value(need.Issued)))],
        [.. MissingHeads(roster), .. MissingRooms(sites), .. MissingUnits(stock)]);

    private ImmutableArray<SiteOpening> Openings(ExactSites sites) =>
        [.. sites.Periods.Where(period => value(period.Chosen) == 1).Select(period => new SiteOpening(
            district.CandidateSites[period.Site].Id, Date(period.From), Date(period.To),
            [.. sites.Admitted.Where(entry => entry.Key.Site == period.Site && value(entry.Value) > 0)
                .Select(entry => new Admission(district.Zones[entry.Key.Zone].Id, Date(entry.Key.Day), value(entry.Value)))]))];

    private ImmutableArray<PlannedShipment> Shipments(ExactStock stock) =>
        [.. stock.Packs.Where(entry => value(entry.Value) > 0).Select(entry =>
        {
            Lane lane = district.Lanes[entry.Key.Lane];
            Item item = district.Items[entry.Key.Item];
            return new PlannedShipment(
                item.Id, lane.From, lane.To, Date(entry.Key.Day), Date(entry.Key.Day + lane.LeadTimeDays), value(entry.Value) * item.PackSize);
        })];

    private IEnumerable<UnmetNeed> MissingHeads(ExactRoster roster) =>
        from slot in roster.Slots
        let missing = value(slot.Required) - Count(slot.Filled)
        where missing > 0
        select new UnmetNeed(
            UnmetKind.Cover, slot.Class, Date(slot.Day), slot.Duty, slot.Line, slot.Shift, Item: null, missing, UnmetCause.Staff);

    private IEnumerable<UnmetNeed> MissingRooms(ExactSites sites)
    {
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            for (int day = 0; day < district.Horizon.Days; day++)
            {
                long missing = Count(sites.NotHoused[zone, day]);
                if (missing > 0)
                {
                    yield return new UnmetNeed(
                        UnmetKind.Guests, district.Policy.Quarantine.GuestClass, Date(day), district.Zones[zone].Id,
                        Line: null, Shift: null, Item: null, missing, UnmetCause.Room);
                }
            }
        }
    }

    private IEnumerable<UnmetNeed> MissingUnits(ExactStock stock) =>
        from need in stock.Issues
        let missing = value(need.Required) - value(need.Issued)
        where missing > 0
        select new UnmetNeed(
            UnmetKind.Items, need.Class, Date(need.Day), need.Need, Line: null, Shift: null, need.Item, missing, UnmetCause.Stock);

    private long Count(Terms terms) => terms.Value(value);

    private DateOnly Date(int day) => district.Horizon.DateOf(day);
}
