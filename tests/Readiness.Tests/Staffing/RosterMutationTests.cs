using System.Collections.Immutable;
using System.Globalization;
using Readiness.Staffing;
using Readiness.Tests.Audit.Mutations;

namespace Readiness.Tests.Staffing;

/// <summary>Good rosters of random problems, broken on purpose at every place.</summary>
public sealed class RosterMutationTests
{
    private static readonly string[] Rules =
    [
        "unknownReference", "oneAssignmentPerDay", "unavailableDay", "eligibility", "noCover", "minimumRest", "forbiddenSuccessor", "maxConsecutiveDays",
        "minConsecutiveDays", "minConsecutiveDaysOff", "maxConsecutiveDaysOff", "closedLoopDays", "maxWeekends", "minMinutesPer7Days", "maxMinutesPer7Days",
        "maxMinutesPerWeek", "minMinutesPerWeek",
        "maxProtectiveMinutesPerShift", "maxProtectiveMinutesPerWeek", "minTotalMinutes", "maxTotalMinutes", "maxShifts", "surplus",
        "lendingLimit", "pinnedAssignment", "levels", "objective", "bound",
    ];

    private readonly MutationTable table = new();

    [Fact]
    public void Every_rule_is_named_at_every_place_in_whatever_way_it_is_broken()
    {
        for (int seed = 1; seed <= 2; seed++)
        {
            RosterProblem problem = RosterGenerator.District(seed, people: 24, units: 10, tasks: 24, load: 0.8);
            Roster roster = new RosterPlanner().Plan(
                problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(1), Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(new RosterAuditor().Audit(problem, roster));
            foreach (RosterAssignment turn in roster.Assignments.Where((_, position) => position % 8 == seed))
            {
                BreakTurn(problem, roster, turn);
            }

            foreach (var person in roster.Assignments.OrderBy(turn => turn.Day).GroupBy(turn => turn.Person))
            {
                BreakSequence(problem, roster, problem.People[person.Key].Name, [.. person]);
                BreakRuns(problem, roster, problem.People[person.Key].Name, [.. person]);
                BreakStays(problem, roster, problem.People[person.Key].Name, [.. person]);
                BreakTotals(problem, roster, problem.People[person.Key].Name, [.. person]);
            }

            BreakLending(problem, roster);
            BreakProof(problem, roster);
        }

        Assert.Equal(Rules.Order(), table.Rules.Order());
        table.AssertAllCaught();
    }

    private void Try(string rule, string way, string subject, int? day, RosterProblem problem, Roster roster) =>
        table.Add(rule, way, subject, day, new RosterAuditor().Audit(problem, roster));

    private void BreakTurn(RosterProblem problem, Roster roster, RosterAssignment turn)
    {
        RosterPerson person = problem.People[turn.Person];
        RosterAssignment[] unknown =
        [
            turn with { Person = -1 }, turn with { Person = problem.People.Length }, turn with { Day = -1 }, turn with { Day = problem.Days },
            turn with { Shift = problem.Shifts.Length }, turn with { Task = problem.Tasks.Length },
        ];
        foreach (RosterAssignment other in unknown)
        {
            Try("unknownReference", "no such person, day, shift or task", other.ToString(), null, problem, roster with { Assignments = roster.Assignments.Replace(turn, other) });
        }

        Try("oneAssignmentPerDay", "the same again", person.Name, turn.Day, problem, roster with { Assignments = roster.Assignments.Add(turn) });
        Try("pinnedAssignment", "it is gone", person.Name, turn.Day, problem with { Pins = [turn] }, roster with { Assignments = roster.Assignments.Remove(turn) });
        RosterAssignment elsewhere = turn with { Task = (turn.Task + 1) % problem.Tasks.Length };
        Try("pinnedAssignment", "it is elsewhere", person.Name, turn.Day, problem with { Pins = [turn] }, roster with { Assignments = roster.Assignments.Replace(turn, elsewhere) });
        Try("unavailableDay", "the person is away", person.Name, turn.Day, With(problem, turn.Person, person with { UnavailableDays = [turn.Day] }), roster);
        int protective = problem.Shifts[turn.Shift].LengthMinutes / 4;
        Try("maxProtectiveMinutesPerShift", "a minute less is allowed", person.Name, turn.Day, Clothed(problem, rules => rules with { MaxProtectiveMinutesPerShift = protective - 1 }), roster);
        Try("eligibility", "the task is another's", person.Name, turn.Day, With(problem, turn.Person, person with { Tasks = person.Tasks.Remove(turn.Task) }), roster);
        string place = $"{problem.Tasks[turn.Task].Name}/{problem.Shifts[turn.Shift].Name}";
        CoverRequirement cover = problem.Cover.Single(wanted => (wanted.Day, wanted.Shift, wanted.Task) == (turn.Day, turn.Shift, turn.Task));
        Try("noCover", "nobody is asked for", place, turn.Day, problem with { Cover = problem.Cover.Remove(cover) }, roster);
        int heads = roster.Assignments.Count(other => (other.Day, other.Shift, other.Task) == (turn.Day, turn.Shift, turn.Task));
        Try("surplus", "one fewer is asked for", place, turn.Day, problem with { Cover = problem.Cover.Replace(cover, cover with { Heads = heads - 1 }) }, roster);
    }

    private void BreakSequence(RosterProblem problem, Roster roster, string name, RosterAssignment[] work)
    {
        foreach ((RosterAssignment before, RosterAssignment after) in work.Zip(work.Skip(1)))
        {
            RosterShift first = problem.Shifts[before.Shift];
            int rest = (after.Day - before.Day) * 1440 + problem.Shifts[after.Shift].StartMinute - first.StartMinute - first.LengthMinutes;
            Try("minimumRest", "a minute more is asked for", name, after.Day, Ruled(problem, rules => rules with { MinRestMinutes = rest + 1 }), roster);
            if (after.Day == before.Day + 1)
            {
                RosterShift barring = first with { ForbiddenSuccessors = [after.Shift] };
                Try("forbiddenSuccessor", "the shift may not follow", name, after.Day, problem with { Shifts = problem.Shifts.SetItem(before.Shift, barring) }, roster);
            }
        }
    }

    private void BreakRuns(RosterProblem problem, Roster roster, string name, RosterAssignment[] work)
    {
        bool[] worked = [.. Enumerable.Range(0, problem.Days).Select(day => work.Any(turn => turn.Day == day))];
        int end;
        for (int start = 0; start < problem.Days; start = end)
        {
            for (end = start + 1; end < problem.Days && worked[end] == worked[start]; end++)
            {
            }

            int length = end - start;
            bool inside = start > 0 && end < problem.Days;
            if (worked[start])
            {
                Try("maxConsecutiveDays", "a day less is allowed", name, start, Ruled(problem, rules => rules with { MaxConsecutiveDays = length - 1 }), roster);
            }

            else
            {
                Try("maxConsecutiveDaysOff", "a day less is allowed", name, start, Ruled(problem, rules => rules with { MaxConsecutiveDaysOff = length - 1 }), roster);
            }

            if (worked[start] && inside)
            {
                Try("minConsecutiveDays", "a day more is asked for", name, start, Ruled(problem, rules => rules with { MinConsecutiveDays = length + 1 }), roster);
            }
            else if (inside)
            {
                Try("minConsecutiveDaysOff", "a day more is asked for", name, start, Ruled(problem, rules => rules with { MinConsecutiveDaysOff = length + 1 }), roster);
            }
        }
    }

    private void BreakStays(RosterProblem problem, Roster roster, string name, RosterAssignment[] work)
    {
        for (int isolation = 1; isolation <= 4; isolation++)
        {
            int m = isolation;
            for (int first = 0, last; first < work.Length; first = last + 1)
            {
                for (last = first; last + 1 < work.Length && work[last + 1].Day - work[last].Day <= m; last++)
                {
                }

                int length = work[last].Day - work[first].Day + 1;
                Try("closedLoopDays", "a day less is allowed", name, work[first].Day, Ruled(problem, rules => rules with { ClosedLoopDays = length - 1, IsolationDays = m }), roster);
            }
        }
    }

    private void BreakTotals(RosterProblem problem, Roster roster, string name, RosterAssignment[] work)
    {
        ImmutableArray<int> absences = problem.People.Single(person => person.Name == name).UnavailableDays;
        int total = work.Sum(turn => problem.Shifts[turn.Shift].LengthMinutes);
        Try("minTotalMinutes", "a minute more is asked for", name, null, Ruled(problem, rules => rules with { MinTotalMinutes = total + 1 }), roster);
        Try("maxTotalMinutes", "a minute less is allowed", name, null, Ruled(problem, rules => rules with { MaxTotalMinutes = total - 1 }), roster);
        int weekends = Enumerable.Range(-problem.FirstWeekday, problem.Days + problem.FirstWeekday).Chunk(7)
            .Count(week => work.Any(turn => week.Skip(5).Contains(turn.Day)));
        if (weekends > 0)
        {
            Try("maxWeekends", "a weekend less is allowed", name, null, Ruled(problem, rules => rules with { MaxWeekends = weekends - 1 }), roster);
        }

        foreach (RosterAssignment turn in work)
        {
            int week = work.Where(other => other.Day >= turn.Day && other.Day < turn.Day + 7).Sum(other => problem.Shifts[other.Shift].LengthMinutes);
            Try("maxMinutesPer7Days", "a minute less is allowed", name, turn.Day, Ruled(problem, rules => rules with { MaxMinutesPer7Days = week - 1 }), roster);
        }

        foreach (int start in Enumerable.Range(0, problem.Days - 6).Where(day => !absences.Any(away => away >= day && away < day + 7)))
        {
            int sevenDays = work.Where(turn => turn.Day >= start && turn.Day < start + 7).Sum(turn => problem.Shifts[turn.Shift].LengthMinutes);
            Try("minMinutesPer7Days", "a minute more is asked for", name, start, Ruled(problem, rules => rules with { MinMinutesPer7Days = sevenDays + 1 }), roster);
        }

        foreach (int start in Enumerable.Range(0, problem.Days).Where(day => day % 7 == 0))
        {
            int week = work.Where(turn => turn.Day / 7 == start / 7).Sum(turn => problem.Shifts[turn.Shift].LengthMinutes);
            Try("maxMinutesPerWeek", "a minute less is allowed", name, start, Ruled(problem, rules => rules with { MaxMinutesPerWeek = week - 1 }), roster);
            Try("minMinutesPerWeek", "a minute more is asked for", name, start, Ruled(problem, rules => rules with { MinMinutesPerWeek = week + 1 }), roster);
        }

        foreach (var week in work.GroupBy(turn => turn.Day / 7))
        {
            int protective = week.Sum(turn => problem.Shifts[turn.Shift].LengthMinutes / 4);
            Try("maxProtectiveMinutesPerWeek", "a minute less is allowed", name, 7 * week.Key, Clothed(problem, rules => rules with { MaxProtectiveMinutesPerWeek = protective - 1 }), roster);
        }

        foreach (var type in work.GroupBy(turn => turn.Shift))
        {
            ImmutableArray<int> most = [.. problem.Shifts.Select((_, shift) => shift == type.Key ? type.Count() - 1 : problem.Days)];
            Try("maxShifts", "one less of the type is allowed", name, null, Ruled(problem, rules => rules with { MaxShifts = most }), roster);
        }
    }

    private void BreakLending(RosterProblem problem, Roster roster)
    {
        var lent = roster.Assignments
            .Where(turn => problem.People[turn.Person].Unit != problem.Tasks[turn.Task].Unit)
            .GroupBy(turn => (problem.People[turn.Person].Unit, Week: turn.Day / 7));
        foreach (var week in lent)
        {
            var limit = new LendingLimit(week.Key.Unit, week.Sum(turn => (long)problem.Shifts[turn.Shift].LengthMinutes) - 1);
            string unit = week.Key.Unit.ToString(CultureInfo.InvariantCulture);
            Try("lendingLimit", "a minute less is allowed", unit, week.Key.Week * 7, problem with { LendingLimits = [limit] }, roster);
        }
    }

    private void BreakProof(RosterProblem problem, Roster roster)
    {
        ImmutableArray<LevelProof> levels = roster.Proof.Levels;
        Roster Proving(ImmutableArray<LevelProof> stated) => roster with { Proof = roster.Proof with { Levels = stated } };

        Try("levels", "none at all", "", null, problem, Proving([]));
        for (int k = 0; k < levels.Length; k++)
        {
            Try("levels", "a level is missing", "", null, problem, Proving(levels.RemoveAt(k)));
            foreach (double objective in new[] { levels[k].Objective - 1, levels[k].Objective + 1, double.NaN })
            {
                Try("objective", "another objective", problem.Levels[k], null, problem, Proving(levels.SetItem(k, levels[k] with { Objective = objective })));
            }

            foreach (double bound in new[] { levels[k].Objective + 1, double.NaN })
            {
                Try("bound", "above the objective", problem.Levels[k], null, problem, Proving(levels.SetItem(k, levels[k] with { Bound = bound })));
            }
        }
    }

    private static RosterProblem With(RosterProblem problem, int position, RosterPerson person) => problem with { People = problem.People.SetItem(position, person) };

    private static RosterProblem Clothed(RosterProblem problem, Func<RosterRules, RosterRules> change) =>
        Ruled(problem with { Tasks = [.. problem.Tasks.Select(task => task with { ProtectiveMinutesPerHour = 15 })] }, change);

    private static RosterProblem Ruled(RosterProblem problem, Func<RosterRules, RosterRules> change) => problem with { Rules = [.. problem.Rules.Select(change)] };
}
