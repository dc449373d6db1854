using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>
/// Follows the stock of a plan day by day as <see cref="PlanDecisions"/> describes the course of a day, and says who found too
/// little, and what is left every evening. Slow and plain, with ids and dates, so that it shares nothing with the audit but the rules.
/// </summary>
internal sealed class StockWalk
{
    private readonly DraftPlan plan;
    private readonly Dictionary<(string Place, string Item), SortedDictionary<DateOnly, long>> shelves = [];
    private readonly List<(DateOnly Day, string Place, string Item, DateOnly Expires, long Quantity)> coming;
    private readonly List<(string Rule, string Subject, int Day)> shortages = [];
    private readonly List<ShelfEvening> evenings = [];
    private readonly Dictionary<(string Place, string Item), ShelfEvening> open = [];
    private DateOnly today;

    private StockWalk(DraftPlan plan)
    {
        this.plan = plan;
        coming =
        [
            .. plan.District.StockLots.Select(lot => (plan.District.Horizon.Start, lot.Place, lot.Item, lot.Expires ?? DateOnly.MaxValue, lot.Quantity)),
            .. plan.District.Shipments.SelectMany(shipment => Counted(plan.District, shipment)
                .Select(part => (part.Day, shipment.To, shipment.Item, shipment.Expires ?? DateOnly.MaxValue, part.Units))),
        ];
    }

    /// <summary>Rule, subject and day of whatever asks for more than is there.</summary>
    public static List<(string Rule, string Subject, int Day)> Shortages(DraftPlan plan) => Walk(plan).shortages;

    /// <summary>Every item at every place that ever holds it, at the end of every day.</summary>
    public static List<ShelfEvening> Evenings(DraftPlan plan) => Walk(plan).evenings;

    private static StockWalk Walk(DraftPlan plan)
    {
        var walk = new StockWalk(plan);
        for (int day = 0; day < plan.District.Horizon.Days; day++)
        {
            walk.today = plan.District.Horizon.DateOf(day);
            walk.Receive();
            walk.Dispatch(lead => lead == 0);
            walk.Receive();
            walk.UseKits();
            walk.Issue();
            walk.Dispatch(lead => lead > 0);
            walk.Close();
        }

        return walk;
    }

    // A unit is counted on as soon as those ways that bring at least as many units are likely enough together.
    private static IEnumerable<(DateOnly Day, long Units)> Counted(District district, Shipment shipment)
    {
        if (district.Policy.ShipmentConfidence is null || shipment.Arrival.IsEmpty)
        {
            return [(shipment.Arrives, shipment.Quantity)];
        }

        return
            from unit in Enumerable.Range(1, (int)shipment.Quantity)
            let ways = shipment.Arrival.Where(way => way.Share * shipment.Quantity > unit - 1e-6).ToArray()
            let days = ways.Select(way => way.DelayDays).Where(delay => ways.Where(way => way.DelayDays <= delay).Sum(way => way.Probability) > district.Policy.ShipmentConfidence - 1e-9).ToArray()
            where days.Length > 0
            group unit by shipment.Arrives.AddDays(days.Min()) into units
            select (units.Key, (long)units.Count());
    }

    private void Receive()
    {
        foreach ((DateOnly _, string place, string item, DateOnly expires, long quantity) in coming.Where(lot => lot.Day == today))
        {
            SortedDictionary<DateOnly, long> shelf = Shelf(place, item);
            shelf[expires] = shelf.GetValueOrDefault(expires) + quantity;
        }

        coming.RemoveAll(lot => lot.Day == today);
    }

    private void Dispatch(Func<int, bool> ofLead)
    {
        Lane[] lanes = [.. plan.District.Lanes.Where(lane => ofLead(lane.LeadTimeDays)).OrderBy(lane => lane.LeadTimeDays)];
        foreach (Lane lane in lanes)
        {
            foreach (Item item in plan.District.Items)
            {
                DateOnly arrives = today.AddDays(lane.LeadTimeDays);
                long quantity = plan.Decisions.Shipments
                    .Where(shipment => (shipment.From, shipment.To, shipment.Item, shipment.Day) == (lane.From, lane.To, item.Id, today)).Sum(shipment => shipment.Quantity);
                foreach ((DateOnly expires, long part) in Take(AuditRules.DispatchBeyondStock, $"{item.Id}/{lane.From}/{lane.To}", lane.From, item.Id, quantity, arrives))
                {
                    Note(lane.From, item.Id, evening => lane.LeadTimeDays > 0 ? evening with { Dispatched = evening.Dispatched + part } : Plus(evening, 5, part));
                    coming.Add((arrives, lane.To, item.Id, expires, part));
                }
            }
        }
    }

    private void UseKits()
    {
        var use = new Dictionary<(string Place, string Item), long>();
        foreach (Assignment turn in plan.Decisions.Assignments.Where(turn => turn.Day == today))
        {
            (string place, string? kit, int priorityClass) = plan.District.Duties.FirstOrDefault(duty => duty.Id == turn.Duty) is { } duty
                ? duty.Lines.Where(line => line.Id == turn.Line).Select(line => (duty.Place, line.Kit, line.PriorityClass)).Single()
                : plan.District.CandidateSites.Single(site => site.Id == turn.Duty).Lines.Where(line => line.Id == turn.Line).Select(line => (turn.Duty, line.Kit, line.PriorityClass)).Single();
            foreach (KitItem part in plan.District.Kits.Where(entry => entry.Id == kit).SelectMany(entry => entry.Items))
            {
                use[(place, part.Item)] = use.GetValueOrDefault((place, part.Item)) + part.Quantity;
                Note(place, part.Item, evening => Plus(evening, priorityClass, part.Quantity));
            }
        }

        foreach (((string place, string item), long quantity) in use)
        {
            Take(AuditRules.KitMissing, $"{place}/{item}", place, item, quantity, today);
        }
    }

    // In the district's order of needs: whoever comes later at the same shelf is the one who finds nothing.
    private void Issue()
    {
        IEnumerable<(string Need, string Place, string Item, int Class)> needs = plan.District.BurnRates.Select(rate => (rate.Id, rate.Place, rate.Item, rate.PriorityClass))
            .Concat(plan.District.CandidateSites.SelectMany(site => site.GuestNeeds.Select(guest => (site.Id, site.Id, guest.Item, guest.PriorityClass))));
        foreach ((string need, string place, string item, int priorityClass) in needs)
        {
            long quantity = plan.Decisions.Issues.Where(issue => (issue.Need, issue.Item, issue.Day) == (need, item, today)).Sum(issue => issue.Quantity);
            Take(AuditRules.IssueBeyondStock, $"{need}/{item}", place, item, quantity, today);
            Note(place, item, evening => Plus(evening, priorityClass, quantity));
        }
    }

    private void Close()
    {
        foreach (((string place, string item), SortedDictionary<DateOnly, long> shelf) in shelves)
        {
            Note(place, item, evening => evening with
            {
                Kept = shelf.Where(lot => lot.Key > today).Sum(lot => lot.Value),
                OnLastDay = evening.OnLastDay + shelf.GetValueOrDefault(today),
            });
        }

        evenings.AddRange(open.Values);
        open.Clear();
    }

    private void Note(string place, string item, Func<ShelfEvening, ShelfEvening> more) => open[(place, item)] = more(
        open.GetValueOrDefault((place, item)) ?? new ShelfEvening(plan.District.Horizon.DayOf(today), place, item, 0, 0, 0, new long[6]));

    private static ShelfEvening Plus(ShelfEvening evening, int priorityClass, long units) =>
        evening with { Taken = [.. evening.Taken.Select((taken, at) => at == priorityClass ? taken + units : taken)] };

    private List<(DateOnly Expires, long Quantity)> Take(string rule, string subject, string place, string item, long quantity, DateOnly usableOn)
    {
        var taken = new List<(DateOnly, long)>();
        SortedDictionary<DateOnly, long> shelf = Shelf(place, item);
        foreach (DateOnly expires in shelf.Keys.Where(expires => expires >= usableOn).ToArray())
        {
            long part = Math.Min(quantity, shelf[expires]);
            shelf[expires] -= part;
            quantity -= part;
            taken.Add((expires, part));
            if (expires == today)
            {
                Note(place, item, evening => evening with { OnLastDay = evening.OnLastDay + part });
            }

        }

        if (quantity > 0)
        {
            shortages.Add((rule, subject, plan.District.Horizon.DayOf(today)));
        }

        return taken;
    }

    private SortedDictionary<DateOnly, long> Shelf(string place, string item)
    {
        if (!shelves.TryGetValue((place, item), out SortedDictionary<DateOnly, long>? shelf))
        {
            shelves[(place, item)] = shelf = [];
        }

        return shelf;
    }
}
