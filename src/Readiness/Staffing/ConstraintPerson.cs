using Google.OrTools.Sat;

namespace Readiness.Staffing;

/// <summary>Writes the rules and private costs of one person into a constraint programme.</summary>
internal sealed class ConstraintPerson
{
    private readonly RosterModel model;
    private readonly CpModel constraints;
    private readonly int person;
    private readonly RosterRules rules;
    private readonly PastWork? past;
    private readonly Action<int, IntVar, double, double> addTerm;
    private readonly BoolVar[] on;
    private readonly BoolVar?[] shiftOn;
    private readonly int shifts;

    /// <summary>Creates the variables of a person.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="constraints">Receives variables and constraints.</param>
    /// <param name="person">The person.</param>
    /// <param name="works">Receives a variable for each entry that the person may work.</param>
    /// <param name="addTerm">Takes the level, variable, weight and constant of a cost.</param>
    public ConstraintPerson(
        RosterModel model, CpModel constraints, int person, Span<BoolVar?> works, Action<int, IntVar, double, double> addTerm)
    {
        this.model = model;
        this.constraints = constraints;
        this.person = person;
        this.addTerm = addTerm;
        rules = model.RulesOf(person).Rules;
        past = PastWork.Of(model.Problem, model.Problem.People[person]);
        shifts = model.Problem.Shifts.Length;
        on = new BoolVar[model.Days];
        shiftOn = new BoolVar?[model.Days * shifts];
        EntryOptions options = model.Options[model.OptionsOf[person]];
        for (int day = 0; day < model.Days; day++)
        {
            on[day] = constraints.NewBoolVar("");
            var byShift = new List<BoolVar>[shifts];
            for (int i = options.DayStart[day]; i < options.DayStart[day + 1] && !model.Unavailable[(person * model.Days) + day]; i++)
            {
                int entry = options.Entries[i];
                BoolVar variable = constraints.NewBoolVar("");
                works[entry] = variable;
                (byShift[model.Cover[entry].Shift] ??= []).Add(variable);
            }

            var all = new List<BoolVar>();
            for (int shift = 0; shift < shifts; shift++)
            {
                if (byShift[shift] is { } variables)
                {
                    BoolVar any = constraints.NewBoolVar("");
                    constraints.Add(LinearExpr.Sum(variables) == any);
                    shiftOn[(day * shifts) + shift] = any;
                    all.Add(any);
                }
            }

            constraints.Add(LinearExpr.Sum(all) == on[day]);
        }
    }

    /// <summary>Writes everything.</summary>
    /// <param name="works">The variables that the constructor created.</param>
    public void Write(ReadOnlySpan<BoolVar?> works)
    {
        WriteSequence();
        WriteRuns();
        WriteStays();
        WriteMinutes();
        WriteProtection(works);
        WriteCounts();
        WriteWishes(works);
        WritePins(works);
    }

    private void WriteSequence()
    {
        int reach = ShiftSequence.Reach(model.Problem, rules, model.RulesOf(person).Span);
        for (int i = 0; i < shiftOn.Length; i++)
        {
            int day = i / shifts;
            for (int days = 1; days <= reach && shiftOn[i] is not null && day + days < model.Days; days++)
            {
                var exclusive = new List<ILiteral> { shiftOn[i]! };
                for (int later = 0; later < shifts; later++)
                {
                    if (shiftOn[((day + days) * shifts) + later] is { } other
                        && ShiftSequence.Forbids(model.Problem, rules, i % shifts, later, days))
                    {
                        exclusive.Add(other);
                    }
                }

                constraints.AddAtMostOne(exclusive);
            }

            if (past is not null && shiftOn[i] is { } first
                && ShiftSequence.Forbids(model.Problem, rules, past.Last.Shift, i % shifts, day - past.Last.Day))
            {
                constraints.AddBoolOr([first.Not()]);
            }
        }
    }

    // A run that begins on the first day or would end after the last is not shortened by these clauses, which is the waiver at the edges.
    private void WriteRuns()
    {
        if (past is not null)
        {
            ContinueRun(past);
        }

        for (int day = past is null ? 1 : 0; day < model.Days; day++)
        {
            ILiteral before = day > 0 ? on[day - 1] : past!.Works ? constraints.TrueLiteral() : constraints.FalseLiteral();
            for (int ahead = 1; day + ahead < model.Days; ahead++)
            {
                if (ahead < rules.MinConsecutiveDays)
                {
                    constraints.AddBoolOr([on[day].Not(), before, on[day + ahead]]);
                }

                if (ahead < rules.MinConsecutiveDaysOff)
                {
                    constraints.AddBoolOr([on[day], before.Not(), on[day + ahead].Not()]);
                }
            }
        }

        for (int day = 0; rules.MaxConsecutiveDaysOff < model.Days && day + rules.MaxConsecutiveDaysOff < model.Days; day++)
        {
            constraints.AddBoolOr(on[day..(day + rules.MaxConsecutiveDaysOff + 1)]);
        }

        for (int day = 0; rules.MaxConsecutiveDays < model.Days && day + rules.MaxConsecutiveDays < model.Days; day++)
        {
            constraints.Add(LinearExpr.Sum(on[day..(day + rules.MaxConsecutiveDays + 1)]) <= rules.MaxConsecutiveDays);
        }
    }

    // The run of the day before the first goes on for as long as it has to, and no longer than it may.
    private void ContinueRun(PastWork past)
    {
        (int least, int most) = past.Works
            ? (rules.MinConsecutiveDays, rules.MaxConsecutiveDays) : (rules.MinConsecutiveDaysOff, rules.MaxConsecutiveDaysOff);
        ILiteral Same(BoolVar works) => past.Works ? works : works.Not();
        for (int day = 0; past.RunIsWhole && day < Math.Min(least - past.RunLength, model.Days); day++)
        {
            constraints.AddBoolOr([Same(on[day])]);
        }

        int left = Math.Max(0, most - past.RunLength);
        if (left < model.Days)
        {
            constraints.AddBoolOr(on[..(left + 1)].Select(works => Same(works).Not()));
        }
    }

    // Isolation begins on one of the days after each worked day that still lie within the longest stay from there.
    private void WriteStays()
    {
        if (!model.RulesOf(person).LimitsStays)
        {
            return;
        }

        BoolVar[] isolates = [.. on.Select(_ => constraints.NewBoolVar(""))];
        for (int day = 0; day < model.Days; day++)
        {
            for (int idle = day; idle < model.Days && idle - day < rules.IsolationDays; idle++)
            {
                constraints.AddImplication(isolates[day], on[idle].Not());
            }

            if (day + rules.ClosedLoopDays < model.Days)
            {
                constraints.AddBoolOr([on[day].Not(), .. isolates[(day + 1)..(day + rules.ClosedLoopDays + 1)]]);
            }
        }

        if (past is not null)
        {
            EndStay(past, isolates);
        }
    }

    // A stay that began before the first day is over already, or isolation begins in time.
    private void EndStay(PastWork past, BoolVar[] isolates)
    {
        int end = past.StayFrom(rules.IsolationDays) + rules.ClosedLoopDays;
        if (end >= model.Days)
        {
            return;
        }

        BoolVar isOver = constraints.NewBoolVar("");
        for (int day = 0; day < model.Days && day - past.Last.Day <= rules.IsolationDays; day++)
        {
            constraints.AddImplication(isOver, on[day].Not());
        }

        constraints.AddBoolOr([isOver, .. isolates[1..Math.Max(1, end + 1)]]);
    }

    private LinearExpr Minutes(int from, int to)
    {
        var variables = new List<BoolVar>();
        var minutes = new List<long>();
        for (int i = from * shifts; i < (to + 1) * shifts; i++)
        {
            if (shiftOn[i] is { } variable)
            {
                variables.Add(variable);
                minutes.Add(model.Problem.Shifts[i % shifts].LengthMinutes);
            }
        }

        return LinearExpr.WeightedSum(variables, minutes);
    }

    private void WriteMinutes()
    {
        int last = model.Days - 1;
        constraints.AddLinearConstraint(Minutes(0, last), rules.MinTotalMinutes, rules.MaxTotalMinutes);
        for (int day = past is null ? 0 : -6; day < model.Days && rules.MaxMinutesPer7Days < int.MaxValue; day++)
        {
            int worked = day < 0 ? past!.MinutesFrom(day) : 0;
            constraints.Add(Minutes(Math.Max(0, day), Math.Min(day + 6, last)) <= Math.Max(0, rules.MaxMinutesPer7Days - worked));
        }

        for (int day = 0; day + 6 <= last && rules.MinMinutesPer7Days > 0; day++)
        {
            if (!model.Unavailable.AsSpan((person * model.Days) + day, 7).Contains(true))
            {
                constraints.Add(Minutes(day, day + 6) >= rules.MinMinutesPer7Days);
            }
        }

        for (int week = 0; week < model.Weeks && model.RulesOf(person).LimitsWeek; week++)
        {
            int end = (7 * week) + 6;
            long least = end <= last ? rules.MinMinutesPerWeek : 0;
            constraints.AddLinearConstraint(Minutes(7 * week, Math.Min(end, last)), least, rules.MaxMinutesPerWeek);
        }

        for (int week = 0; week < model.Weeks && model.RulesOf(person).Overtime; week++)
        {
            int level = model.Problem.OvertimeLevel;
            long unit = (long)Math.Round(60 * LevelGrid.Step(model, level));
            IntVar overtime = constraints.NewIntVar(0, (7 * 1440) / unit, "");
            constraints.Add(Minutes(7 * week, Math.Min((7 * week) + 6, last)) <= (overtime * unit) + rules.NormalMinutesPerWeek);
            addTerm(level, overtime, unit / 60.0, 0);
        }
    }

    private void WriteProtection(ReadOnlySpan<BoolVar?> works)
    {
        EntryOptions options = model.Options[model.OptionsOf[person]];
        for (int week = 0; week < model.Weeks && model.RulesOf(person).LimitsProtectiveWeek; week++)
        {
            var variables = new List<BoolVar>();
            var minutes = new List<long>();
            for (int i = options.DayStart[7 * week]; i < options.DayStart[Math.Min(model.Days, (7 * week) + 7)]; i++)
            {
                if (works[options.Entries[i]] is { } variable)
                {
                    variables.Add(variable);
                    minutes.Add(model.ProtectiveMinutesOf(options.Entries[i]));
                }
            }

            constraints.Add(LinearExpr.WeightedSum(variables, minutes) <= rules.MaxProtectiveMinutesPerWeek);
        }
    }

    private void WriteCounts()
    {
        for (int shift = 0; shift < shifts && !rules.MaxShifts.IsDefaultOrEmpty; shift++)
        {
            if (rules.MaxShifts[shift] < model.Days)
            {
                int s = shift;
                constraints.Add(
                    LinearExpr.Sum(Enumerable.Range(0, model.Days).Select(d => shiftOn[(d * shifts) + s]).OfType<BoolVar>()) <= rules.MaxShifts[shift]);
            }
        }

        int first = model.Problem.FirstWeekday;
        int weeks = (first + model.Days + 6) / 7;
        if (rules.MaxWeekends < weeks)
        {
            BoolVar[] weekends = [.. Enumerable.Range(0, weeks).Select(_ => constraints.NewBoolVar(""))];
            for (int day = 0; day < model.Days; day++)
            {
                if ((first + day) % 7 >= 5)
                {
                    constraints.AddImplication(on[day], weekends[(first + day) / 7]);
                }
            }

            constraints.Add(LinearExpr.Sum(weekends) <= rules.MaxWeekends);
        }
    }

    private void WriteWishes(ReadOnlySpan<BoolVar?> works)
    {
        foreach (DayWish wish in model.Wishes[person])
        {
            foreach (BoolVar variable in WorksOn(works, wish.Day, wish.Concerns))
            {
                addTerm(wish.Level, variable, wish.On ? -wish.Weight : wish.Weight, 0);
            }

            addTerm(wish.Level, on[wish.Day], 0, wish.On ? wish.Weight : 0);
        }
    }

    private void WritePins(ReadOnlySpan<BoolVar?> works)
    {
        for (int day = 0; day < model.Days; day++)
        {
            int pin = model.Pinned[(person * model.Days) + day];
            if (pin >= 0)
            {
                constraints.AddBoolOr(works[pin] is { } variable ? [variable] : []);
            }
        }
    }

    private List<BoolVar> WorksOn(ReadOnlySpan<BoolVar?> works, int day, Predicate<CoverRequirement> which)
    {
        var found = new List<BoolVar>();
        EntryOptions options = model.Options[model.OptionsOf[person]];
        for (int i = options.DayStart[day]; i < options.DayStart[day + 1]; i++)
        {
            if (works[options.Entries[i]] is { } variable && which(model.Cover[options.Entries[i]]))
            {
                found.Add(variable);
            }
        }

        return found;
    }
}
