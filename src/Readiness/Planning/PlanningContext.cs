using System.Collections.Frozen;
using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>What every part of one joint plan reads: the district, its index, its demand and its tasks.</summary>
internal sealed class PlanningContext
{
    private readonly bool[,] absences;
    private readonly FrozenDictionary<(string Kit, string Item), long> kitQuantities;

    public PlanningContext(District district, DemandForecast forecast, PublishedPlan? published = null)
    {
        District = district;
        Forecast = forecast;
        Trajectory = forecast.Planned;
        Index = new DistrictIndex(district);
        Workload = new WorkloadModel(district, Trajectory);
        Days = district.Horizon.Days;
        Shipments = BuildShipments();
        Deliveries = [.. Shipments.SelectMany(shipment => shipment.CountedOn(district.Policy.ShipmentConfidence)).Where(lot => lot.AvailableDay < Days)];
        Tasks = BuildTasks();
        Teams = [.. Enumerable.Range(0, Tasks.Length)
            .Where(task => Tasks[task].InTeam)
            .GroupBy(task => Tasks[task].DutyIndex)
            .Select(group => group.ToImmutableArray())];
        Reach = BuildReach();
        Residents = BuildResidents();
        absences = BuildAbsences();
        Pins = published is null ? null : PinnedDecisions.Of(district, forecast, published);
        Published = published;
        Kept = new KeptDecisions(this, Pins);
        Bound = [.. BoundDays.Of(district, Pins)];
        kitQuantities = district.Kits
            .SelectMany(kit => kit.Items.Select(item => (Key: (kit.Id, item.Item), item.Quantity)))
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Quantity);
    }

    /// <summary>The context of a district that is checked first, and forecast if it was not.</summary>
    /// <exception cref="DistrictFormatException">The district breaks a rule of the document.</exception>
    public static PlanningContext Of(District district, DemandForecast? forecast = null, PublishedPlan? published = null)
    {
        ImmutableArray<DistrictError> errors = DistrictValidator.Validate(district);
        return errors.IsEmpty
            ? new PlanningContext(district, forecast ?? DemandForecaster.Forecast(district), published)
            : throw new DistrictFormatException(errors);
    }

    /// <summary>The published plan on top of which is planned, if any.</summary>
    public PublishedPlan? Published { get; }

    /// <summary>What of it must stay.</summary>
    public PinnedDecisions? Pins { get; }

    /// <summary>The same in indices.</summary>
    public KeptDecisions Kept { get; }

    /// <summary>People at sites since before the horizon, by site and day.</summary>
    public long[,] Residents { get; }

    /// <summary>Days on which sites cannot be closed, by site.</summary>
    public ImmutableArray<BoundDays?> Bound { get; }

    public District District { get; }

    public DemandForecast Forecast { get; }

    public DemandTrajectory Trajectory { get; }

    public DistrictIndex Index { get; }

    public WorkloadModel Workload { get; }

    public int Days { get; }

    /// <summary>The shipments that are announced for the horizon.</summary>
    public ImmutableArray<SupplyShipment> Shipments { get; }

    /// <summary>What is counted on of them within the horizon.</summary>
    public ImmutableArray<SupplyLot> Deliveries { get; }

    /// <summary>All lines of duties, then all lines of candidate sites.</summary>
    public ImmutableArray<PlanningTask> Tasks { get; }

    /// <summary>The task indices of each joint duty.</summary>
    public ImmutableArray<ImmutableArray<int>> Teams { get; }

    /// <summary>By person: the tasks that the person may do, ascending.</summary>
    public ImmutableArray<ImmutableArray<int>> Reach { get; }

    /// <summary>Whether the person is absent on the day.</summary>
    public bool IsAbsent(int person, int day) => absences[person, day];

    /// <summary>Units of the item in the kit; 0 without a kit.</summary>
    public long KitQuantity(string? kit, string item) =>
        kit is not null && kitQuantities.TryGetValue((kit, item), out long quantity) ? quantity : 0;

    /// <summary>Home monitoring that is left under the site decisions.</summary>
    public HomeMonitoring AtHome(SiteDecisions sites) =>
        HomeMonitoring.From(Trajectory, District.Policy.Quarantine.LengthDays, sites.Housed());

    /// <summary>Home monitoring if every contact is housed.</summary>
    public HomeMonitoring NobodyAtHome => HomeMonitoring.None(District.Zones.Length, Days);

    /// <summary>Whether the contract allows at least one of the task's shifts.</summary>
    public bool AllowsAnyShift(Contract contract, PlanningTask task) =>
        contract.ShiftTypes.IsEmpty || task.Shifts.Any(shift => contract.ShiftTypes.Contains(District.ShiftTypes[shift].Id));

    /// <summary>Last day on which something with an expiry date may be used.</summary>
    public int LastUsableDay(DateOnly? expires) => expires is { } date ? District.Horizon.DayOf(date) : int.MaxValue;

    private ImmutableArray<SupplyShipment> BuildShipments() =>
        [.. District.Shipments.Where(shipment => District.Horizon.Contains(shipment.Arrives)).Select(shipment => new SupplyShipment(
            Index.Places[shipment.To], Index.Items[shipment.Item], shipment.Quantity, District.Horizon.DayOf(shipment.Arrives),
            [.. shipment.Arrival.Select(outcome => new ShipmentArrival(outcome.DelayDays, outcome.Probability, outcome.Share))], LastUsableDay(shipment.Expires)))];

    private long[,] BuildResidents()
    {
        var residents = new long[District.CandidateSites.Length, Days];
        foreach (QuarantinedGroup group in District.InQuarantine.Where(group => group.Site is not null))
        {
            for (int day = 0; day <= Math.Min(Days - 1, District.Horizon.DayOf(group.Until)); day++)
            {
                residents[Index.Sites[group.Site!], day] += group.People;
            }
        }

        return residents;
    }

    private bool[,] BuildAbsences()
    {
        var absent = new bool[District.Staff.Length, Days];
        foreach (Absence absence in District.Absences)
        {
            int person = Index.Staff[absence.Staff];
            int to = Math.Min(Days - 1, District.Horizon.DayOf(absence.To));
            for (int day = Math.Max(0, District.Horizon.DayOf(absence.From)); day <= to; day++)
            {
                absent[person, day] = true;
            }
        }

        return absent;
    }

    private ImmutableArray<PlanningTask> BuildTasks()
    {
        var tasks = ImmutableArray.CreateBuilder<PlanningTask>();
        for (int d = 0; d < District.Duties.Length; d++)
        {
            Duty duty = District.Duties[d];
            for (int l = 0; l < duty.Lines.Length; l++)
            {
                DutyLine line = duty.Lines[l];
                tasks.Add(new PlanningTask
                {
                    Duty = duty.Id,
                    Line = line.Id,
                    DutyIndex = d,
                    SiteIndex = -1,
                    LineIndex = l,
                    Place = Index.Places[duty.Place],
                    Skill = line.Skill,
                    Organisation = line.Organisation,
                    PriorityClass = line.PriorityClass,
                    Kit = line.Kit,
                    ProtectiveMinutesPerHour = line.ProtectiveMinutesPerHour,
                    Shifts = [.. duty.Shifts.Select(shift => Index.ShiftTypes[shift])],
                    HeadsPerTeam = duty.Together ? line.Heads : 0,
                });
            }
        }

        for (int s = 0; s < District.CandidateSites.Length; s++)
        {
            CandidateSite site = District.CandidateSites[s];
            for (int l = 0; l < site.Lines.Length; l++)
            {
                SiteLine line = site.Lines[l];
                tasks.Add(new PlanningTask
                {
                    Duty = site.Id,
                    Line = line.Id,
                    DutyIndex = -1,
                    SiteIndex = s,
                    LineIndex = l,
                    Place = Index.Places[site.Id],
                    Skill = line.Skill,
                    Organisation = line.Organisation,
                    PriorityClass = line.PriorityClass,
                    Kit = line.Kit,
                    ProtectiveMinutesPerHour = line.ProtectiveMinutesPerHour,
                    Shifts = [.. site.Shifts.Select(shift => Index.ShiftTypes[shift])],
                    HeadsPerTeam = 0,
                });
            }
        }

        return tasks.ToImmutable();
    }

    private ImmutableArray<ImmutableArray<int>> BuildReach()
    {
        var tasksBySkill = Enumerable.Range(0, Tasks.Length).ToLookup(task => Tasks[task].Skill);
        var reach = ImmutableArray.CreateBuilder<ImmutableArray<int>>(District.Staff.Length);
        foreach (StaffMember person in District.Staff)
        {
            int home = Index.Places[person.Home];
            string organisation = District.Facilities[home].Organisation;
            Contract contract = District.Contracts[Index.Contracts[person.Contract]];
            reach.Add([.. person.Skills
                .SelectMany(skill => tasksBySkill[skill])
                .Distinct()
                .Where(task => AllowsAnyShift(contract, Tasks[task]))
                .Where(task => Tasks[task].Organisation is null || Tasks[task].Organisation == organisation)
                .Where(task => Tasks[task].Place == home
                    || (person.Lendable && Index.DistanceKm(home, Tasks[task].Place) <= District.Policy.TravelLimitKm))
                .Order()]);
        }

        return reach.MoveToImmutable();
    }
}
