using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>The value of every objective level, derived from the assignments alone and without any code of the planner.</summary>
/// <param name="Levels">Value of each level, in the order of <see cref="RosterProblem.Levels"/>.</param>
public sealed record RosterEvaluation(ImmutableArray<double> Levels)
{
    /// <summary>Evaluates assignments, whether or not they keep the rules. Surplus that is forbidden adds nothing here: it is a violation.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="assignments">The assignments; all indices must exist.</param>
    /// <returns>The evaluation.</returns>
    internal static RosterEvaluation Of(RosterProblem problem, IEnumerable<RosterAssignment> assignments)
    {
        RosterAssignment[] all = [.. assignments];
        double[] levels = new double[problem.Levels.Length];
        AddCover(problem, all, levels);
        AddRequests(problem, all, levels);
        AddCancelledLeave(problem, all, levels);
        AddChanges(problem, all, levels);
        AddOvertime(problem, all, levels);
        AddFairness(problem, all, levels);
        return new RosterEvaluation([.. levels]);
    }

    private static void AddCover(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        var heads = assignments.CountBy(a => (a.Day, a.Shift, a.Task)).ToDictionary();
        var teams = new Dictionary<int, JointTeam>();
        foreach (JointTeam team in problem.Teams)
        {
            foreach (JointTeamLine line in team.Lines)
            {
                teams[line.Task] = team;
            }
        }

        foreach (CoverRequirement cover in problem.Cover)
        {
            int assigned = heads.GetValueOrDefault((cover.Day, cover.Shift, cover.Task));
            int counted = assigned;
            if (teams.TryGetValue(cover.Task, out JointTeam? team))
            {
                int complete = team.Lines.Min(l => heads.GetValueOrDefault((cover.Day, cover.Shift, l.Task)) / l.HeadsPerTeam);
                counted = complete * team.Lines.First(l => l.Task == cover.Task).HeadsPerTeam;
            }

            levels[cover.Level] += cover.UnderWeight * Math.Max(0, cover.Heads - counted);
            if (assigned > cover.Heads && double.IsFinite(cover.OverWeight))
            {
                levels[cover.Level] += cover.OverWeight * (assigned - cover.Heads);
            }
        }
    }

    private static void AddRequests(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        var worked = assignments.Select(a => (a.Person, a.Day, a.Shift)).ToHashSet();
        foreach (ShiftRequest request in problem.Requests)
        {
            if (worked.Contains((request.Person, request.Day, request.Shift)) != request.On)
            {
                levels[request.Level] += request.Weight;
            }
        }
    }

    private static void AddCancelledLeave(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        var worked = assignments.Select(a => (a.Person, a.Day)).ToHashSet();
        foreach (CancellableLeave leave in problem.CancellableLeave.Where(l => worked.Contains((l.Person, l.Day))))
        {
            levels[leave.Level] += leave.Weight;
        }
    }

    private static void AddChanges(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        if (problem.Published is { } published)
        {
            // A day that was given to other work is in both differences, but is one change.
            var changed = assignments.Except(published.Assignments).Concat(published.Assignments.Except(assignments));
            levels[published.Level] += published.Weight * changed.Select(a => (a.Person, a.Day)).Distinct().Count();
        }
    }

    private static void AddOvertime(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        if (problem.OvertimeLevel < 0)
        {
            return;
        }

        foreach (var week in assignments.GroupBy(a => (a.Person, Week: a.Day / 7)))
        {
            int normal = problem.Rules[problem.People[week.Key.Person].Rules].NormalMinutesPerWeek;
            int minutes = week.Sum(a => problem.Shifts[a.Shift].LengthMinutes);
            levels[problem.OvertimeLevel] += Math.Max(0, minutes - normal) / 60.0;
        }
    }

    private static void AddFairness(RosterProblem problem, RosterAssignment[] assignments, double[] levels)
    {
        foreach (FairnessMeasure measure in problem.Fairness)
        {
            var counted = assignments
                .Where(a => measure.Shifts.IsDefaultOrEmpty || measure.Shifts.Contains(a.Shift))
                .Where(a => measure.Tasks.IsDefaultOrEmpty || measure.Tasks.Contains(a.Task))
                .Where(a => measure.People.IsDefaultOrEmpty || measure.People.Contains(a.Person));
            long[] counts =
            [
                .. counted.GroupBy(a => a.Person).Select(own => measure.Weekends
                    ? own.Select(a => a.Day + problem.FirstWeekday).Where(d => d % 7 >= 5).Select(d => d / 7).Distinct().LongCount() : own.LongCount()),
            ];
            if (measure.WorstLevel >= 0)
            {
                levels[measure.WorstLevel] += counts.DefaultIfEmpty().Max();
            }

            if (measure.SpreadLevel >= 0)
            {
                levels[measure.SpreadLevel] += counts.Sum(count => count * count);
            }
        }
    }
}
