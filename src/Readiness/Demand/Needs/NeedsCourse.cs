using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Demand.Needs;

/// <summary>Works the needs of single courses out and writes them into tables; what does not depend on the course is prepared once.</summary>
internal sealed class NeedsCourse
{
    /// <summary>The drivers, in the order of their rows.</summary>
    public static readonly WorkloadDriver[] AllDrivers = Enum.GetValues<WorkloadDriver>();

    private readonly District district;
    private readonly NeedsOptions options;
    private readonly int days;
    private readonly ImmutableArray<string>[] areas;
    private readonly (Duty Duty, DutyLine Line, long ShiftMinutes, int Skill, (int Item, long Quantity)[] Kit)[] lines;
    private readonly int[] rateItems;

    public NeedsCourse(District district, NeedsOptions options, int courses)
    {
        this.district = district;
        this.options = options;
        days = district.Horizon.Days;
        areas = [[], .. options.ByZone ? district.Zones.Select(zone => ImmutableArray.Create(zone.Id)) : []];
        Dictionary<string, int> items = district.Items.Select((item, index) => (item.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        Dictionary<string, int> skills = district.Skills.Select((skill, index) => (skill.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        Dictionary<string, int> lengths = district.ShiftTypes.ToDictionary(shift => shift.Id, shift => shift.LengthMinutes);
        Dictionary<string, Kit> kits = district.Kits.ToDictionary(kit => kit.Id);
        lines =
        [
            .. from duty in district.Duties
               from line in duty.Lines
               select (duty, line, duty.Shifts.Sum(shift => (long)lengths[shift]), skills[line.Skill],
                   line.Kit is null ? [] : kits[line.Kit].Items.Select(part => (items[part.Item], part.Quantity)).ToArray()),
        ];
        rateItems = [.. district.BurnRates.Select(rate => items[rate.Item])];
        TestsPerDay = district.Facilities.Sum(facility => (double)facility.TestsPerDay);

        Drivers = new SampleTable(areas.Length * AllDrivers.Length * days, courses);
        Heads = new SampleTable(lines.Length * days, courses);
        Minutes = new SampleTable(district.Skills.Length, courses);

        // The row after the days of an item is that of their sum.
        Items = new SampleTable(district.Items.Length * (days + 1), courses);
        Laboratory = new SampleTable(days + 2, courses);
    }

    /// <summary>Samples that all facilities together can test on a day.</summary>
    public double TestsPerDay { get; }

    /// <summary>By area (the district, then the zones), driver and day.</summary>
    public SampleTable Drivers { get; }

    /// <summary>Heads per shift by line and day.</summary>
    public SampleTable Heads { get; }

    /// <summary>Minutes of work by skill.</summary>
    public SampleTable Minutes { get; }

    /// <summary>Units by item and day, then of all days.</summary>
    public SampleTable Items { get; }

    /// <summary>Backlog by day, then days over the throughput, then the longest wait.</summary>
    public SampleTable Laboratory { get; }

    /// <summary>Works one course out.</summary>
    public void Add(DemandTrajectory trajectory, int course)
    {
        var model = new WorkloadModel(district, trajectory);
        HomeMonitoring home = HomeMonitoring.From(trajectory, district.Policy.Quarantine.LengthDays);
        AddDrivers(model, home, course);
        var units = new long[district.Items.Length * days];
        AddHeads(model, home, units, course);
        AddItems(model, home, units, course);
        AddLaboratory(model, home, course);
    }

    private void AddDrivers(WorkloadModel model, HomeMonitoring home, int course)
    {
        int row = 0;
        foreach (ImmutableArray<string> area in areas)
        {
            foreach (WorkloadDriver driver in AllDrivers)
            {
                for (int day = 0; day < days; day++)
                {
                    Drivers[row++, course] = model.DriverValue(driver, area, day, home);
                }
            }
        }
    }

    private void AddHeads(WorkloadModel model, HomeMonitoring home, long[] units, int course)
    {
        for (int index = 0; index < lines.Length; index++)
        {
            (Duty duty, DutyLine line, long shiftMinutes, int skill, (int Item, long Quantity)[] kit) = lines[index];
            long sum = 0;
            for (int day = 0; day < days; day++)
            {
                int heads = model.HeadsRequired(duty, line, day, home);
                Heads[index * days + day, course] = heads;
                sum += heads;
                foreach ((int item, long quantity) in kit)
                {
                    units[item * days + day] += (long)heads * duty.Shifts.Length * quantity;
                }
            }

            Minutes[skill, course] += sum * (double)shiftMinutes;
        }
    }

    private void AddItems(WorkloadModel model, HomeMonitoring home, long[] units, int course)
    {
        for (int index = 0; index < rateItems.Length; index++)
        {
            for (int day = 0; day < days; day++)
            {
                units[rateItems[index] * days + day] += model.UnitsNeeded(district.BurnRates[index], day, home);
            }
        }

        for (int item = 0; item < district.Items.Length; item++)
        {
            long total = 0;
            for (int day = 0; day < days; day++)
            {
                long today = units[item * days + day];
                Items[item * (days + 1) + day, course] = today;
                total += today;
            }

            Items[item * (days + 1) + days, course] = total;
        }
    }

    private void AddLaboratory(WorkloadModel model, HomeMonitoring home, int course)
    {
        var samples = new double[days];
        for (int day = 0; day < days; day++)
        {
            samples[day] = model.DriverValue(WorkloadDriver.Samples, [], day, home);
        }

        LaboratoryLoad load = LaboratoryLoad.Of(samples, TestsPerDay, options.SamplesWaiting);
        double longest = 0;
        for (int day = 0; day < days; day++)
        {
            Laboratory[day, course] = load.Backlog[day];
            longest = Math.Max(longest, load.WaitDays[day] ?? 0);
        }

        Laboratory[days, course] = load.DaysOver;
        Laboratory[days + 1, course] = longest;
    }
}
