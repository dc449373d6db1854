using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Seeded roster problems: tiny ones with every rule, and a whole health district.</summary>
internal static class RosterGenerator
{
    private static readonly ImmutableArray<RosterShift> DistrictShifts =
    [
        new("day", 480, 480), new("evening", 960, 480), new("night", 0, 480),
        new("early", 360, 360), new("late morning", 540, 360), new("afternoon", 720, 360), new("late", 1080, 360),
        new("long day", 480, 720), new("long night", 1200, 720),
        new("on call", 480, 1440),
    ];

    /// <summary>
    /// A district: units with people of skills, tasks at the units with cover of four classes, joint teams, lending limits, leave, overtime.
    /// </summary>
    /// <param name="seed">Seed.</param>
    /// <param name="people">Number of people.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="load">Wanted minutes over the minutes of everybody's normal week.</param>
    public static RosterProblem District(int seed, int people = 1200, int units = 45, int tasks = 120, double load = 0.9)
    {
        var random = new Random(seed);
        const int skills = 8;
        int days = 28;
        (int X, int Y)[] places = [.. Enumerable.Range(0, units).Select(_ => (random.Next(40), random.Next(40)))];
        int[] unitOf = [.. Enumerable.Range(0, people).Select(_ => random.Next(units))];
        int[] skillOf = [.. Enumerable.Range(0, people).Select(_ => Math.Min(random.Next(skills), random.Next(skills)))];
        int[] second = [.. Enumerable.Range(0, people).Select(p => random.Next(3) == 0 ? random.Next(skills) : skillOf[p])];
        int teamTasks = 3 * (tasks / 24);
        var taskUnit = new int[tasks];
        var taskSkill = new int[tasks];
        for (int t = 0; t < tasks; t++)
        {
            bool inTeam = t < teamTasks;
            taskUnit[t] = inTeam && t % 3 > 0 ? taskUnit[t - 1] : random.Next(units);
            taskSkill[t] = inTeam ? t % 3 : Math.Min(random.Next(skills), random.Next(skills));
        }

        bool CanReach(int p, int t) => unitOf[p] == taskUnit[t]
            || Math.Pow(places[unitOf[p]].X - places[taskUnit[t]].X, 2) + Math.Pow(places[unitOf[p]].Y - places[taskUnit[t]].Y, 2) <= 144;
        ImmutableArray<RosterPerson> staff =
        [
            .. Enumerable.Range(0, people).Select(p => new RosterPerson(
                $"p{p}", p % 3,
                [.. Enumerable.Range(0, tasks).Where(t => (taskSkill[t] == skillOf[p] || taskSkill[t] == second[p]) && CanReach(p, t))],
                unitOf[p],
                random.Next(4) == 0 ? [.. Enumerable.Range(random.Next(21), 7)] : [])),
        ];
        double capacity = people * 0.93 * 2400 * days / 7;
        var rules = ImmutableArray.Create(
            Rules("staff", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), Rules("no nights", [1, 1, 0, 1, 1, 1, 1, 1, 0, 0]), Rules("no on-call", [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]));
        return new RosterProblem
        {
            Days = days,
            Shifts = DistrictShifts,
            Tasks = [.. Enumerable.Range(0, tasks).Select(t => new RosterTask($"t{t}", taskUnit[t]))],
            Rules = rules,
            People = staff,
            Levels = ["cover 1", "cover 2", "cover 3", "cover 4", "overtime"],
            OvertimeLevel = 4,
            Cover = DistrictCover(random, tasks, teamTasks, days, capacity * load),
            Teams = [.. Enumerable.Range(0, teamTasks / 3).Select(i => new JointTeam([new(3 * i, 1), new((3 * i) + 1, 1), new((3 * i) + 2, 2)]))],
            LendingLimits = [.. Enumerable.Range(0, units).Select(u => new LendingLimit(u, unitOf.Count(v => v == u) * 1200L))],
        };
    }

    private static RosterRules Rules(string name, int[] allowed) => new()
    {
        Name = name,
        MinRestMinutes = 660,
        MaxConsecutiveDays = 6,
        MaxMinutesPer7Days = 3600,
        NormalMinutesPerWeek = 2400,
        MaxShifts = [.. allowed.Select(a => a == 1 ? 28 : 0)],
    };

    private static ImmutableArray<CoverRequirement> DistrictCover(Random random, int tasks, int teamTasks, int days, double minutes)
    {
        int[][] patterns = [[0, 1, 2], [3, 5], [3, 4, 5, 6], [7, 8], [9], [0]];
        var cover = new List<CoverRequirement>();
        double perTask = minutes / tasks / days;
        for (int t = 0; t < tasks; t++)
        {
            bool inTeam = t < teamTasks;
            int[] pattern = inTeam ? [0] : patterns[random.Next(patterns.Length)];
            int level = inTeam ? 1 : random.Next(4);
            double heads = perTask / pattern.Sum(s => DistrictShifts[s].LengthMinutes);
            for (int day = 0; day < days; day++)
            {
                foreach (int shift in pattern)
                {
                    int wanted = inTeam ? (t % 3 == 2 ? 4 : 2) : (int)(heads * (0.5 + random.NextDouble()) + random.NextDouble());
                    if (wanted > 0)
                    {
                        cover.Add(new CoverRequirement(day, shift, t, wanted, level));
                    }
                }
            }
        }

        return [.. cover];
    }
}
