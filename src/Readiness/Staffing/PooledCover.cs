using System.Collections.Immutable;
using System.Numerics;

namespace Readiness.Staffing;

/// <summary>
/// A smaller problem whose best roster is no worse: tasks that nearly the same people can do become one, which everybody can do who can do one of them.
/// </summary>
/// <remarks>
/// What is lost are the places, which rules that reach over the whole horizon seldom ask for: weekends, numbers of shifts, closed loops. Limits on lending, wishes, pins, the
/// price of leave and of changes are left out, each of which can only cost more.
/// </remarks>
internal sealed class PooledCover
{
    // Share of the people of two tasks who can do both, from which on the tasks are one; the first at which the problem is small enough.
    private static readonly double[] Overlaps = [1, 0.8, 0.6, 0.4, 0.2, 0.05];

    private readonly RosterModel model;
    private readonly int[][] bundles;
    private readonly string[] signatures;
    private readonly ulong[][] able;

    private PooledCover(RosterModel model)
    {
        this.model = model;
        RosterProblem problem = model.Problem;
        ILookup<int, CoverRequirement> cover = model.Cover.ToLookup(c => c.Task);
        Dictionary<int, int> perTeam = problem.Teams.SelectMany(team => team.Lines).ToDictionary(line => line.Task, line => line.HeadsPerTeam);
        bundles =
        [
            .. problem.Teams.Select(team => team.Lines.Select(line => line.Task).ToArray()),
            .. Enumerable.Range(0, problem.Tasks.Length).Where(t => !perTeam.ContainsKey(t)).Select(t => new[] { t }),
        ];
        bundles = [.. bundles.Where(tasks => tasks.Any(cover.Contains))];
        signatures = [.. bundles.Select(tasks => string.Join(" + ", tasks.Select(Signature)))];
        able = [.. Enumerable.Range(0, problem.Tasks.Length).Select(Able)];

        string Signature(int task) =>
            $"{perTeam.GetValueOrDefault(task)} {problem.Tasks[task].ProtectiveMinutesPerHour} {Worth([.. cover[task]])}";
    }

    // Heads of one shift can be added up only where they count the same; tasks whose heads always count the same may be needed at different times.
    private static string Worth(CoverRequirement[] cover)
    {
        (int, double, double)[] worths = [.. cover.Select(c => (c.Level, c.UnderWeight, c.OverWeight)).Distinct()];
        return worths.Length == 1
            ? $"{worths[0]}"
            : string.Join(',', cover.Select(c => (c.Day, c.Shift, c.Level, c.UnderWeight, c.OverWeight)).Order());
    }

    /// <summary>The smaller problem; null if it does not become as small as that, or was stopped.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="mostOptions">Most pairs of a group of people and an entry that they can work.</param>
    /// <param name="mustStop">Asked now and then.</param>
    public static RosterModel? Of(RosterModel model, long mostOptions, Func<bool> mustStop)
    {
        var pooled = new PooledCover(model);
        foreach (double overlap in Overlaps)
        {
            if (mustStop())
            {
                return null;
            }

            var smaller = new RosterModel(pooled.Merge(overlap));
            if (smaller.Options.Sum(options => (long)options.Entries.Length) <= mostOptions)
            {
                return smaller;
            }
        }

        return null;
    }

    private ulong[] Able(int task)
    {
        ulong[] bits = new ulong[(model.PeopleCount + 63) / 64];
        foreach (int person in model.PeopleByTask[task])
        {
            bits[person / 64] |= 1UL << (person % 64);
        }

        return bits;
    }

    private RosterProblem Merge(double overlap)
    {
        int[] poolOf = Pools(overlap);
        int[] taskOf = new int[model.Problem.Tasks.Length];
        Array.Fill(taskOf, -1);
        var tasks = new List<RosterTask>();
        var teams = new List<JointTeam>();
        for (int b = 0; b < bundles.Length; b++)
        {
            for (int line = 0; line < bundles[b].Length; line++)
            {
                if (poolOf[b] == b)
                {
                    taskOf[bundles[b][line]] = tasks.Count;
                    tasks.Add(model.Problem.Tasks[bundles[b][line]] with { Unit = -1 });
                }
                else
                {
                    taskOf[bundles[b][line]] = taskOf[bundles[poolOf[b]][line]];
                }
            }
        }

        foreach (JointTeam team in model.Problem.Teams)
        {
            int b = Array.FindIndex(bundles, bundle => bundle[0] == team.Lines[0].Task);
            if (b >= 0 && poolOf[b] == b)
            {
                teams.Add(new JointTeam([.. team.Lines.Select(line => line with { Task = taskOf[line.Task] })]));
            }
        }

        return new RosterProblem
        {
            Days = model.Days,
            FirstWeekday = model.Problem.FirstWeekday,
            Shifts = model.Problem.Shifts,
            Rules = model.Problem.Rules,
            Levels = model.Problem.Levels,
            OvertimeLevel = model.Problem.OvertimeLevel,
            Tasks = [.. tasks],
            Teams = [.. teams],
            People = [.. model.Problem.People.Select(person => person with
            {
                Unit = -1,
                Tasks = [.. person.Tasks.Select(t => taskOf[t]).Where(t => t >= 0).Distinct().Order()],
            })],
            Cover = [.. model.Cover.GroupBy(c => c with { Task = taskOf[c.Task], Heads = 0 }).Select(g => g.Key with { Heads = g.Sum(c => c.Heads) })],
        };
    }

    // The first bundle of each pool, by bundle.
    private int[] Pools(double overlap)
    {
        int[] poolOf = [.. Enumerable.Range(0, bundles.Length)];
        for (int a = 0; a < bundles.Length; a++)
        {
            for (int b = a + 1; b < bundles.Length; b++)
            {
                if (poolOf[a] != poolOf[b] && signatures[a] == signatures[b] && Overlap(a, b) >= overlap)
                {
                    (int kept, int gone) = (Math.Min(poolOf[a], poolOf[b]), Math.Max(poolOf[a], poolOf[b]));
                    for (int k = 0; k < poolOf.Length; k++)
                    {
                        poolOf[k] = poolOf[k] == gone ? kept : poolOf[k];
                    }
                }
            }
        }

        return poolOf;
    }

    private double Overlap(int a, int b)
    {
        double least = 1;
        for (int line = 0; line < bundles[a].Length; line++)
        {
            ulong[] one = able[bundles[a][line]];
            ulong[] other = able[bundles[b][line]];
            int both = 0;
            int either = 0;
            for (int k = 0; k < one.Length; k++)
            {
                both += BitOperations.PopCount(one[k] & other[k]);
                either += BitOperations.PopCount(one[k] | other[k]);
            }

            least = Math.Min(least, either == 0 ? 1 : (double)both / either);
        }

        return least;
    }
}
