using Readiness.Api.PlanFiles;
using Readiness.Api.Scenarios;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Orders;

/// <summary>Sorts the decisions of a plan by the place that has to carry them out.</summary>
internal sealed class OrderSheets
{
    private readonly District district;
    private readonly DistrictIndex index;
    private readonly DistrictNames names;
    private readonly Dictionary<string, SiteOpening> open;
    private readonly ILookup<string, OrderMove> arrivals;
    private readonly ILookup<string, OrderMove> dispatches;
    private readonly ILookup<string, StockIssue> issues;
    private readonly ILookup<string, SubstitutedIssue> substitutes;
    private readonly ILookup<string, Assignment> assignments;
    private readonly Dictionary<(string Duty, string Line), (string Skill, string? Kit)> lines;

    /// <summary>Sorts a plan.</summary>
    /// <param name="plan">The plan.</param>
    public OrderSheets(ScenarioPlan plan)
    {
        district = plan.District;
        index = new DistrictIndex(district);
        names = new DistrictNames(district);
        PlanDecisions decisions = plan.Decisions;
        open = decisions.Sites.ToDictionary(site => site.Site);
        arrivals = Arrivals(decisions).ToLookup(arrival => arrival.Place, arrival => arrival.Move);
        dispatches = decisions.Shipments.ToLookup(
            shipment => shipment.From, shipment => new OrderMove(shipment.Day, Item(shipment.Item), shipment.Quantity, Both(names.Place(shipment.To))));
        issues = decisions.Issues.ToLookup(issue => PlaceOfNeed(issue.Need));
        substitutes = decisions.Substitutions.ToLookup(issue => PlaceOfNeed(issue.Need));
        assignments = decisions.Assignments.ToLookup(assignment => index.PlaceIds[index.WorkPlace(index.Works[assignment.Duty])]);
        lines = district.Duties.SelectMany(duty => duty.Lines.Select(line => ((duty.Id, line.Id), (line.Skill, line.Kit))))
            .Concat(district.CandidateSites.SelectMany(site => site.Lines.Select(line => ((site.Id, line.Id), (line.Skill, line.Kit)))))
            .ToDictionary(line => line.Item1, line => line.Item2);
    }

    /// <summary>The quarantine sites that open.</summary>
    public IReadOnlyList<OpenSite> OpenSites => [.. open.Values.OrderBy(site => site.OpenFrom).Select(Opening)];

    /// <summary>The sheets of all places that have something to do, in the order of the document.</summary>
    public IReadOnlyList<OrderSheet> All => [.. index.PlaceIds.Select(Of).Where(sheet => !sheet.IsIdle)];

    /// <summary>Both names, where there are two.</summary>
    /// <param name="name">The name.</param>
    public static string Both(LocalizedName name) => name.Zh is null ? name.En : $"{name.En} · {name.Zh}";

    /// <summary>Whether there is a facility or candidate site.</summary>
    /// <param name="place">Its id.</param>
    public bool Knows(string place) => index.Places.ContainsKey(place);

    /// <summary>The sheet of a place.</summary>
    /// <param name="place">Its id.</param>
    public OrderSheet Of(string place)
    {
        SiteOpening? opening = open.GetValueOrDefault(place);
        return new OrderSheet(
            place,
            names.Place(place),
            opening is null ? null : Opening(opening),
            [.. arrivals[place].OrderBy(move => move.Day)],
            [.. dispatches[place].OrderBy(move => move.Day)],
            Issues(place),
            [.. substitutes[place].OrderBy(use => use.Day).Select(use => new OrderSubstitute(use.Day, Item(use.Item), use.Recipe, use.Units))],
            Shifts(place),
            [
                .. (opening?.Admissions ?? []).OrderBy(admission => admission.Day)
                    .Select(admission => new OrderGuests(admission.Day, names.Zone(admission.Zone), admission.Guests)),
            ]);
    }

    private IEnumerable<(string Place, OrderMove Move)> Arrivals(PlanDecisions decisions) =>
    [
        .. decisions.Shipments.Select(shipment =>
            (shipment.To, new OrderMove(shipment.Arrives, Item(shipment.Item), shipment.Quantity, Both(names.Place(shipment.From))))),
        .. district.Shipments.Where(shipment => shipment.Arrives <= district.Horizon.End).Select(shipment => (shipment.To, FromOutside(shipment))),
        .. decisions.Purchases.Select(Bought),
    ];

    private IReadOnlyList<OrderShift> Shifts(string place) =>
    [
        .. assignments[place]
            .GroupBy(assignment => (assignment.Day, assignment.Shift, assignment.Duty, assignment.Line))
            .Select(people => new OrderShift(
                people.Key.Day,
                district.ShiftTypes[index.ShiftTypes[people.Key.Shift]],
                names.Work(people.Key.Duty),
                names.Skill(lines[(people.Key.Duty, people.Key.Line)].Skill),
                [.. people.Select(assignment => assignment.Staff).Order(StringComparer.Ordinal)]))
            .OrderBy(shift => shift.Day).ThenBy(shift => shift.Shift.Start),
    ];

    /// <summary>What the kits of those who work and the other needs take, by day and article.</summary>
    private IReadOnlyList<OrderIssue> Issues(string place)
    {
        IEnumerable<(DateOnly Day, string Item, long Kits, long Others)> kits = assignments[place]
            .Where(assignment => lines[(assignment.Duty, assignment.Line)].Kit is not null)
            .SelectMany(assignment => district.Kits[index.Kits[lines[(assignment.Duty, assignment.Line)].Kit!]].Items
                .Select(part => (assignment.Day, part.Item, Kits: (long)part.Quantity, Others: 0L)));
        return
        [
            .. kits.Concat(issues[place].Select(issue => (issue.Day, issue.Item, Kits: 0L, Others: issue.Quantity)))
                .GroupBy(issue => (issue.Day, issue.Item))
                .Select(day => new OrderIssue(day.Key.Day, Item(day.Key.Item), day.Sum(issue => issue.Kits), day.Sum(issue => issue.Others)))
                .OrderBy(issue => issue.Day).ThenBy(issue => index.Items[issue.Item.Id]),
        ];
    }

    private OpenSite Opening(SiteOpening site) =>
        new(names.Place(site.Site), site.OpenFrom, site.OpenTo, district.CandidateSites[index.Sites[site.Site]].Rooms);

    private OrderMove FromOutside(Shipment shipment) => new(
        shipment.Arrives, Item(shipment.Item), shipment.Quantity, shipment.Arrival.IsEmpty ? $"delivery {shipment.Id}" : $"delivery {shipment.Id}, uncertain");

    private (string Place, OrderMove Move) Bought(PlannedPurchase purchase)
    {
        PurchaseOffer offer = district.Offers.Single(offer => offer.Id == purchase.Offer);
        DateOnly arrives = (offer.OrderOn ?? district.Horizon.Start).AddDays(offer.LeadTimeDays);
        return (offer.To, new OrderMove(arrives, Item(offer.Item), purchase.Lots * offer.UnitsPerLot, $"purchase {offer.Id}"));
    }

    private Item Item(string id) => district.Items[index.Items[id]];

    private string PlaceOfNeed(string need) => index.BurnRates.TryGetValue(need, out int rate) ? district.BurnRates[rate].Place : need;
}
