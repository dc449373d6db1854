using System.Collections.Immutable;
using System.Globalization;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Mornings;

/// <summary>Moves a district on to a morning: what was decided before it is carried out, what was reported takes its place, what is over goes.</summary>
internal sealed class MorningTurn
{
    private const int FarthestHistory = 366;

    private readonly District district;
    private readonly Morning morning;
    private readonly PlanDecisions done;
    private readonly PlanningHorizon horizon;
    private readonly ImmutableArray<DerivedFact>.Builder derived = ImmutableArray.CreateBuilder<DerivedFact>();

    public MorningTurn(District district, PublishedPlan? published, Morning morning)
    {
        this.district = district;
        this.morning = morning;
        done = published?.Within(district) ?? new PlanDecisions([], [], [], [], []);
        horizon = new PlanningHorizon(morning.Date, LengthFromNow());
    }

    /// <summary>What nobody reported.</summary>
    public ImmutableArray<DerivedFact> Derived => derived.ToImmutable();

    private int Moved => district.Horizon.DayOf(morning.Date);

    /// <summary>The district on the morning.</summary>
    public District Turn()
    {
        Epidemic epidemic = MorningCases.Of(district, morning);
        District told = Delivered(district with { Epidemic = epidemic });
        PlanDecisions carriedOut = done with { Assignments = [.. done.Assignments.Where(Worked)] };
        DemandForecast forecast = DemandForecaster.Forecast(told);
        StockOfMorning stock = StockOfMorning.Of(told, forecast, carriedOut, Moved);
        Fact("horizon", null, $"The horizon is {Words(horizon.Start)} to {Words(horizon.End)}.");
        return told with
        {
            Horizon = horizon,
            Policy = district.Policy with { PurchaseBudget = Budget() },
            StockLots = Lots(stock),
            Shipments = Coming(told, stock),
            Offers = Offers(),
            Absences = Absences(),
            Staff = Staff(carriedOut),
            Duties = Duties(),
            CandidateSites = Sites(),
            InQuarantine = InQuarantine(forecast),
        };
    }

    private static string Words(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Fact(string subject, string? id, string fact) => derived.Add(new DerivedFact(subject, id, fact));

    private int LengthFromNow()
    {
        int left = district.Horizon.End.DayNumber - morning.Date.DayNumber + 1;
        DateOnly sameLength = morning.Date.AddDays(district.Horizon.Days - 1);
        bool known = district.Epidemic.Forecast is not null || district.Epidemic.NewCases.Concat(morning.NewCases).Any(count => count.Date >= sameLength);
        return morning.Days ?? (known ? district.Horizon.Days : left);
    }

    /// <summary>Whether a published shift was worked: it is over, nobody reported another, and no reported absence takes it back.</summary>
    private bool Worked(Assignment work) => work.Day < morning.Date
        && !morning.Absences.Any(absence => absence.Staff == work.Staff && work.Day >= absence.From && work.Day <= absence.To)
        && !morning.Worked.Any(turn => turn.Staff == work.Staff && turn.Date == work.Day && turn.Shift != work.Shift);

    /// <summary>The district with deliveries as they have come: what arrived counts, what did not comes later or not at all.</summary>
    private District Delivered(District before) => before with
    {
        Shipments =
        [
            .. before.Shipments.SelectMany(shipment =>
            {
                if (morning.Deliveries.FirstOrDefault(note => note.Shipment == shipment.Id) is not { } note)
                {
                    return [shipment];
                }

                DateOnly came = shipment.Arrives < morning.Date ? shipment.Arrives : district.Horizon.Start;
                Shipment arrived = shipment with { Id = shipment.Id, Quantity = note.Arrived, Arrives = came, Arrival = [] };
                return note.RestArrives is { } day
                    ? new[] { arrived with { Id = $"{shipment.Id}-arrived" }, shipment with { Quantity = shipment.Quantity - note.Arrived, Arrives = day, Arrival = [] } }
                    : [arrived];
            }),
        ],
    };

    /// <summary>Counted stock where somebody counted, else what carrying the plan out leaves.</summary>
    private ImmutableArray<StockLot> Lots(StockOfMorning stock)
    {
        HashSet<(string, string)> counted = [.. morning.Stock.Select(count => (count.Place, count.Item))];
        StockLot[] left =
        [
            .. stock.There.Where(lot => lot.Units > 0 && !counted.Contains((lot.Place, lot.Item)) && (lot.Expires is null || lot.Expires >= morning.Date))
                .Select(lot => new StockLot(lot.Place, lot.Item, lot.Units, lot.Expires)),
        ];
        foreach (IGrouping<string, StockLot> item in left.GroupBy(lot => lot.Item))
        {
            Fact("stockLots", item.Key, $"{item.Sum(lot => lot.Quantity)} units at {item.Select(lot => lot.Place).Distinct().Count()} places were not counted: they are what the published plan leaves.");
        }

        return [.. morning.Stock.Where(count => count.Quantity > 0).Select(count => new StockLot(count.Place, count.Item, count.Quantity, count.Expires)), .. left];
    }

    private ImmutableArray<Shipment> Coming(District told, StockOfMorning stock)
    {
        HashSet<string> taken = [.. told.Shipments.Select(shipment => shipment.Id)];
        string Free(string wanted)
        {
            string id = wanted;
            for (int number = 2; !taken.Add(id); number++)
            {
                id = $"{wanted}-{number}";
            }

            return id;
        }

        Shipment[] underWay =
        [
            .. stock.Coming.Where(lot => lot.Units > 0 && lot.Arrives >= morning.Date).Select((lot, number) => new Shipment(
                Free(string.Create(CultureInfo.InvariantCulture, $"under-way-{Words(morning.Date)}-{number + 1}")), lot.Item, lot.Place, lot.Units, lot.Arrives, lot.Expires)),
        ];
        foreach (Shipment shipment in underWay)
        {
            Fact("shipments", shipment.Id, $"{shipment.Quantity} units of {shipment.Item} were dispatched or bought before and come to {shipment.To} on {Words(shipment.Arrives)}.");
        }

        foreach (Shipment shipment in district.Shipments.Where(shipment => shipment.Arrives < morning.Date && !morning.Deliveries.Any(note => note.Shipment == shipment.Id)))
        {
            Fact("shipments", shipment.Id, "It was due and nobody reported it: it has arrived as the plan counted on it.");
        }

        return [.. told.Shipments.Where(shipment => shipment.Arrives >= morning.Date), .. underWay];
    }

    private DateOnly OrderDay(PurchaseOffer offer) => offer.OrderOn ?? district.Horizon.Start;

    private IEnumerable<(PlannedPurchase Purchase, PurchaseOffer Offer)> Bought() =>
        from purchase in done.Purchases
        join offer in district.Offers on purchase.Offer equals offer.Id
        where OrderDay(offer) < morning.Date
        select (purchase, offer);

    private double? Budget() => district.Policy.PurchaseBudget is { } budget
        ? Math.Max(0, budget - Bought().Sum(entry => entry.Purchase.Lots * entry.Offer.PricePerLot))
        : null;

    /// <summary>Offers whose day of order is over go; of others, the lots that were bought.</summary>
    private ImmutableArray<PurchaseOffer> Offers()
    {
        foreach ((PlannedPurchase purchase, _) in Bought())
        {
            Fact("offers", purchase.Offer, $"{purchase.Lots} lots were bought, paid from the budget.");
        }

        return
        [
            .. district.Offers.Where(offer => offer.OrderOn is null || offer.OrderOn >= morning.Date)
                .Select(offer => offer with { MostLots = offer.MostLots - Bought().Where(entry => entry.Offer.Id == offer.Id).Sum(entry => entry.Purchase.Lots) })
                .Where(offer => offer.Expires is not { } expires || expires >= (offer.OrderOn ?? morning.Date).AddDays(offer.LeadTimeDays)),
        ];
    }

    private ImmutableArray<Absence> Absences() =>
        [.. district.Absences.Concat(morning.Absences).Where(absence => absence.To >= morning.Date && absence.From <= horizon.End)];

    /// <summary>People with what they worked: published shifts that are over, unless something else was reported.</summary>
    private ImmutableArray<StaffMember> Staff(PlanDecisions carriedOut)
    {
        ILookup<string, WorkedShift> worked = carriedOut.Assignments.Select(work => (work.Staff, new WorkedShift(work.Day, work.Shift)))
            .Concat(morning.Worked.Where(turn => turn.Shift is not null).Select(turn => (turn.Staff, new WorkedShift(turn.Date, turn.Shift!))))
            .ToLookup(entry => entry.Staff, entry => entry.Item2);
        HashSet<(string, DateOnly)> reported = [.. morning.Worked.Select(turn => (turn.Staff, turn.Date))];
        Fact("staff", null, $"{carriedOut.Assignments.Length} published shifts of {carriedOut.Assignments.Select(work => work.Staff).Distinct().Count()} people are taken as worked.");
        return
        [
            .. district.Staff.Select(person => person with
            {
                History =
                [
                    .. person.History.Where(shift => !reported.Contains((person.Id, shift.Date))).Concat(worked[person.Id]).DistinctBy(shift => shift.Date)
                        .Where(shift => shift.Date.DayNumber >= morning.Date.DayNumber - FarthestHistory && shift.Date < morning.Date).OrderBy(shift => shift.Date),
                ],
            }),
        ];
    }

    /// <summary>Duties that still run, from the morning on.</summary>
    private ImmutableArray<Duty> Duties()
    {
        bool Runs(Duty duty) => Enumerable.Range(0, horizon.Days).Select(horizon.DateOf).Any(day =>
            (duty.From is null || day >= duty.From) && (duty.To is null || day <= duty.To) && (duty.Weekdays.IsEmpty || duty.Weekdays.Contains(day.DayOfWeek)));
        foreach (Duty duty in district.Duties.Where(duty => !Runs(duty)))
        {
            Fact("duties", duty.Id, "It runs on none of the days.");
        }

        return
        [
            .. district.Duties.Where(Runs).Select(duty => duty with
            {
                From = duty.From <= horizon.Start ? null : duty.From,
                To = duty.To >= horizon.End ? null : duty.To,
            }),
        ];
    }

    /// <summary>Sites that are open, or being set up, cost nothing more to open and are ready when they would have been.</summary>
    private ImmutableArray<CandidateSite> Sites() =>
        [.. district.CandidateSites.Select(site =>
        {
            SiteOpening? opening = done.Sites.FirstOrDefault(opening => opening.Site == site.Id && opening.OpenTo >= morning.Date);
            if (opening is null || opening.OpenFrom.AddDays(-site.SetUpDays) >= morning.Date)
            {
                return site.Status == SiteStatus.MustOpen ? site with { SetUpDays = Math.Max(0, site.SetUpDays - Moved) } : site;
            }

            int left = Math.Max(0, opening.OpenFrom.DayNumber - morning.Date.DayNumber);
            Fact("candidateSites", site.Id, left == 0 ? "It is open, at no further cost of opening." : $"It is being set up, which takes {left} more days, at no further cost of opening.");
            return site with { SetUpDays = left, OpeningCost = 0 };
        })];

    /// <summary>Who is in quarantine: as reported, or as the published plan placed the contacts of the days before.</summary>
    private ImmutableArray<QuarantinedGroup> InQuarantine(DemandForecast forecast)
    {
        if (morning.InQuarantine is { } reported)
        {
            return reported;
        }

        int length = district.Policy.Quarantine.LengthDays;
        var groups = new List<QuarantinedGroup>(district.InQuarantine.Where(group => group.Until >= morning.Date));
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            for (int day = Math.Max(0, Moved - length + 1); day < Moved; day++)
            {
                DateOnly from = district.Horizon.DateOf(day);
                DateOnly until = from.AddDays(length - 1);
                long left = forecast.Planned.Zones[zone].NewContacts[day];
                string id = district.Zones[zone].Id;
                foreach ((string site, long guests) in done.Sites.SelectMany(site => site.Admissions.Where(admission => admission.Zone == id && admission.Day == from)
                    .Select(admission => (site.Site, admission.Guests))))
                {
                    long came = Math.Min(left, guests);
                    left -= came;
                    Add(groups, id, until, came, site);
                }

                Add(groups, id, until, left, null);
            }
        }

        Fact("inQuarantine", null, $"{groups.Sum(group => group.People)} people are in quarantine, {groups.Where(group => group.Site is not null).Sum(group => group.People)} of them at sites.");
        return [.. groups];
    }

    private static void Add(List<QuarantinedGroup> groups, string zone, DateOnly until, long people, string? site)
    {
        if (people > 0)
        {
            groups.Add(new QuarantinedGroup(zone, until, people, site));
        }
    }
}
