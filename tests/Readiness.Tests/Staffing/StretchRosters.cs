using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Random problems of one level whose rules forget at a day off what was before it.</summary>
internal static class StretchRosters
{
    /// <summary>Rules of all kinds that stretches of work can keep.</summary>
    public static RosterRules Rules(Random random, int days, ImmutableArray<RosterShift> shifts)
    {
        int Maybe(int value, int otherwise) => random.Next(2) == 0 ? value : otherwise;
        int longest = shifts.Max(s => s.LengthMinutes);
        int least = Maybe(random.Next(1, (days / 2) + 1) * 240, 0);
        return new RosterRules
        {
            Name = "rules",
            MaxConsecutiveDays = Maybe(random.Next(2, 6), int.MaxValue),
            MinConsecutiveDays = random.Next(1, 3),
            MinConsecutiveDaysOff = random.Next(1, 4),
            MaxWeekends = Maybe(random.Next(3), int.MaxValue),
            MinTotalMinutes = least,
            MaxTotalMinutes = Maybe(least + (random.Next(1, 5) * longest), int.MaxValue),
            MaxShifts = random.Next(2) == 0 ? [.. shifts.Select(_ => random.Next(5))] : [],
        };
    }

    /// <summary>Shifts of different lengths, some of which may not follow others.</summary>
    public static ImmutableArray<RosterShift> Shifts(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(s => new RosterShift(
            $"s{s}", 0, 240 * random.Next(1, 4), [.. Enumerable.Range(0, s).Where(_ => random.Next(2) == 0)])),
    ];

    /// <summary>A ward of three shifts with limits of every kind: too large to enumerate, quick to plan.</summary>
    /// <param name="seed">Seed of absences, cover and requests.</param>
    /// <param name="people">People.</param>
    /// <param name="days">Days.</param>
    public static RosterProblem Ward(int seed, int people, int days)
    {
        var random = new Random(seed);
        return new RosterProblem
        {
            Days = days,
            Shifts = [new RosterShift("early", 0, 480), new RosterShift("late", 0, 480, [0]), new RosterShift("night", 0, 600, [0, 1])],
            Tasks = [new RosterTask("work")],
            Rules =
            [
                new RosterRules
                {
                    MaxConsecutiveDays = 5, MinConsecutiveDays = 2, MinConsecutiveDaysOff = 2, MaxWeekends = days / 14,
                    MinTotalMinutes = 480 * (15 * days / 28), MaxTotalMinutes = 480 * (18 * days / 28), MaxShifts = [days, 12, 4],
                },
            ],
            People = [.. Enumerable.Range(0, people).Select(p => new RosterPerson($"p{p}", 0, [0], UnavailableDays: [random.Next(days)]))],
            Levels = ["cost"],
            Cover =
            [
                .. from day in Enumerable.Range(0, days)
                   from shift in Enumerable.Range(0, 3)
                   select new CoverRequirement(day, shift, 0, random.Next(1, 2 + (people / 5)), 0, 100, 1),
            ],
            Requests =
            [
                .. Enumerable.Range(0, 80).Select(_ => new ShiftRequest(random.Next(people), random.Next(days), random.Next(3), random.Next(2) == 0, random.Next(1, 4), 0)),
            ],
        };
    }

    /// <summary>Two or three people and cover on few days, so that all rosters can be tried.</summary>
    public static RosterProblem Tiny(int seed)
    {
        var random = new Random(seed);
        int days = random.Next(7, 11);
        int people = random.Next(2, 4);
        ImmutableArray<RosterShift> shifts = Shifts(random, random.Next(1, 3));
        var cover = new Dictionary<(int, int), CoverRequirement>();
        for (int slot = 0; slot < (people == 2 ? 7 : 5); slot++)
        {
            int day = random.Next(days);
            int shift = random.Next(shifts.Length);
            cover[(day, shift)] = new CoverRequirement(
                day, shift, 0, random.Next(0, 3), 0, random.Next(1, 12), random.Next(3) == 0 ? double.PositiveInfinity : random.Next(4));
        }

        return new RosterProblem
        {
            Days = days,
            FirstWeekday = seed % 7,
            Shifts = shifts,
            Tasks = [new RosterTask("work", ProtectiveMinutesPerHour: seed % 5 == 0 ? 30 : 0)],
            Rules = [Rules(random, days, shifts), Rules(random, days, shifts) with { MaxProtectiveMinutesPerShift = 200 }],
            People =
            [
                .. Enumerable.Range(0, people).Select(p => new RosterPerson(
                    $"p{p}", random.Next(2), [0], UnavailableDays: random.Next(2) == 0 ? [random.Next(days)] : [])),
            ],
            Levels = ["cost"],
            Cover = [.. cover.Values],
            Requests =
            [
                .. Enumerable.Range(0, 4).Select(_ => new ShiftRequest(
                    random.Next(people), random.Next(days), random.Next(shifts.Length), random.Next(2) == 0, random.Next(1, 4), 0)),
            ],
        };
    }
}
