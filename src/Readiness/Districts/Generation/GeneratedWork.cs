using System.Collections.Immutable;

namespace Readiness.Districts.Generation;

/// <summary>Items, kits, duties and burn rates, and what they are expected to need.</summary>
internal sealed class GeneratedWork
{
    public const string WardKit = "kit-ward";
    public const string LightKit = "kit-light";

    private static readonly ImmutableArray<string> KnownItems =
        ["respirator", "medicalMask", "gown", "gloves", "faceShield", "goggles", "apron", "handRub"];

    private readonly GeneratorOptions options;
    private readonly GeneratedPlaces places;
    private readonly GeneratedPeople people;
    private readonly GeneratedEpidemic epidemic;
    private readonly ExpectedHousing housing;
    private readonly int protectiveMinutes;

    public GeneratedWork(
        GeneratorOptions options, GeneratedPlaces places, GeneratedPeople people, GeneratedEpidemic epidemic, ExpectedHousing housing)
    {
        this.options = options;
        this.places = places;
        this.people = people;
        this.epidemic = epidemic;
        this.housing = housing;
        protectiveMinutes = ProtectiveMinutesPerHour(options);
        AddItemsAndKits();
        AddHospital();
        AddCentres();
        AddMonitoring();
        AddCheckpoints();
        AddRoutine();
        AddBurnRates();
    }

    public List<Item> Items { get; } = [];

    public List<Kit> Kits { get; } = [];

    public List<Duty> Duties { get; } = [];

    public List<BurnRate> BurnRates { get; } = [];

    /// <summary>Minutes of each hour that those who wear the ward's kit wear all of it.</summary>
    public static int ProtectiveMinutesPerHour(GeneratorOptions options) => options.WorkingRules == WorkingRules.All ? 30 : 0;

    public static string ItemId(int index) => index < KnownItems.Length ? KnownItems[index] : $"item-{index + 1}";

    /// <summary>Expected units by place, for one item on one day, with every post filled; what sites need is kept at the store.</summary>
    public Dictionary<string, double> ExpectedNeed(string item, int day)
    {
        var needs = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (Duty duty in Duties)
        {
            foreach (DutyLine line in duty.Lines)
            {
                long perHead = Kits.FirstOrDefault(kit => kit.Id == line.Kit)?.Items.FirstOrDefault(entry => entry.Item == item)?.Quantity ?? 0;
                Add(duty.Place, perHead * duty.Shifts.Length * ExpectedHeads(duty, line, day));
            }
        }

        foreach (BurnRate rate in BurnRates.Where(rate => rate.Item == item))
        {
            double driven = rate.Driver is { } driver ? rate.PerDriverUnit * epidemic.Expected(driver, day) * Share(rate.Zones) : 0;
            Add(rate.Place, Math.Ceiling(rate.PerDay + driven));
        }

        if (housing.Units(item, Kits, day) is > 0 and var units)
        {
            Add(GeneratedPlaces.Store, units);
        }

        return needs;

        void Add(string place, double units) => needs[place] = needs.GetValueOrDefault(place) + units;
    }

    private double ExpectedHeads(Duty duty, DutyLine line, int day)
    {
        DateOnly date = GeneratedEpidemic.Start.AddDays(day);
        if (date < duty.From || (duty.Weekdays.Length > 0 && !duty.Weekdays.Contains(date.DayOfWeek)))
        {
            return 0;
        }

        double share = Share(duty.Zones);
        if (duty.TeamWorkload is { } teams)
        {
            return line.Heads * Math.Ceiling(epidemic.Expected(teams.Driver, day) * share / teams.UnitsPerHead);
        }

        return line.Workload is { } work
            ? Math.Max(line.Heads, Math.Ceiling(epidemic.Expected(work.Driver, day) * share / work.UnitsPerHead))
            : line.Heads;
    }

    private double Share(ImmutableArray<string> zones) =>
        zones.IsEmpty
            ? 1
            : places.Zones.Where(zone => zones.Contains(zone.Id)).Sum(zone => (double)zone.Population)
                / places.Zones.Sum(zone => (double)zone.Population);

    private void AddItemsAndKits()
    {
        for (int index = 0; index < options.Items; index++)
        {
            string id = ItemId(index);
            Items.Add(new Item(id, new LocalizedName($"{id} (generated)"), "piece", people.IsSmall ? 1 : 1 + index % 3 * 4, 0.5 + index % 4));
        }

        // The ward wears everything, the others what is second in the list (or the only item).
        Kits.Add(new Kit(WardKit, new LocalizedName("Ward"), [.. Items.Take(6).Select((item, index) => new KitItem(item.Id, index % 3 == 1 ? 2 : 1))]));
        Kits.Add(new Kit(LightKit, new LocalizedName("Light"), [new KitItem(ItemId(options.Items > 1 ? 1 : 0), 1)]));
    }

    private void AddHospital()
    {
        string hospital = places.Centres.First().Id;
        AddDuty("ward", "Isolation ward", DutyKind.IsolationWard, hospital, [GeneratedPeople.Day, GeneratedPeople.Night],
            new DutyLine("nurse", GeneratedPeople.WardNurse, 1, 1, WardKit, null, new Workload(WorkloadDriver.IsolationPatients, 7), protectiveMinutes));
        if (!people.IsSmall)
        {
            AddDuty("fever-clinic", "Fever clinic", DutyKind.FeverClinic, hospital, [GeneratedPeople.Day, GeneratedPeople.Late],
                new DutyLine("doctor", GeneratedPeople.Doctor, 1, 1, WardKit, GeneratedPlaces.Health, new Workload(WorkloadDriver.FeverVisits, 400), protectiveMinutes));
        }

        Duty disinfection = AddDuty("disinfection", "Disinfection", DutyKind.Disinfection, hospital, [GeneratedPeople.Day],
            new DutyLine("crew", GeneratedPeople.Worker, 1, 3, LightKit));
        // 24 January 2020, the first day, is a Friday.
        Duties[^1] = disinfection with { Weekdays = [DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Saturday] };
    }

    private void AddCentres()
    {
        foreach (Facility centre in places.Centres.Skip(people.IsSmall ? int.MaxValue : 1))
        {
            AddDuty($"triage-{centre.Id}", "Triage desk", DutyKind.Other, centre.Id, [GeneratedPeople.Day],
                new DutyLine("nurse", GeneratedPeople.Nurse, 1, 2, LightKit));
        }
    }

    private void AddMonitoring()
    {
        foreach (Zone zone in places.Zones)
        {
            Duties.Add(new Duty
            {
                Id = $"monitoring-{zone.Id}",
                Name = new LocalizedName($"Household monitoring, {zone.Name.En}"),
                Kind = DutyKind.HomeMonitoring,
                Place = places.Centres.First(centre => centre.Zone == zone.Id).Id,
                Shifts = [GeneratedPeople.Day],
                Together = true,
                Zones = [zone.Id],
                TeamWorkload = new Workload(WorkloadDriver.HomeMonitored, 25),
                Lines =
                [
                    new DutyLine("health", GeneratedPeople.Nurse, 1, 2, WardKit, GeneratedPlaces.Health, ProtectiveMinutesPerHour: protectiveMinutes),
                    new DutyLine("community", GeneratedPeople.Worker, 1, 2, LightKit, GeneratedPlaces.Community),
                ],
            });
        }
    }

    private void AddCheckpoints()
    {
        foreach (Facility checkpoint in places.Checkpoints)
        {
            Duty duty = AddDuty($"post-{checkpoint.Id}", "Checkpoint", DutyKind.Checkpoint, checkpoint.Id,
                [GeneratedPeople.Day, GeneratedPeople.Night], new DutyLine("worker", GeneratedPeople.Worker, 1, 2, LightKit));
            Duties[^1] = duty with { From = GeneratedEpidemic.Start.AddDays(1) };
        }
    }

    /// <summary>Ordinary care takes the hours that the other work leaves, so that the staff's normal hours cover the asked share.</summary>
    private void AddRoutine()
    {
        List<Facility> centres = [.. places.Centres];
        double asked = people.NormalHoursPerDay() / options.StaffScarcity;
        double heads = Math.Max(centres.Count, (asked - ExpectedHoursPerDay()) * 60 / GeneratedPeople.Minutes(GeneratedPeople.Day));
        var homes = people.Staff.CountBy(person => person.Home).ToDictionary();
        double healthStaff = centres.Sum(centre => homes.GetValueOrDefault(centre.Id));
        foreach (Facility centre in centres)
        {
            int here = Math.Max(1, (int)Math.Round(heads * homes.GetValueOrDefault(centre.Id) / healthStaff));
            var nurses = new DutyLine("nurse", GeneratedPeople.Nurse, here - here / 3, 4, LightKit);
            var doctors = new DutyLine("doctor", GeneratedPeople.Doctor, here / 3, 4, LightKit);
            AddDuty($"routine-{centre.Id}", "Ordinary care", DutyKind.RoutineCare, centre.Id, [GeneratedPeople.Day],
                doctors.Heads > 0 ? [nurses, doctors] : [nurses]);
        }
    }

    private double ExpectedHoursPerDay()
    {
        double minutes = 0;
        foreach (Duty duty in Duties)
        {
            int perHead = duty.Shifts.Sum(GeneratedPeople.Minutes);
            for (int day = 0; day < options.Days; day++)
            {
                minutes += perHead * duty.Lines.Sum(line => ExpectedHeads(duty, line, day));
            }
        }

        minutes += Enumerable.Range(0, options.Days).Sum(housing.Minutes);
        return minutes / 60 / options.Days;
    }

    private void AddBurnRates()
    {
        string last = Items[^1].Id;
        string hospital = places.Centres.First().Id;
        double daily = people.IsSmall ? 1 : 5;
        foreach (Facility centre in places.Centres)
        {
            BurnRates.Add(new BurnRate($"burn-{centre.Id}", centre.Id, last, 3, daily));
        }

        BurnRates.Add(new BurnRate(
            "burn-patients", hospital, ItemId(options.Items > 1 ? 1 : 0), 1, 0, WorkloadDriver.IsolationPatients, 2, [.. places.Zones.Select(zone => zone.Id)]));
    }

    private Duty AddDuty(string id, string name, DutyKind kind, string place, ImmutableArray<string> shifts, params ReadOnlySpan<DutyLine> lines)
    {
        var duty = new Duty
        {
            Id = id,
            Name = new LocalizedName(name),
            Kind = kind,
            Place = place,
            Shifts = shifts,
            Lines = [.. lines],
        };
        Duties.Add(duty);
        return duty;
    }
}
