using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>
/// A rule set as the tables that <see cref="ScheduleProgram"/> runs on. Tasks in shifts that no rule tells apart become one <em>kind</em>; what a
/// worked shift forbids on the following days becomes a <em>class</em>; class, run of days and stay in a closed loop form the <em>phase</em> of
/// a label.
/// </summary>
internal sealed class CompiledRules
{
    /// <summary>Lane of <see cref="WorkLow"/> with the minutes of the last six days; the lanes before it hold those of the last 1 to 5.</summary>
    public const int SixDayLane = 5;

    /// <summary>Lane of <see cref="WorkLow"/> with the minutes of the running week.</summary>
    public const int WeekLane = 6;

    /// <summary>Lane of <see cref="WorkLow"/> with the consecutive days worked.</summary>
    public const int RunLane = 7;

    /// <summary>Lane of <see cref="WorkHigh"/> with the minutes lent in the running week.</summary>
    public const int LentLane = 0;

    /// <summary>Lane of <see cref="WorkHigh"/> with the minutes that the running week still asks for, if it does.</summary>
    public const int OwedLane = 15;

    /// <summary>Lane of <see cref="WorkHigh"/> with the minutes in protective clothing in the running week, if they are limited.</summary>
    private const int ProtectiveLane = 14;

    /// <summary>
    /// Lane of <see cref="WorkHigh"/> with the minutes that the seven days which end next still ask for, if there is a least; the five lanes after
    /// it hold those of the seven days that end later.
    /// </summary>
    public const int DueLane = 8;

    /// <summary>Number of lanes from <see cref="DueLane"/> on.</summary>
    public const int DueLanes = 6;

    private readonly int[] kindOf;
    private readonly int tasks;
    private readonly ShiftClasses classes;
    private readonly RunStates runs;
    private readonly StayStates stays;

    private CompiledRules(RosterProblem problem, RosterRules rules)
    {
        Rules = rules;
        Days = problem.Days;
        FirstWeekday = problem.FirstWeekday;
        tasks = problem.Tasks.Length;
        kindOf = new int[problem.Shifts.Length * tasks];
        Array.Fill(kindOf, -1);
        ImmutableArray<PastShift>[] histories = [.. problem.People.Where(p => problem.Rules[p.Rules] == rules && !p.History.IsEmpty).Select(p => p.History)];
        Span = Days - histories.Select(h => h[0].Day).DefaultIfEmpty().Min();
        int longestPast = histories.SelectMany(h => h).Select(s => problem.Shifts[s.Shift].LengthMinutes).DefaultIfEmpty().Max();
        int[] usable = [.. Enumerable.Range(0, problem.Shifts.Length).Where(s => IsUsable(problem, s))];
        classes = new ShiftClasses(problem, rules, usable, histories.Select(h => h[^1].Shift), ShiftSequence.Reach(problem, rules, Span));
        ClassCount = classes.Count;
        FormKinds(problem, usable);
        SetResources(problem, longestPast);
        LayOutLanes(problem);
        runs = new RunStates(rules, Span, RunInLane);
        stays = LimitsStays ? new StayStates(rules.ClosedLoopDays, Math.Min(rules.IsolationDays, Span)) : default;
        FormPhases();
    }

    /// <summary>The rules as given.</summary>
    public RosterRules Rules { get; }

    /// <summary>Days of the horizon.</summary>
    public int Days { get; }

    /// <summary>Weekday of the first day, from 0 for Monday.</summary>
    public int FirstWeekday { get; }

    /// <summary>Days of the horizon and of the longest history of the people under these rules.</summary>
    public int Span { get; }

    /// <summary>Number of kinds of work.</summary>
    public int KindCount { get; private set; }

    /// <summary>Minutes of each kind.</summary>
    public int[] Minutes { get; private set; } = [];

    /// <summary>Number of phases; phase = (run state × stay states + stay state) × <see cref="ClassCount"/> + class.</summary>
    public int PhaseCount { get; private set; }

    /// <summary>Number of classes; class 0 forbids nothing.</summary>
    public int ClassCount { get; private set; }

    /// <summary>Phase after a day off, by phase; -1 if there can be none.</summary>
    public int[] AfterOff { get; private set; } = [];

    /// <summary>Phase after a worked day, by phase × kinds + kind; -1 if the kind cannot be worked.</summary>
    public int[] AfterWork { get; private set; } = [];

    /// <summary>Whether the last day was worked, by phase.</summary>
    public bool[] Working { get; private set; } = [];

    /// <summary>What working a kind adds to the rolling sums, week and run.</summary>
    public Vector128<ushort>[] WorkLow { get; private set; } = [];

    /// <summary>What working a kind adds to the counters of capped shifts.</summary>
    public Vector256<ushort>[] WorkHigh { get; private set; } = [];

    /// <summary>Largest values of the counters of capped shifts.</summary>
    public Vector256<ushort> HighLimit { get; private set; }

    /// <summary>Whether minutes of seven days are limited.</summary>
    public bool Rolling { get; private set; }

    /// <summary>Lanes beside <see cref="WorkHigh"/> that go on when a week begins.</summary>
    public Vector256<ushort> WeekMask { get; private set; }

    /// <summary>What a whole week asks for as it begins.</summary>
    public Vector256<ushort> WeekOwed { get; private set; }

    /// <summary>Whether minutes of a week are limited.</summary>
    public bool LimitsWeek => OwesWeek || WeekCapped;

    /// <summary>Whether there is a least number of minutes in a week.</summary>
    public bool OwesWeek => Rules.MinMinutesPerWeek > 0 && Days >= 7;

    /// <summary>Whether there is a least number of minutes in seven days.</summary>
    public bool OwesSevenDays => Rules.MinMinutesPer7Days > 0 && Days >= 7;

    /// <summary>Whether there is a largest number of minutes in a week that can bind.</summary>
    public bool WeekCapped { get; private set; }

    /// <summary>Whether there is a largest number of minutes in protective clothing in a week that can bind.</summary>
    public bool LimitsProtectiveWeek { get; private set; }

    /// <summary>Whether overtime is priced.</summary>
    public bool Overtime { get; private set; }

    /// <summary>Whether the run of days is a lane (most days only) rather than part of the phase (least days too).</summary>
    public bool RunInLane { get; private set; }

    /// <summary>Whether days off in a row are limited.</summary>
    public bool LimitsDaysOff => Rules.MaxConsecutiveDaysOff < Span;

    /// <summary>Whether there is a closed loop whose stays can be too long.</summary>
    public bool LimitsStays => Rules.IsolationDays > 0 && Rules.ClosedLoopDays < Span;

    /// <summary>Whether a limit counts more than a week or so: weekends, stays, totals, numbers of shifts.</summary>
    public bool ReachesOverWeeks => MaxWeekends >= 0 || LimitsStays || LimitsTotal || (!Rules.MaxShifts.IsDefaultOrEmpty && Rules.MaxShifts.Any(most => most < Days));

    /// <summary>Whether a schedule without any work breaks a rule, after what was before the first day.</summary>
    public bool AsksForWorkAfter(in ScheduleStart start) =>
        Rules.MinTotalMinutes > 0 || OwesWeek || LimitsDaysOff || AfterOff[start.Phase] < 0
        || (OwesSevenDays && (start.Waived is null || start.Waived.Contains(false)));

    /// <summary>Whether a schedule that keeps the rules still does so when an assignment is taken out of it.</summary>
    public bool AllowsLess => RunInLane && Rules.MinTotalMinutes == 0 && !OwesWeek && !OwesSevenDays;

    private bool CountsRun => RunInLane && MaxRun < Span;

    /// <summary>Largest value of the run lane.</summary>
    public int MaxRun { get; private set; }

    /// <summary>Whether total minutes are limited.</summary>
    public bool LimitsTotal { get; private set; }

    /// <summary>Whether there is a least total: labels with different totals are then not comparable.</summary>
    public bool TotalInBucket { get; private set; }

    /// <summary>Largest number of weekends, or -1 where it cannot bind.</summary>
    public int MaxWeekends { get; private set; }

    /// <summary>Greatest common divisor of the minutes of all kinds; 1 if there are none.</summary>
    public int MinutesUnit { get; private set; } = 1;

    /// <summary>Whether so many shifts are capped that some share a counter, which is stricter than the rules.</summary>
    public bool SharesCaps { get; private set; }

    /// <summary>Compiles a rule set.</summary>
    /// <param name="problem">The problem it belongs to.</param>
    /// <param name="rules">The rule set.</param>
    public static CompiledRules Compile(RosterProblem problem, RosterRules rules) => new(problem, rules);

    /// <summary>Where a schedule starts.</summary>
    /// <param name="past">What the person, one of the problem's under these rules, worked before the first day; null if nothing is known.</param>
    /// <param name="absences">Days on which the person is away.</param>
    public ScheduleStart StartAfter(PastWork? past, ImmutableArray<int> absences = default)
    {
        bool[]? waived = OwesSevenDays && !absences.IsDefaultOrEmpty
            ? [.. Enumerable.Range(0, Days - 6).Select(day => absences.Any(away => away >= day && away < day + 7))] : null;
        if (past is null)
        {
            return new ScheduleStart(PhaseOf(RunStates.Start, StayStates.Outside, 0), default, waived);
        }

        int idle = -1 - past.Last.Day;
        int c = classes.After(past.Last.Shift);
        for (int day = 0; day < idle && c > 0; day++)
        {
            c = classes.Aged(c);
        }

        Vector128<ushort> low = Vector128<ushort>.Zero;
        for (int lane = 0; lane <= SixDayLane && Rolling; lane++)
        {
            low = low.WithElement(lane, (ushort)past.MinutesFrom(-1 - lane));
        }

        low = low.WithElement(RunLane, (ushort)(CountsRun && past.Works ? past.RunLength : 0));
        int stay = LimitsStays ? stays.Reached(-past.StayFrom(Rules.IsolationDays), idle) : StayStates.Outside;
        return new ScheduleStart(PhaseOf(runs.Reached(past.Works, past.RunLength, past.RunIsWhole), stay, c), low, waived);
    }

    /// <summary>Lanes beside <see cref="WorkHigh"/> as the next seven days begin.</summary>
    /// <param name="high">The lanes.</param>
    /// <param name="asked">Minutes that the new seven days ask for.</param>
    public static Vector256<ushort> NextSevenDays(Vector256<ushort> high, int asked)
    {
        Vector128<ushort> due = Vector128.Shuffle(high.GetUpper(), Vector128.Create(1, 2, 3, 4, 5, 5, 6, 7).AsUInt16());
        return high.WithUpper(due.WithElement(DueLanes - 1, (ushort)Math.Min(asked, ushort.MaxValue)));
    }

    /// <summary>Lanes beside <see cref="WorkHigh"/> after some minutes of what the seven days ask for are worked.</summary>
    public static Vector256<ushort> PayDue(Vector256<ushort> high, int minutes)
    {
        ushort paid = (ushort)minutes;
        Vector128<ushort> payment = Vector128.Create(paid, paid, paid, paid, paid, paid, 0, 0);
        return high.WithUpper(Vector128.Max(high.GetUpper(), payment) - payment);
    }

    /// <summary>Kind of a task in a shift; -1 if the rules forbid it altogether.</summary>
    public int KindOf(int shift, int task) => kindOf[(shift * tasks) + task];

    /// <summary>Kind of the work that a cover requirement wants; -1 if the rules forbid it altogether.</summary>
    public int KindOf(CoverRequirement cover) => KindOf(cover.Shift, cover.Task);

    /// <summary>Minutes in protective clothing of a task in a shift.</summary>
    public static int ProtectiveMinutes(RosterProblem problem, int shift, int task) =>
        problem.Shifts[shift].LengthMinutes * problem.Tasks[task].ProtectiveMinutesPerHour / 60;

    private bool IsUsable(RosterProblem problem, int shift)
    {
        int minutes = problem.Shifts[shift].LengthMinutes;
        return (Rules.MaxShifts.IsDefaultOrEmpty || Rules.MaxShifts[shift] > 0)
            && minutes <= Rules.MaxMinutesPer7Days && minutes <= Rules.MaxMinutesPerWeek && minutes <= Rules.MaxTotalMinutes;
    }

    // A cap that the total minutes or the horizon imply anyway needs no counter.
    private bool IsCapped(RosterProblem problem, int shift) =>
        !Rules.MaxShifts.IsDefaultOrEmpty
        && Rules.MaxShifts[shift] < Math.Min(Days, Rules.MaxTotalMinutes / problem.Shifts[shift].LengthMinutes);

    private void FormKinds(RosterProblem problem, int[] usable)
    {
        int allowed = Math.Min(Rules.MaxProtectiveMinutesPerShift, Rules.MaxProtectiveMinutesPerWeek);
        (int Shift, int Task, int Protective)[] works =
        [
            .. from shift in usable
               from task in Enumerable.Range(0, tasks)
               let protective = ProtectiveMinutes(problem, shift, task)
               where protective <= allowed
               select (shift, task, protective),
        ];
        LimitsProtectiveWeek = works.Length > 0 && Rules.MaxProtectiveMinutesPerWeek < Math.Min(7, Days) * works.Max(w => w.Protective);
        var kinds = new Dictionary<(int Minutes, int Class, int Column, int Capped, int Protective), int>();
        var representatives = new List<int>();
        foreach ((int shift, int task, int protective) in works)
        {
            var key = (
                problem.Shifts[shift].LengthMinutes, classes.After(shift), classes.Column(shift), IsCapped(problem, shift) ? shift : -1,
                LimitsProtectiveWeek ? protective : 0);
            if (kinds.TryAdd(key, kinds.Count))
            {
                representatives.Add(shift);
            }

            kindOf[(shift * tasks) + task] = kinds[key];
        }

        KindCount = representatives.Count;
        KindProtective = [.. kinds.OrderBy(k => k.Value).Select(k => k.Key.Protective)];
        Minutes = [.. representatives.Select(s => problem.Shifts[s].LengthMinutes)];
        KindShift = [.. representatives];
        KindCap = [.. representatives.Select(s => IsCapped(problem, s) ? Rules.MaxShifts[s] : -1)];
        int divisor = 0;
        foreach (int minutes in Minutes)
        {
            int remainder = minutes;
            while (remainder != 0)
            {
                (divisor, remainder) = (remainder, divisor % remainder);
            }
        }

        MinutesUnit = Math.Max(1, divisor);
    }

    /// <summary>The shift of each kind, or one of several that no rule tells apart.</summary>
    public int[] KindShift { get; private set; } = [];

    /// <summary>Most shifts over all days of the shift of each kind; -1 where no limit can bind.</summary>
    public int[] KindCap { get; private set; } = [];

    /// <summary>Minutes in protective clothing of each kind; 0 where no limit on those of a week can bind.</summary>
    public int[] KindProtective { get; private set; } = [];

    private void SetResources(RosterProblem problem, int longestPast)
    {
        int longest = KindCount == 0 ? 0 : Minutes.Max();
        Rolling = Rules.MaxMinutesPer7Days < Math.Min(7, Span) * Math.Max(longest, longestPast);
        int weekly = Math.Min(Math.Min(7, Days) * longest, Rules.MaxMinutesPer7Days);
        WeekCapped = Rules.MaxMinutesPerWeek < weekly;
        Overtime = problem.OvertimeLevel >= 0 && Rules.NormalMinutesPerWeek < weekly;
        LimitsTotal = Rules.MinTotalMinutes > 0 || Rules.MaxTotalMinutes < (long)Days * longest;
        TotalInBucket = Rules.MinTotalMinutes > 0;
        int weekends = Enumerable.Range(FirstWeekday, Days).Where(d => d % 7 >= 5).Select(d => d / 7).Distinct().Count();
        MaxWeekends = Rules.MaxWeekends < weekends ? Rules.MaxWeekends : -1;
        RunInLane = Rules.MinConsecutiveDays <= 1 && Rules.MinConsecutiveDaysOff <= 1 && !LimitsDaysOff;
        MaxRun = Math.Min(Rules.MaxConsecutiveDays, Span);
    }

    private void LayOutLanes(RosterProblem problem)
    {
        WorkLow = new Vector128<ushort>[KindCount];
        WorkHigh = new Vector256<ushort>[KindCount];
        Span<ushort> limits = stackalloc ushort[Vector256<ushort>.Count];
        Span<ushort> counted = stackalloc ushort[Vector256<ushort>.Count];
        limits.Fill(ushort.MaxValue);
        int lastCapLane = OwesSevenDays ? DueLane - 1 : LimitsProtectiveWeek ? ProtectiveLane - 1 : OwesWeek ? OwedLane - 1 : OwedLane;
        int lane = 1;
        Span<int> laneOf = new int[problem.Shifts.Length];
        for (int kind = 0; kind < KindCount; kind++)
        {
            ushort minutes = (ushort)Minutes[kind];
            ushort rolling = Rolling ? minutes : (ushort)0;
            ushort week = Overtime || WeekCapped ? minutes : (ushort)0;
            ushort run = CountsRun ? (ushort)1 : (ushort)0;
            WorkLow[kind] = Vector128.Create(rolling, rolling, rolling, rolling, rolling, rolling, week, run);
            counted.Clear();
            counted[ProtectiveLane] = (ushort)KindProtective[kind];
            if (KindCap[kind] >= 0)
            {
                ref int used = ref laneOf[KindShift[kind]];
                if (used == 0)
                {
                    SharesCaps |= lane > lastCapLane;
                    used = Math.Min(lane++, lastCapLane);
                }

                limits[used] = (ushort)Math.Min(limits[used], KindCap[kind]);
                counted[used] = 1;
            }

            WorkHigh[kind] = Vector256.Create<ushort>(counted);
        }

        WeekMask = Vector256<ushort>.AllBitsSet.WithElement(LentLane, (ushort)0);
        if (LimitsProtectiveWeek)
        {
            limits[ProtectiveLane] = (ushort)Rules.MaxProtectiveMinutesPerWeek;
            WeekMask = WeekMask.WithElement(ProtectiveLane, (ushort)0);
        }

        HighLimit = Vector256.Create<ushort>(limits);
        if (OwesWeek)
        {
            WeekMask = WeekMask.WithElement(OwedLane, (ushort)0);
            WeekOwed = WeekOwed.WithElement(OwedLane, (ushort)Math.Min(Rules.MinMinutesPerWeek, ushort.MaxValue));
        }
    }

    private void FormPhases()
    {
        PhaseCount = runs.Count * stays.Count * ClassCount;
        AfterOff = new int[PhaseCount];
        AfterWork = new int[PhaseCount * Math.Max(1, KindCount)];
        Working = new bool[PhaseCount];
        for (int phase = 0; phase < PhaseCount; phase++)
        {
            (int rest, int c) = Math.DivRem(phase, ClassCount);
            (int run, int stay) = Math.DivRem(rest, stays.Count);
            Working[phase] = runs.IsWorking(run);
            AfterOff[phase] = PhaseOf(runs.AfterOff(run), stays.AfterOff(stay), classes.Aged(c));
            int runAfterWork = runs.AfterWork(run);
            int stayAfterWork = stays.AfterWork(stay);
            for (int kind = 0; kind < KindCount; kind++)
            {
                AfterWork[(phase * KindCount) + kind] =
                    classes.Forbids(c, KindShift[kind]) ? -1 : PhaseOf(runAfterWork, stayAfterWork, classes.After(KindShift[kind]));
            }
        }
    }

    private int PhaseOf(int run, int stay, int c) => run < 0 || stay < 0 ? -1 : (((run * stays.Count) + stay) * ClassCount) + c;
}
