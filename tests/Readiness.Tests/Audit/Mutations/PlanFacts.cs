using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>A good plan of a district, and what follows from the facts and the raw decisions: found without any code of the audit.</summary>
internal sealed class PlanFacts
{
    private const int PlacesPerWay = 8;

    private readonly int seed;
    private readonly WorkloadModel model;
    private readonly HomeMonitoring home;
    private readonly Dictionary<WorkSlot, int> heads = [];
    private readonly Dictionary<(string Work, string Line), WorkLine> lines;

    public PlanFacts(int seed, DraftPlan plan)
    {
        this.seed = seed;
        Plan = plan;
        Index = new DistrictIndex(District);
        lines = District.Duties.SelectMany(OfDuty).Concat(District.CandidateSites.SelectMany(OfSite)).ToDictionary(line => (line.Work, line.Line));
        model = new WorkloadModel(District, plan.Forecast.Planned);
        var admitted = new long[District.Zones.Length, Days];
        foreach (Admission admission in Decisions.Sites.SelectMany(opening => opening.Admissions))
        {
            admitted[Index.Zones[admission.Zone], DayOf(admission.Day)] += admission.Guests;
        }

        home = HomeMonitoring.From(plan.Forecast.Planned, District.Policy.Quarantine.LengthDays, admitted);
        foreach (Assignment turn in Decisions.Assignments)
        {
            heads[SlotOf(turn)] = Heads(SlotOf(turn)) + 1;
        }
    }

    public DraftPlan Plan { get; }

    public DistrictIndex Index { get; }

    public District District => Plan.District;

    public PlanDecisions Decisions => Plan.Decisions;

    public int Days => District.Horizon.Days;

    public IEnumerable<WorkLine> Lines => lines.Values;

    public IEnumerable<WorkSlot> Slots =>
        from line in Lines from shift in line.Shifts from day in Enumerable.Range(0, Days) select new WorkSlot(line, shift, day);

    public IEnumerable<SiteAdmission> Admissions =>
        from opening in Decisions.Sites from admission in opening.Admissions select new SiteAdmission(opening.Site, admission);

    public static string Subject(Assignment turn) => $"{turn.Staff}/{turn.Duty}/{turn.Line}/{turn.Shift}";

    public static string Subject(PlannedShipment shipment) => $"{shipment.Item}/{shipment.From}/{shipment.To}";

    public static string Subject(StockIssue issue) => $"{issue.Need}/{issue.Item}";

    public static string Subject(UnmetNeed unmet) => unmet.Kind switch
    {
        UnmetKind.Cover => $"{unmet.Subject}/{unmet.Line}/{unmet.Shift}",
        UnmetKind.Items => $"{unmet.Subject}/{unmet.Item}",
        _ => unmet.Subject,
    };

    /// <summary>What an unmet need is booked for, whatever the cause.</summary>
    public static (UnmetKind Kind, string Subject, DateOnly Day) Slot(UnmetNeed unmet) => (unmet.Kind, Subject(unmet), unmet.Day);

    /// <summary>A degree to the north: more than a hundred kilometres.</summary>
    public static GeoPoint FarFrom(GeoPoint point) => point with { Latitude = point.Latitude + 1 };

    public DraftPlan Replacing(SiteAdmission old, Admission admission) =>
        Plan.WithOpening(opening => opening with { Admissions = opening.Admissions.Replace(old.Admission, admission) }, old.Site);

    public DraftPlan Replacing(Assignment old, Assignment turn) => Plan.Without(old).Plus(turn);

    public DraftPlan Replacing(PlannedShipment old, PlannedShipment shipment) => Plan.Without(old).Plus(shipment);

    public DraftPlan Replacing(StockIssue old, StockIssue issue) => Plan.Without(old).Plus(issue);

    public DraftPlan Replacing(UnmetNeed old, UnmetNeed unmet) => Plan.Without(old).Plus(unmet);

    /// <summary>A few of the places, always the same ones.</summary>
    public IEnumerable<T> Sample<T>(IEnumerable<T> places)
    {
        T[] all = [.. places];
        new Random(seed).Shuffle(all);
        return all.Take(PlacesPerWay);
    }

    public int DayOf(DateOnly date) => District.Horizon.DayOf(date);

    public DateOnly Date(int day) => District.Horizon.DateOf(day);

    public WorkLine LineOf(Assignment turn) => lines[(turn.Duty, turn.Line)];

    public WorkLine LineOf(UnmetNeed unmet) => lines[(unmet.Subject, unmet.Line!)];

    public WorkSlot SlotOf(Assignment turn) => new(LineOf(turn), turn.Shift, DayOf(turn.Day));

    public StaffMember Person(string id) => District.Staff[Index.Staff[id]];

    public Contract ContractOf(string person) => District.Contracts[Index.Contracts[Person(person).Contract]];

    public ShiftType Shift(string id) => District.ShiftTypes[Index.ShiftTypes[id]];

    public CandidateSite Site(string id) => District.CandidateSites[Index.Sites[id]];

    public Item Item(string id) => District.Items[Index.Items[id]];

    /// <summary>Days before the horizon on which a person worked, and the minutes; the days are negative.</summary>
    public IEnumerable<(int Day, int Minutes)> Past(string person) =>
        Person(person).History.Select(shift => (DayOf(shift.Date), Shift(shift.Shift).LengthMinutes));

    /// <summary>The facts, with other shifts that a person has worked before the horizon, all of one type on each of some days.</summary>
    public DraftPlan WithPast(string person, string shift, IEnumerable<int> days) => Plan.WithPerson(
        person, member => member with { History = [.. days.Select(day => new WorkedShift(Date(day), shift))] });

    public bool IsAway(Assignment turn) => Person(turn.Staff).Home != LineOf(turn).Place;

    public bool IsAbsent(string person, int day) =>
        District.Absences.Any(absence => absence.Staff == person && absence.From <= Date(day) && absence.To >= Date(day));

    public Assignment Turn(string person, WorkSlot slot) => new(person, slot.Of.Work, slot.Of.Line, Date(slot.Day), slot.Shift);

    public ILookup<string, Assignment> TurnsByPerson() =>
        Decisions.Assignments.OrderBy(turn => turn.Day).ToLookup(turn => turn.Staff);

    /// <summary>Heads assigned.</summary>
    public int Heads(WorkSlot slot) => heads.GetValueOrDefault(slot);

    /// <summary>Heads asked for.</summary>
    public int Required(WorkSlot slot)
    {
        if (Index.Duties.TryGetValue(slot.Of.Work, out int duty))
        {
            return model.HeadsRequired(District.Duties[duty], District.Duties[duty].Lines.Single(line => line.Id == slot.Of.Line), slot.Day, home);
        }

        return IsOpen(slot.Of.Work, slot.Day)
            ? WorkloadModel.SiteHeads(Site(slot.Of.Work).Lines.Single(line => line.Id == slot.Of.Line), Census(slot.Of.Work, slot.Day))
            : 0;
    }

    public bool Runs(string work, int day) =>
        Index.Duties.TryGetValue(work, out int duty) ? model.Runs(District.Duties[duty], day) : IsOpen(work, day);

    public SiteOpening? OpeningOf(string site) => Decisions.Sites.SingleOrDefault(opening => opening.Site == site);

    public bool IsOpen(string site, int day) =>
        OpeningOf(site) is { } opening && opening.OpenFrom <= Date(day) && Date(day) <= opening.OpenTo;

    /// <summary>The last day of a stay within the horizon.</summary>
    public int LastOfStay(int day) => Math.Min(Days, day + District.Policy.Quarantine.LengthDays) - 1;

    public long Census(string site, int day) => OpeningOf(site)?.Admissions
        .Where(admission => DayOf(admission.Day) <= day && day <= LastOfStay(DayOf(admission.Day))).Sum(admission => admission.Guests) ?? 0;

    public long Contacts(string zone, int day) => Plan.Forecast.Planned.Zones[Index.Zones[zone]].NewContacts[day];

    public long Admitted(string zone, int day) => Decisions.Sites.SelectMany(opening => opening.Admissions)
        .Where(admission => admission.Zone == zone && DayOf(admission.Day) == day).Sum(admission => admission.Guests);

    /// <summary>Units that a burn rate, or the guests of a site, need of an item.</summary>
    public long Units(string need, string item, int day) =>
        Index.BurnRates.TryGetValue(need, out int rate)
            ? model.UnitsNeeded(District.BurnRates[rate], day, home)
            : WorkloadModel.GuestUnits(Site(need).GuestNeeds.Single(guest => guest.Item == item), Census(need, day));

    /// <summary>Ids and items of all needs that are not bound to a shift.</summary>
    public IEnumerable<(string Need, string Item)> Needs =>
        District.BurnRates.Select(rate => (rate.Id, rate.Item))
            .Concat(District.CandidateSites.SelectMany(site => site.GuestNeeds.Select(guest => (site.Id, guest.Item))));

    public ImmutableArray<KitItem> KitOf(WorkLine line) => line.Kit is null ? [] : District.Kits[Index.Kits[line.Kit]].Items;

    private static IEnumerable<WorkLine> OfDuty(Duty duty) => duty.Lines.Select(line => new WorkLine(
        duty.Id, line.Id, duty.Place, duty.Together, duty.Together ? line.Heads : 0, line.Skill, line.PriorityClass, line.Kit, line.Organisation, duty.Shifts));

    private static IEnumerable<WorkLine> OfSite(CandidateSite site) => site.Lines.Select(line => new WorkLine(
        site.Id, line.Id, site.Id, false, 0, line.Skill, line.PriorityClass, line.Kit, line.Organisation, site.Shifts));
}
