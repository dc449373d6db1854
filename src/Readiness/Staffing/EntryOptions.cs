using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>The entries that people of equal rules, tasks and unit may work, by day.</summary>
internal sealed class EntryOptions
{
    /// <summary>Collects the entries.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cover">Its cover requirements, ordered by day.</param>
    /// <param name="dayStarts">First index of each day in <paramref name="cover"/>, and the end.</param>
    /// <param name="rules">Rules of the people.</param>
    /// <param name="tasks">Their tasks, ascending.</param>
    /// <param name="unit">Their unit if its lending is limited, else -1.</param>
    public EntryOptions(
        RosterProblem problem, CoverRequirement[] cover, int[] dayStarts, CompiledRules rules, ImmutableArray<int> tasks, int unit)
    {
        bool[] eligible = new bool[problem.Tasks.Length];
        foreach (int task in tasks)
        {
            eligible[task] = true;
        }

        var entries = new List<int>();
        var kinds = new List<int>();
        var lent = new List<bool>();
        DayStart = new int[problem.Days + 1];
        for (int day = 0; day < problem.Days; day++)
        {
            for (int e = dayStarts[day]; e < dayStarts[day + 1]; e++)
            {
                int kind = rules.KindOf(cover[e]);
                if (eligible[cover[e].Task] && kind >= 0)
                {
                    int place = problem.Tasks[cover[e].Task].Unit;
                    entries.Add(e);
                    kinds.Add(kind);
                    lent.Add(unit >= 0 && place >= 0 && place != unit);
                }
            }

            DayStart[day + 1] = entries.Count;
        }

        Entries = [.. entries];
        Kinds = [.. kinds];
        Lent = [.. lent];
        HasLent = lent.Contains(true);
    }

    /// <summary>First index of each day, and the end.</summary>
    public int[] DayStart { get; }

    /// <summary>Entries.</summary>
    public int[] Entries { get; }

    /// <summary>Kind of work of each.</summary>
    public int[] Kinds { get; }

    /// <summary>Whether working it counts against a lending limit.</summary>
    public bool[] Lent { get; }

    /// <summary>Whether any of them does.</summary>
    public bool HasLent { get; }
}
