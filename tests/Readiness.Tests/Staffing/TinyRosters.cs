using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Random problems small enough to enumerate, in which every rule of the contract turns up.</summary>
internal static class TinyRosters
{
    /// <summary>Two or three people, up to ten days, one or two levels; work only on some days, so that the schedules can be enumerated.</summary>
    public static RosterProblem Create(int seed)
    {
        var random = new Random(seed);
        int days = random.Next(6, 11);
        int people = random.Next(2, 4);
        int shifts = random.Next(1, 4);
        bool team = random.Next(3) == 0;
        int tasks = team ? 2 : random.Next(1, 3);
        int levels = random.Next(1, 3);
        ImmutableArray<RosterShift> types =
        [
            .. Enumerable.Range(0, shifts).Select(s => new RosterShift(
                $"s{s}", random.Next(4) * 360, random.Next(1, 5) * 240,
                random.Next(3) == 0 ? [random.Next(shifts)] : [])),
        ];
        var cover = new List<CoverRequirement>();
        int slots = people == 2 ? 6 : 4;
        while (slots > 0)
        {
            int day = random.Next(days);
            int shift = random.Next(shifts);
            int heads = random.Next(1, 3);
            double over = random.Next(3) switch { 0 => 1, 1 => 0, _ => double.PositiveInfinity };
            int level = random.Next(levels);
            for (int task = 0; task < tasks && slots > 0; task++)
            {
                if (cover.All(c => c.Day != day || c.Shift != shift || c.Task != task) && (team || random.Next(2) == 0))
                {
                    cover.Add(new CoverRequirement(day, shift, task, heads, level, random.Next(1, 4), over));
                    slots--;
                }
            }

            slots -= team ? 1 : 0;
            if (team && slots <= 1)
            {
                slots = 0;
            }
        }

        if (team)
        {
            cover = [.. cover.Where(c => cover.Count(o => o.Day == c.Day && o.Shift == c.Shift) == tasks)];
        }

        return new RosterProblem
        {
            Days = days,
            FirstWeekday = seed % 7,
            Shifts = types,
            Tasks = [.. Enumerable.Range(0, tasks).Select(t => new RosterTask($"t{t}", random.Next(-1, 2), 20 * random.Next(4)))],
            Rules = [Rules(random, days, shifts), Rules(random, days, shifts)],
            People =
            [
                .. Enumerable.Range(0, people).Select(p => new RosterPerson(
                    $"p{p}", random.Next(2), [.. Enumerable.Range(0, tasks).Where(_ => random.Next(4) > 0)], random.Next(-1, 2),
                    random.Next(3) == 0 ? [random.Next(days)] : [])),
            ],
            Levels = [.. Enumerable.Range(0, levels).Select(l => $"level {l}")],
            OvertimeLevel = random.Next(-1, levels),
            Cover = [.. cover],
            Teams = team ? [new JointTeam([new(0, 1), new(1, 1)])] : [],
            Requests =
            [
                .. Enumerable.Range(0, 2).Select(_ => new ShiftRequest(
                    random.Next(people), random.Next(days), random.Next(shifts), random.Next(2) == 0, random.Next(3), random.Next(levels))),
            ],
            LendingLimits = random.Next(2) == 0 ? [new LendingLimit(random.Next(2), random.Next(4) * 480)] : [],
        };
    }

    /// <summary>A problem with a published roster, pins and leave that may be cancelled on top.</summary>
    public static RosterProblem Publish(RosterProblem problem, int seed)
    {
        var random = new Random(seed);
        RosterAssignment[] possible =
        [
            .. from c in problem.Cover
               from p in Enumerable.Range(0, problem.People.Length)
               where problem.People[p].Tasks.Contains(c.Task) && !problem.People[p].UnavailableDays.Contains(c.Day)
               select new RosterAssignment(p, c.Day, c.Shift, c.Task),
        ];
        random.Shuffle(possible);
        ImmutableArray<RosterAssignment> told = [.. possible.DistinctBy(a => (a.Person, a.Day)).Take(4)];
        return problem with
        {
            Published = random.Next(4) == 0 ? null : new PublishedRoster(told, random.Next(3), random.Next(problem.Levels.Length)),
            Pins = random.Next(2) == 0 ? [] : [.. told.Take(1)],
            CancellableLeave =
            [
                .. Enumerable.Range(0, 3).Select(_ => new CancellableLeave(
                    random.Next(problem.People.Length), problem.Cover[random.Next(problem.Cover.Length)].Day, random.Next(3), random.Next(problem.Levels.Length))),
            ],
        };
    }

    /// <summary>A problem whose people, most of them, have worked before the first day, whether or not their rules allow it.</summary>
    public static RosterProblem Remember(RosterProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with { People = [.. problem.People.Select(person => person with { History = random.Next(4) == 0 ? [] : History() })] };

        ImmutableArray<PastShift> History()
        {
            int share = random.Next(1, 4);
            int days = random.Next(1, 9);
            return [.. Enumerable.Range(-days, days).Where(_ => random.Next(4) < share).Select(day => new PastShift(day, random.Next(problem.Shifts.Length)))];
        }
    }

    /// <summary>A problem with one or two fairness measures on top, at levels of their own or together with others.</summary>
    public static RosterProblem Share(RosterProblem problem, int seed)
    {
        var random = new Random(seed);
        int levels = problem.Levels.Length + random.Next(1, 3);
        int Level() => random.Next(4) == 0 ? random.Next(-1, problem.Levels.Length) : random.Next(problem.Levels.Length, levels);
        ImmutableArray<int> Some(int count) => random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, count).Where(_ => random.Next(2) == 0)];
        return problem with
        {
            Levels = [.. Enumerable.Range(0, levels).Select(l => $"level {l}")],
            Fairness =
            [
                .. Enumerable.Range(0, random.Next(1, 3)).Select(m => new FairnessMeasure($"measure {m}")
                {
                    Shifts = Some(problem.Shifts.Length),
                    Tasks = Some(problem.Tasks.Length),
                    Weekends = random.Next(3) == 0,
                    People = random.Next(3) > 0 ? [] : Some(problem.People.Length),
                    WorstLevel = Level(),
                    SpreadLevel = Level(),
                }),
            ],
        };
    }

    /// <summary>A problem that has, most rule sets of it, a least of minutes in seven days.</summary>
    public static RosterProblem Owe(RosterProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with { Rules = [.. problem.Rules.Select(Owing)] };

        RosterRules Owing(RosterRules rules) => rules with
        {
            MinMinutesPer7Days = random.Next(4) == 0 ? 0 : Math.Min(random.Next(1, 4) * 240, rules.MaxMinutesPer7Days),
        };
    }

    private static RosterRules Rules(Random random, int days, int shifts)
    {
        int Maybe(int value, int otherwise) => random.Next(3) == 0 ? value : otherwise;
        bool closedLoop = random.Next(4) == 0;
        return new RosterRules
        {
            Name = "rules",
            MinRestMinutes = Maybe(random.Next(1, 6) * 300, 0),
            MaxConsecutiveDays = Maybe(random.Next(2, 4), int.MaxValue),
            MinConsecutiveDays = Maybe(2, 1),
            MinConsecutiveDaysOff = Maybe(random.Next(2, 4), 1),
            MaxConsecutiveDaysOff = random.Next(6) == 0 ? random.Next(3, 6) : int.MaxValue,
            ClosedLoopDays = closedLoop ? random.Next(1, 5) : int.MaxValue,
            IsolationDays = closedLoop ? random.Next(1, 5) : random.Next(2),
            MaxWeekends = Maybe(random.Next(2), int.MaxValue),
            MaxMinutesPer7Days = Maybe(random.Next(1, 5) * 480, int.MaxValue),
            MinMinutesPerWeek = random.Next(6) == 0 ? 240 : 0,
            MaxMinutesPerWeek = Maybe(random.Next(1, 5) * 480, int.MaxValue),
            MaxProtectiveMinutesPerShift = random.Next(5) == 0 ? random.Next(1, 5) * 120 : int.MaxValue,
            MaxProtectiveMinutesPerWeek = Maybe(random.Next(1, 7) * 120, int.MaxValue),
            MinTotalMinutes = random.Next(5) == 0 ? 240 : 0,
            MaxTotalMinutes = Maybe(random.Next(1, days) * 480, int.MaxValue),
            NormalMinutesPerWeek = Maybe(random.Next(4) * 240, int.MaxValue),
            MaxShifts = random.Next(3) == 0 ? [.. Enumerable.Range(0, shifts).Select(_ => random.Next(4))] : [],
        };
    }
}
