using System.Collections.Immutable;

namespace Readiness.Districts.Generation;

/// <summary>Skills, shift types, contracts, the staff of the centres and offices, and their absences.</summary>
internal sealed class GeneratedPeople
{
    public const string Nurse = "nurse";
    public const string WardNurse = "wardNurse";
    public const string Doctor = "doctor";
    public const string Worker = "worker";
    public const string Day = "day";
    public const string Late = "late";
    public const string Night = "night";

    private const string FullTime = "full-time";
    private const string PartTime = "part-time";
    private const string ClosedLoop = "closed-loop";

    // Below this there are only two shift types, so that a district can be enumerated.
    private const int SmallStaff = 20;

    private readonly GeneratorOptions options;
    private readonly SplitMix64 random;

    public GeneratedPeople(GeneratorOptions options, GeneratedPlaces places)
    {
        this.options = options;
        random = new SplitMix64(options.Seed, 3);
        HireHealthService([.. places.Centres]);
        HireCommunity(places.CommunityHomes);
        if (options.WorkingRules == WorkingRules.All)
        {
            Remember();
        }

        GrantAbsences();
    }

    public bool IsSmall => options.Staff <= SmallStaff;

    public List<StaffMember> Staff { get; } = [];

    public List<Absence> Absences { get; } = [];

    public static ImmutableArray<Skill> Skills { get; } =
    [
        new(Nurse, new LocalizedName("Nurse", "护士")),
        new(WardNurse, new LocalizedName("Nurse drilled for the isolation ward", "隔离病房护士")),
        new(Doctor, new LocalizedName("Doctor", "医师")),
        new(Worker, new LocalizedName("Community worker", "社区工作者")),
    ];

    public static int Minutes(string shift) => shift == Night ? 720 : 480;

    public ImmutableArray<ShiftType> ShiftTypes()
    {
        var day = new ShiftType(Day, new LocalizedName("Day", "白班"), new TimeOnly(8, 0), Minutes(Day));
        var late = new ShiftType(Late, new LocalizedName("Late", "中班"), new TimeOnly(14, 0), Minutes(Late));
        var night = new ShiftType(Night, new LocalizedName("Night", "夜班"), new TimeOnly(20, 0), Minutes(Night));
        return IsSmall ? [day, night] : [day, late, night];
    }

    public ImmutableArray<Contract> Contracts()
    {
        ImmutableArray<Contract> basic = BasicContracts();
        return options.WorkingRules == WorkingRules.Basic ? basic :
        [
            basic[0] with
            {
                MaxWeekends = Math.Max(1, options.Days / 14),
                MaxShifts = [new ShiftLimit(Night, Math.Max(1, options.Days / 5))],
                MaxProtectiveMinutesPerShift = 300,
                MaxProtectiveMinutesPerWeek = 960,
            },
            basic[1] with { MaxProtectiveMinutesPerWeek = 480 },
            basic[0] with
            {
                Id = ClosedLoop,
                Name = new LocalizedName("Living in", "闭环"),
                ClosedLoopDays = Math.Clamp(options.Days / 2, 2, 14),
                IsolationDays = Math.Clamp(options.Days / 4, 1, 7),
                MaxProtectiveMinutesPerWeek = 1440,
            },
        ];
    }

    /// <summary>Normal hours of all people per day, absences not counted.</summary>
    public double NormalHoursPerDay() => Staff.Sum(person => person.Contract == PartTime ? 1200 : 2400) / 60.0 / 7;

    private ImmutableArray<Contract> BasicContracts() =>
    [
        new Contract { Id = FullTime, Name = new LocalizedName("Full time", "全职"), MaxConsecutiveDays = Math.Min(6, options.Days) },
        new Contract
        {
            Id = PartTime,
            Name = new LocalizedName("Part time, no nights", "兼职"),
            NormalMinutesPerWeek = 1200,
            MaxMinutesPerWeek = 1800,
            MinRestMinutes = 720,
            MaxConsecutiveDays = 3,
            ShiftTypes = IsSmall ? [Day] : [Day, Late],
        },
    ];

    /// <summary>The hospital has a fourth of the health staff, or what is left over by two people for each other centre.</summary>
    private void HireHealthService(List<Facility> centres)
    {
        int people = Math.Max(2, options.Staff * 7 / 10);
        int hospital = Math.Max(people / 4, people - 2 * (centres.Count - 1) >= 3 && IsSmall ? people - 2 * (centres.Count - 1) : 0);
        for (int number = 0; number < people; number++)
        {
            bool inHospital = number < hospital || centres.Count == 1;
            Facility home = inHospital ? centres[0] : centres[1 + (number - hospital) % (centres.Count - 1)];
            // The round of the home, so that every home gets every skill in turn.
            int turn = inHospital ? number : (number - hospital) / (centres.Count - 1);
            ImmutableArray<string> skills = (turn % 3) switch
            {
                1 => [Doctor],
                0 when inHospital || turn % 2 == 1 => [Nurse, WardNurse],
                _ => [Nurse],
            };
            Hire(home, skills);
        }
    }

    private void HireCommunity(List<Facility> homes)
    {
        for (int number = 0; Staff.Count < options.Staff; number++)
        {
            Hire(homes[number % homes.Count], [Worker]);
        }
    }

    private void Hire(Facility home, ImmutableArray<string> skills)
    {
        int number = Staff.Count + 1;
        string contract = number % 9 == 5 ? PartTime
            : number % 4 == 1 && options.WorkingRules == WorkingRules.All ? ClosedLoop
            : FullTime;
        bool lendable = number % 11 != 10;
        Staff.Add(new StaffMember($"person-{number:D4}", home.Id, skills, contract, lendable));
    }

    /// <summary>What people worked in the two weeks before, in weeks or stays that began on days of their own; nothing is known of one in eight.</summary>
    private void Remember()
    {
        const int KnownDays = 14;
        var offsets = new SplitMix64(options.Seed, 6);
        Contract closedLoop = Contracts().Single(contract => contract.Id == ClosedLoop);
        int stay = closedLoop.ClosedLoopDays!.Value;
        int cycle = stay + closedLoop.IsolationDays!.Value;
        for (int index = 0; index < Staff.Count; index++)
        {
            StaffMember person = Staff[index];
            string shift = index % 5 == 4 && person.Contract != PartTime ? Night : Day;
            (int period, int worked) = person.Contract switch
            {
                ClosedLoop => (cycle, Math.Min(stay, 5)),
                PartTime => (7, 3),
                _ => (7, shift == Night ? 4 : 5),
            };
            int offset = offsets.Below(period);
            if (index % 8 != 7)
            {
                Staff[index] = person with
                {
                    History =
                    [
                        .. Enumerable.Range(0, KnownDays).Where(day => (day + offset) % period < worked)
                            .Select(day => new WorkedShift(GeneratedEpidemic.Start.AddDays(day - KnownDays), shift)),
                    ],
                };
            }
        }
    }

    /// <summary>One in six has leave that starts in the first third of the horizon, a few are sick, seconded or on parental leave.</summary>
    private void GrantAbsences()
    {
        for (int index = 0; index < Staff.Count; index++)
        {
            int shift = random.Below(3);
            // The second person always has leave, so that the smallest districts have some.
            int roll = index == 1 ? 2 : (index + shift) % 24;
            AbsenceKind? kind = roll switch
            {
                2 or 8 or 14 or 20 => AbsenceKind.Leave,
                11 => AbsenceKind.Sick,
                17 when index % 2 == 0 => AbsenceKind.Seconded,
                23 when index % 2 == 0 => AbsenceKind.Parental,
                _ => null,
            };
            int first = random.Below(Math.Max(1, options.Days / 3));
            int length = kind == AbsenceKind.Parental ? options.Days : 1 + random.Below(Math.Max(1, options.Days / 3));
            if (kind is { } reason)
            {
                DateOnly from = GeneratedEpidemic.Start.AddDays(first);
                DateOnly to = GeneratedEpidemic.Start.AddDays(Math.Min(options.Days, first + length) - 1);
                Absences.Add(new Absence(Staff[index].Id, from, to, reason));
            }
        }
    }
}
