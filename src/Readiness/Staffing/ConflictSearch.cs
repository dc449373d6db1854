using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Which people and rules leave no roster: deletion filters [1] over the rules of each person, and of all together.</summary>
/// <remarks>[1] J. W. Chinneck, E. W. Dravnieks. Locating minimal infeasible constraint sets in linear programs. ORSA Journal on Computing 3, 1991.</remarks>
/// <param name="run">The call, whose limits hold.</param>
internal sealed class ConflictSearch(RosterRun run)
{
    // Person-entry pairs up to which constraint programming decides in no time whether there is a roster.
    private const int LargestTogether = 20_000;
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(2);

    private readonly RosterModel model = run.Model;

    /// <summary>Pins that exceed the heads of an entry without surplus, or what a unit may lend.</summary>
    public static ImmutableArray<RosterConflict> OfPins(RosterModel model)
    {
        RosterProblem problem = model.Problem;
        int EntryOf(RosterAssignment pin) => model.FindEntry(pin.Day, pin.Shift, pin.Task);
        var crowded = problem.Pins
            .GroupBy(EntryOf)
            .Where(g => double.IsPositiveInfinity(model.Cover[g.Key].OverWeight) && g.Count() > model.Cover[g.Key].Heads)
            .Select(g => OfPins("surplus", model.Cover[g.Key].Day, g));
        var lent = problem.Pins
            .Where(pin => model.IsLent(pin.Person, EntryOf(pin)))
            .GroupBy(pin => (Lender: model.Lender[pin.Person], Week: pin.Day / 7))
            .Where(g => g.Sum(pin => (long)problem.Shifts[pin.Shift].LengthMinutes) > problem.LendingLimits[g.Key.Lender].MaxMinutesPerWeek)
            .Select(g => OfPins("lendingLimit", 7 * g.Key.Week, g));
        return [.. crowded, .. lent];
    }

    /// <summary>Everybody without a legal schedule and all pins that contradict each other; failing that, what only together leaves no roster.</summary>
    public ImmutableArray<RosterConflict> Find()
    {
        ImmutableArray<RosterConflict> found = [.. OfPins(model), .. OfPeople()];
        return found.IsEmpty && IsInfeasible(model.Problem) ? [OfEverybody()] : found;
    }

    private List<RosterConflict> OfPeople()
    {
        var conflicts = new List<RosterConflict>();
        var pricing = new SchedulePricing(model, new Random(0));
        var state = new RosterState(model);
        for (int person = 0; person < model.PeopleCount && !run.MustStop; person++)
        {
            if (HasNoSchedule(model, pricing, state, person))
            {
                RosterProblem alone = Alone(person);
                List<RuleDeletion> kept = RuleDeletion.Filter(alone, RuleDeletion.OfPerson(alone), IsInfeasibleAlone);
                conflicts.Add(new RosterConflict([person], [.. kept.Select(part => part.Rule!)]));
            }

            for (int day = 0; day < model.Days; day++)
            {
                state.Free(person, day);
            }
        }

        return conflicts;
    }

    private RosterConflict OfEverybody()
    {
        List<RuleDeletion> kept = RuleDeletion.Filter(model.Problem, RuleDeletion.OfEverybody(model), IsInfeasible);
        return new RosterConflict(
            [.. kept.Where(part => part.Rule is null).Select(part => part.Person)], [.. kept.Select(part => part.Rule).OfType<ConflictingRule>()]);
    }

    private static RosterConflict OfPins(string limit, int day, IEnumerable<RosterAssignment> pins) => new(
        [.. pins.Select(pin => pin.Person).Distinct().Order()],
        [new ConflictingRule(limit, day), .. pins.Select(pin => pin.Day).Distinct().Order().Select(d => new ConflictingRule("pinnedAssignment", d))]);

    // Work of a day, shift and time in protective clothing is the same to one person: two tasks are enough for it, one that the person may do
    // and one that only others may.
    private RosterProblem Alone(int person)
    {
        RosterProblem problem = model.Problem;
        RosterPerson who = problem.People[person];
        (bool IsOwn, int Protective) Like(int task) => (who.Tasks.BinarySearch(task) >= 0, problem.Tasks[task].ProtectiveMinutesPerHour);
        List<(bool IsOwn, int Protective)> tasks = [.. Enumerable.Range(0, problem.Tasks.Length).Select(Like).Distinct()];
        int Task(int task) => tasks.IndexOf(Like(task));
        return new RosterProblem
        {
            Days = problem.Days,
            Shifts = problem.Shifts,
            Tasks = [.. tasks.Select(task => new RosterTask(task.IsOwn ? "own" : "others'", ProtectiveMinutesPerHour: task.Protective))],
            Rules = [problem.Rules[who.Rules]],
            People = [who with { Rules = 0, Tasks = [.. tasks.Index().Where(task => task.Item.IsOwn).Select(task => task.Index)], Unit = -1 }],
            Levels = ["heads"],
            Cover = [.. problem.Cover.Select(c => new CoverRequirement(c.Day, c.Shift, Task(c.Task), 1)).Distinct()],
            Pins = [.. problem.Pins.Where(pin => pin.Person == person).Select(pin => pin with { Person = 0, Task = Task(pin.Task) })],
        };
    }

    private static bool IsInfeasibleAlone(RosterProblem alone)
    {
        var compiled = new RosterModel(alone);
        return HasNoSchedule(compiled, new SchedulePricing(compiled, new Random(0)), new RosterState(compiled), 0);
    }

    private static bool HasNoSchedule(RosterModel model, SchedulePricing pricing, RosterState state, int person) =>
        !pricing.Insert(state, person, 0, model.Days - 1, 0, 0, relaxed: true) && pricing.ProvesInfeasible;

    // Weights play no part, and without them the values of any level lie on a grid.
    private bool IsInfeasible(RosterProblem problem)
    {
        var compiled = new RosterModel(problem with
        {
            Cover = [.. problem.Cover.Select(c => c with { UnderWeight = 0, OverWeight = double.IsInfinity(c.OverWeight) ? c.OverWeight : 0 })],
            Requests = [],
            CancellableLeave = [],
            Published = null,
            OvertimeLevel = -1,
            Fairness = [],
        });
        TimeSpan limit = run.Remaining < LongestCheck ? run.Remaining : LongestCheck;
        using var check = new RosterRun(compiled, run.Options with { TimeLimit = limit }, null, run.CancellationToken);
        ConstraintRoster? exact = ConstraintRoster.TryCreate(compiled, LargestTogether);
        exact?.Solve(check, [], limit);
        return exact is { IsInfeasible: true };
    }
}
