using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>The optimum of a tiny problem by trying every combination of legal schedules.</summary>
internal sealed class RosterEnumeration
{
    private readonly RosterProblem problem;
    private readonly List<ImmutableArray<RosterAssignment>>[] schedules;
    private readonly List<RosterAssignment> chosen = [];

    private RosterEnumeration(RosterProblem problem)
    {
        this.problem = problem;
        schedules = [.. Enumerable.Range(0, problem.People.Length).Select(Legal)];
    }

    /// <summary>Number of combinations.</summary>
    public long Size => schedules.Aggregate(1L, (size, s) => size * s.Count);

    /// <summary>The best values; null if no combination is legal.</summary>
    public ImmutableArray<double>? Best { get; private set; }

    /// <summary>Enumerates; null if there are more combinations than <paramref name="most"/>.</summary>
    public static RosterEnumeration? TryRun(RosterProblem problem, long most)
    {
        var enumeration = new RosterEnumeration(problem);
        if (enumeration.Size > most)
        {
            return null;
        }

        enumeration.Try(0);
        return enumeration;
    }

    /// <summary>Legal schedules of a person, judged by the auditor.</summary>
    public static List<ImmutableArray<RosterAssignment>> Legal(RosterProblem problem, int person) => new RosterEnumeration(problem).schedules[person];

    private List<ImmutableArray<RosterAssignment>> Legal(int person)
    {
        RosterProblem alone = problem with
        {
            People = [problem.People[person]],
            Cover = [.. problem.Cover.Select(c => c with { OverWeight = 1, Heads = c.Heads })],
            Levels = [.. problem.Levels],
            Requests = [],
            CancellableLeave = [],
            Pins = [.. problem.Pins.Where(p => p.Person == person).Select(p => p with { Person = 0 })],
            Published = null,
            LendingLimits = [],
            Fairness = [],
        };
        var found = new List<ImmutableArray<RosterAssignment>>();
        void Extend(int day, ImmutableArray<RosterAssignment> sofar)
        {
            if (day == problem.Days)
            {
                var levels = RosterEvaluation.Of(alone, sofar).Levels.Select(v => new LevelProof("", v, 0));
                if (new RosterAuditor().Audit(alone, new Roster(sofar, new PlanProof(Termination.Finished, [.. levels]))).IsEmpty)
                {
                    found.Add([.. sofar.Select(a => a with { Person = person })]);
                }

                return;
            }

            Extend(day + 1, sofar);
            foreach (CoverRequirement cover in problem.Cover)
            {
                if (cover.Day == day && problem.People[person].Tasks.Contains(cover.Task))
                {
                    Extend(day + 1, sofar.Add(new RosterAssignment(0, day, cover.Shift, cover.Task)));
                }
            }
        }

        Extend(0, []);
        return found;
    }

    private void Try(int person)
    {
        if (person == schedules.Length)
        {
            var values = RosterEvaluation.Of(problem, chosen).Levels;
            if (Best is null || Better(values, Best.Value))
            {
                var roster = new Roster([.. chosen], new PlanProof(Termination.Finished, [.. values.Select(v => new LevelProof("", v, 0))]));
                if (new RosterAuditor().Audit(problem, roster).IsEmpty)
                {
                    Best = values;
                }
            }

            return;
        }

        foreach (ImmutableArray<RosterAssignment> schedule in schedules[person])
        {
            int before = chosen.Count;
            chosen.AddRange(schedule);
            Try(person + 1);
            chosen.RemoveRange(before, chosen.Count - before);
        }
    }

    private static bool Better(ImmutableArray<double> one, ImmutableArray<double> other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (Math.Abs(one[i] - other[i]) > 1e-9)
            {
                return one[i] < other[i];
            }
        }

        return false;
    }
}
