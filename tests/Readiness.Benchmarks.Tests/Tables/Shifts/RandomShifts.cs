using System.Collections.Immutable;
using Readiness.Benchmarks.Tables.Shifts;

namespace Readiness.Benchmarks.Tests.Tables.Shifts;

/// <summary>Instances so small that all their rosters can be tried, with rules that bind.</summary>
internal static class RandomShifts
{
    /// <summary>One person over eight days, or two over four, with two shift types.</summary>
    public static ShiftInstance Instance(Random random)
    {
        int people = random.Next(1, 3);
        int days = 8 / people;
        ImmutableArray<ShiftType> types = [new("E", 480, []), new("L", 600, random.Next(2) == 0 ? [0] : [])];
        return new ShiftInstance(
            days,
            types,
            [.. Enumerable.Range(0, people).Select(p => Worker(random, $"P{p}", days))],
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => new ShiftWish(random.Next(people), random.Next(days), random.Next(2), random.Next(1, 5), random.Next(2) == 0))],
            [
                .. from day in Enumerable.Range(0, days)
                   from type in Enumerable.Range(0, 2)
                   where random.Next(4) > 0
                   select new ShiftDemand(day, type, random.Next(3), random.Next(1, 20), random.Next(4)),
            ]);
    }

    /// <summary>Every roster, lawful or not.</summary>
    public static IEnumerable<ImmutableArray<ShiftAssignment>> Rosters(ShiftInstance instance)
    {
        int cells = instance.Staff.Length * instance.Days;
        int choices = instance.Types.Length + 1;
        int count = (int)Math.Pow(choices, cells);
        for (int code = 0; code < count; code++)
        {
            yield return Lines(instance, code, choices, cells);
        }
    }

    /// <summary>The least objective of all lawful rosters; null if there is none.</summary>
    public static long? Best(ShiftInstance instance) => Rosters(instance)
        .Select(roster => ShiftEvaluator.Evaluate(instance, roster))
        .Where(verdict => verdict.Faults.IsEmpty)
        .Min(verdict => (long?)verdict.Objective);

    private static ShiftWorker Worker(Random random, string id, int days)
    {
        int longest = random.Next(1, 5);
        int least = 480 * random.Next(0, 3);
        return new ShiftWorker(
            id,
            [random.Next(0, days), random.Next(0, days)],
            least + (600 * random.Next(0, days)),
            least,
            longest,
            random.Next(0, longest + 1),
            random.Next(0, 4),
            random.Next(0, 2),
            random.Next(3) == 0 ? [random.Next(days)] : []);
    }

    private static ImmutableArray<ShiftAssignment> Lines(ShiftInstance instance, int code, int choices, int cells)
    {
        var lines = ImmutableArray.CreateBuilder<ShiftAssignment>();
        for (int cell = 0; cell < cells; cell++, code /= choices)
        {
            if (code % choices is > 0 and int type)
            {
                lines.Add(new ShiftAssignment(instance.Staff[cell / instance.Days].Id, cell % instance.Days, instance.Types[type - 1].Id));
            }
        }

        return lines.ToImmutable();
    }
}
