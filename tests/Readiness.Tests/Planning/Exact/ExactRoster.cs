using Google.OrTools.Sat;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Who works where, under every rule of the contracts, and what is missing.</summary>
internal sealed class ExactRoster
{
    private const int Week = 7;
    private const int MinutesPerDay = 1440;
    private const double Tolerance = 1e-9;

    private readonly CpModel model;
    private readonly DistrictIndex index;
    private readonly District district;
    private readonly int days;
    private readonly HashSet<(string Staff, int Day)> absent = [];
    private readonly Dictionary<string, List<Turn>> turnsOf = [];

    public ExactRoster(CpModel model, DistrictIndex index, WorkloadModel workload, ExactSites sites)
    {
        this.model = model;
        this.index = index;
        district = index.District;
        days = district.Horizon.Days;
        foreach (Absence absence in district.Absences)
        {
            for (DateOnly date = absence.From; date <= absence.To; date = date.AddDays(1))
            {
                absent.Add((absence.Staff, district.Horizon.DayOf(date)));
            }
        }

        foreach (Duty duty in district.Duties)
        {
            WriteDuty(duty, workload, sites);
        }

        for (int site = 0; site < district.CandidateSites.Length; site++)
        {
            WriteSite(site, sites);
        }

        foreach (StaffMember person in district.Staff)
        {
            WritePerson(person);
        }

        foreach (Facility unit in district.Facilities)
        {
            WriteLending(unit);
        }
    }

    /// <summary>Everything that somebody might work.</summary>
    public Dictionary<Assignment, BoolVar> Turns { get; } = [];

    /// <summary>Heads asked for and heads filled by duty or site, line, day and shift.</summary>
    public List<(string Duty, string Line, int Class, int Day, string Shift, IntVar Required, Terms Filled)> Slots { get; } = [];

    /// <summary>Kits used up by place, kit and day.</summary>
    public Dictionary<(string Place, string Kit, int Day), Terms> Kits { get; } = [];

    /// <summary>Minutes beyond the normal weeks.</summary>
    public Terms OvertimeMinutes { get; } = new();

    private void WriteDuty(Duty duty, WorkloadModel workload, ExactSites sites)
    {
        for (int day = 0; day < days; day++)
        {
            if (!workload.Runs(duty, day))
            {
                continue;
            }

            IntVar? teams = duty.Together ? Teams(duty, day, workload, sites) : null;
            foreach (string shift in duty.Shifts)
            {
                IntVar? complete = teams is null ? null : model.NewIntVar(0, district.Staff.Length, "");
                if (complete is not null)
                {
                    model.Add(complete <= teams!);
                }

                foreach (DutyLine line in duty.Lines)
                {
                    IntVar required = model.NewIntVar(0, 100_000_000, "");
                    Terms filled = Slot(duty.Id, duty.Place, line.Id, line.Skill, line.Organisation, line.PriorityClass, line.Kit, line.ProtectiveMinutesPerHour, day, shift, required);
                    if (complete is not null)
                    {
                        model.Add(required == teams! * line.Heads);
                        model.Add(filled.Sum() == complete * line.Heads);
                    }
                    else
                    {
                        model.Add(required == Heads(duty, line, day, workload, sites));
                    }
                }
            }
        }
    }

    private IntVar Teams(Duty duty, int day, WorkloadModel workload, ExactSites sites) =>
        duty.TeamWorkload is { Driver: WorkloadDriver.HomeMonitored } work
            ? sites.FunctionOfHome(duty.Zones, day, people => Rounding.Up(people / work.UnitsPerHead))
            : model.NewConstant(workload.TeamsRequired(duty, day, Nobody));

    private IntVar Heads(Duty duty, DutyLine line, int day, WorkloadModel workload, ExactSites sites) =>
        line.Workload is { Driver: WorkloadDriver.HomeMonitored } work
            ? sites.FunctionOfHome(duty.Zones, day, people => Math.Max(line.Heads, Rounding.Up(people / work.UnitsPerHead)))
            : model.NewConstant(workload.HeadsRequired(duty, line, day, Nobody));

    private HomeMonitoring Nobody => HomeMonitoring.None(district.Zones.Length, days);

    private void WriteSite(int position, ExactSites sites)
    {
        CandidateSite site = district.CandidateSites[position];
        for (int day = 0; day < days && site.Status != SiteStatus.Closed; day++)
        {
            var all = new Terms();
            foreach (SiteLine line in site.Lines)
            {
                IntVar required = sites.Function(position, day, guests => HeadsFor(line, guests));
                foreach (string shift in site.Shifts)
                {
                    all.Add(Slot(site.Id, site.Id, line.Id, line.Skill, line.Organisation, line.PriorityClass, line.Kit, line.ProtectiveMinutesPerHour, day, shift, required));
                }
            }

            if (site.Status != SiteStatus.MustOpen)
            {
                double share = district.Policy.Quarantine.MinimumSiteCover;
                IntVar least = sites.Function(position, day, guests =>
                    (long)Math.Ceiling(share * site.Shifts.Length * site.Lines.Sum(line => HeadsFor(line, guests)) - Tolerance));
                model.Add(all.Sum() >= least);
            }
        }
    }

    private static long HeadsFor(SiteLine line, int guests) =>
        Math.Max(line.FixedHeads, line.GuestsPerHead is { } ratio ? Rounding.Up(guests / ratio) : 0);

    private Terms Slot(
        string duty, string place, string line, string skill, string? organisation, int priorityClass, string? kit, int perHour, int day, string shift,
        IntVar required)
    {
        var filled = new Terms();
        ShiftType type = district.ShiftTypes[index.ShiftTypes[shift]];
        int protective = type.LengthMinutes * perHour / 60;
        foreach (StaffMember person in district.Staff.Where(person =>
            MayWork(person, place, skill, organisation, day, shift) && !(protective > ContractOf(person).MaxProtectiveMinutesPerShift)))
        {
            BoolVar works = model.NewBoolVar("");
            Turns.Add(new Assignment(person.Id, duty, line, district.Horizon.DateOf(day), shift), works);
            if (!turnsOf.TryGetValue(person.Id, out List<Turn>? turns))
            {
                turnsOf.Add(person.Id, turns = []);
            }

            turns.Add(new Turn(day, type, person.Home != place, protective, works));
            filled.Add(works);
        }

        model.Add(filled.Sum() <= required);
        Slots.Add((duty, line, priorityClass, day, shift, required, filled));
        if (kit is not null && !Kits.TryAdd((place, kit, day), new Terms().Add(filled)))
        {
            Kits[(place, kit, day)].Add(filled);
        }

        return filled;
    }

    private Contract ContractOf(StaffMember person) => district.Contracts[index.Contracts[person.Contract]];

    private bool MayWork(StaffMember person, string place, string skill, string? organisation, int day, string shift)
    {
        Contract contract = ContractOf(person);
        return !absent.Contains((person.Id, day))
            && person.Skills.Contains(skill)
            && (organisation is null || district.Facilities[index.Facilities[person.Home]].Organisation == organisation)
            && (contract.ShiftTypes.IsEmpty || contract.ShiftTypes.Contains(shift))
            && (person.Home == place
                || (person.Lendable && index.DistanceKm(person.Home, place) <= district.Policy.TravelLimitKm + Tolerance));
    }

    private void WritePerson(StaffMember person)
    {
        if (!turnsOf.TryGetValue(person.Id, out List<Turn>? turns))
        {
            return;
        }

        Contract contract = ContractOf(person);
        Turn[] past = [.. person.History.Select(Past)];
        foreach (IGrouping<int, Turn> ofDay in turns.GroupBy(turn => turn.Day))
        {
            model.AddAtMostOne(ofDay.Select(turn => turn.Works));
        }

        WriteRest(contract, past, turns);
        new ExactDuty(model, contract, district.Horizon).Write(
            [.. past.Select(turn => turn.Day)], [.. turns.Select(turn => (turn.Day, turn.Shift.Id, turn.Protective, turn.Works))]);
        for (int from = 1 - Week; from < days; from++)
        {
            long before = past.Where(turn => turn.Day >= from).Sum(turn => (long)turn.Shift.LengthMinutes);
            model.Add(Minutes(turns, from, from + Week).Sum() <= Math.Max(0, contract.MaxMinutesPerWeek - before));
        }

        WriteRuns(contract.MaxConsecutiveDays, [.. past.Select(turn => turn.Day)], turns);

        for (int from = 0; from < days; from += Week)
        {
            IntVar overtime = model.NewIntVar(0, Week * MinutesPerDay, "");
            IntVar beyond = model.NewIntVar(-Week * MinutesPerDay, Week * MinutesPerDay, "");
            model.Add(beyond == Minutes(turns, from, from + Week).Sum() - contract.NormalMinutesPerWeek);
            model.AddMaxEquality(overtime, [beyond, model.NewConstant(0)]);
            OvertimeMinutes.Add(overtime);
        }
    }

    private Turn Past(WorkedShift shift) =>
        new(district.Horizon.DayOf(shift.Date), district.ShiftTypes[index.ShiftTypes[shift.Shift]], Away: false, 0, Fixed());

    private BoolVar Fixed()
    {
        BoolVar works = model.NewBoolVar("");
        model.Add(works == 1);
        return works;
    }

    private void WriteRuns(int most, HashSet<int> past, List<Turn> turns)
    {
        for (int from = -most; from + most < days; from++)
        {
            if (Enumerable.Range(from, -Math.Min(0, from)).All(past.Contains))
            {
                model.Add(LinearExpr.Sum(turns.Where(turn => turn.Day >= from && turn.Day <= from + most).Select(turn => turn.Works)) <= most + Math.Min(0, from));
            }
        }
    }

    private void WriteRest(Contract contract, Turn[] past, List<Turn> turns)
    {
        foreach (Turn first in turns.Concat(past))
        {
            foreach (Turn second in turns.Where(turn => turn.Day > first.Day))
            {
                if (second.Start - first.End < contract.MinRestMinutes)
                {
                    model.AddBoolOr([first.Works.Not(), second.Works.Not()]);
                }
            }
        }
    }

    private static Terms Minutes(IEnumerable<Turn> turns, int from, int to)
    {
        var minutes = new Terms();
        foreach (Turn turn in turns.Where(turn => turn.Day >= from && turn.Day < to))
        {
            minutes.Add(turn.Works, turn.Shift.LengthMinutes);
        }

        return minutes;
    }

    private void WriteLending(Facility unit)
    {
        StaffMember[] people = [.. district.Staff.Where(person => person.Home == unit.Id)];
        double normal = people.Sum(person => (double)ContractOf(person).NormalMinutesPerWeek);
        for (int from = 0; from < days; from += Week)
        {
            var away = new Terms();
            foreach (StaffMember person in people.Where(person => turnsOf.ContainsKey(person.Id)))
            {
                away.Add(Minutes(turnsOf[person.Id].Where(turn => turn.Away), from, from + Week));
            }

            model.Add(away.Sum() <= (long)Math.Floor((district.Policy.LendingShare * normal) + 1e-6));
        }
    }

    private sealed record Turn(int Day, ShiftType Shift, bool Away, int Protective, BoolVar Works)
    {
        public int Start => (Day * MinutesPerDay) + (int)Shift.Start.ToTimeSpan().TotalMinutes;

        public int End => Start + Shift.LengthMinutes;
    }
}
