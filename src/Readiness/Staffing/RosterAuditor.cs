using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Readiness.Staffing;

/// <summary>Checks a roster against the rules of its problem, from the assignments alone and without any code of the planner.</summary>
/// <remarks>
/// Rules by name: <c>unknownReference</c>, <c>oneAssignmentPerDay</c>, <c>unavailableDay</c>, <c>eligibility</c>, <c>noCover</c>, <c>minimumRest</c>,
/// <c>forbiddenSuccessor</c>, <c>maxConsecutiveDays</c>, <c>minConsecutiveDays</c>, <c>minConsecutiveDaysOff</c>, <c>maxConsecutiveDaysOff</c>,
/// <c>closedLoopDays</c>, <c>maxWeekends</c>, <c>minMinutesPer7Days</c>, <c>maxMinutesPer7Days</c>, <c>minMinutesPerWeek</c>, <c>maxMinutesPerWeek</c>,
/// <c>maxProtectiveMinutesPerShift</c>, <c>maxProtectiveMinutesPerWeek</c>, <c>minTotalMinutes</c>, <c>maxTotalMinutes</c>, <c>maxShifts</c>, <c>surplus</c>, <c>lendingLimit</c>,
/// <c>pinnedAssignment</c>; and about the proof <c>levels</c>, <c>objective</c>, <c>bound</c>. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class RosterAuditor
{
    /// <summary>Finds every broken rule of a roster, and every figure of its proof that the assignments do not bear out.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="roster">The roster. One without levels in its proof claims to have no assignments: only their absence is checked.</param>
    /// <returns>The violations; empty if the roster passes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ImmutableArray<RuleViolation> Audit(RosterProblem problem, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(roster);
        var found = new List<RuleViolation>();
        bool claimsPlan = !roster.Proof.Levels.IsDefaultOrEmpty || problem.Levels.IsEmpty;
        if (!claimsPlan)
        {
            if (roster.Assignments.Length > 0)
            {
                found.Add(new RuleViolation("levels", "", null, "There are assignments but no objective for any level."));
            }

            return [.. found];
        }

        var known = new List<RosterAssignment>();
        foreach (RosterAssignment a in roster.Assignments)
        {
            if ((uint)a.Person >= (uint)problem.People.Length || (uint)a.Day >= (uint)problem.Days
                || (uint)a.Shift >= (uint)problem.Shifts.Length || (uint)a.Task >= (uint)problem.Tasks.Length)
            {
                found.Add(new RuleViolation("unknownReference", a.ToString(), null, "The assignment names a person, day, shift or task that does not exist."));
            }
            else
            {
                known.Add(a);
            }
        }

        ILookup<int, RosterAssignment> byPerson = known.ToLookup(a => a.Person);
        for (int person = 0; person < problem.People.Length; person++)
        {
            new PersonAudit(problem, problem.People[person], [.. byPerson[person].OrderBy(a => a.Day)], found).Run();
        }

        AuditCover(problem, known, found);
        AuditLending(problem, known, found);
        foreach (RosterAssignment pin in problem.Pins.Except(known))
        {
            found.Add(new RuleViolation("pinnedAssignment", problem.People[pin.Person].Name, pin.Day, "The assignment must stand, but has been changed."));
        }

        AuditProof(problem, roster, known, found);
        return [.. found];
    }

    /// <summary>The objective that the assignments reach, whether or not they keep the rules.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="roster">The roster; its proof is not looked at, and all indices of its assignments must exist.</param>
    /// <returns>The value of each level. Surplus that is forbidden adds nothing here: it is a violation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RosterEvaluation Evaluate(RosterProblem problem, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(roster);
        return RosterEvaluation.Of(problem, roster.Assignments);
    }

    private static void AuditCover(RosterProblem problem, List<RosterAssignment> assignments, List<RuleViolation> found)
    {
        var wanted = problem.Cover.ToDictionary(c => (c.Day, c.Shift, c.Task));
        foreach (var group in assignments.GroupBy(a => (a.Day, a.Shift, a.Task)).OrderBy(g => g.Key))
        {
            string subject = $"{problem.Tasks[group.Key.Task].Name}/{problem.Shifts[group.Key.Shift].Name}";
            if (!wanted.TryGetValue(group.Key, out CoverRequirement? cover))
            {
                found.Add(new RuleViolation("noCover", subject, group.Key.Day, $"{group.Count()} heads are assigned where nothing is asked for."));
            }
            else if (double.IsPositiveInfinity(cover.OverWeight) && group.Count() > cover.Heads)
            {
                found.Add(new RuleViolation("surplus", subject, group.Key.Day, $"{group.Count()} heads are assigned, {cover.Heads} are wanted and surplus is forbidden."));
            }
        }
    }

    private static void AuditLending(RosterProblem problem, List<RosterAssignment> assignments, List<RuleViolation> found)
    {
        foreach (LendingLimit limit in problem.LendingLimits)
        {
            var weeks = assignments
                .Where(a => problem.People[a.Person].Unit == limit.Unit && limit.Unit >= 0)
                .Where(a => problem.Tasks[a.Task].Unit >= 0 && problem.Tasks[a.Task].Unit != limit.Unit)
                .GroupBy(a => a.Day / 7);
            foreach (var week in weeks.OrderBy(w => w.Key))
            {
                long minutes = week.Sum(a => (long)problem.Shifts[a.Shift].LengthMinutes);
                if (minutes > limit.MaxMinutesPerWeek)
                {
                    found.Add(new RuleViolation(
                        "lendingLimit", limit.Unit.ToString(CultureInfo.InvariantCulture), week.Key * 7, $"The unit lends {minutes} minutes in the week, at most {limit.MaxMinutesPerWeek} are allowed."));
                }
            }
        }
    }

    private static void AuditProof(RosterProblem problem, Roster roster, List<RosterAssignment> assignments, List<RuleViolation> found)
    {
        if (roster.Proof.Levels.Length != problem.Levels.Length)
        {
            found.Add(new RuleViolation("levels", "", null, $"The proof has {roster.Proof.Levels.Length} levels, the problem {problem.Levels.Length}."));
            return;
        }

        RosterEvaluation evaluation = RosterEvaluation.Of(problem, assignments);
        for (int level = 0; level < problem.Levels.Length; level++)
        {
            LevelProof proof = roster.Proof.Levels[level];
            double value = evaluation.Levels[level];
            double tolerance = 1e-6 * Math.Max(1, Math.Abs(value));
            if (!(Math.Abs(proof.Objective - value) <= tolerance))
            {
                found.Add(new RuleViolation("objective", problem.Levels[level], null, $"The objective is said to be {proof.Objective}; the assignments give {value}."));
            }

            if (!(proof.Bound <= value + tolerance))
            {
                found.Add(new RuleViolation("bound", problem.Levels[level], null, $"The bound {proof.Bound} is above the objective {value}."));
            }
        }
    }
}
