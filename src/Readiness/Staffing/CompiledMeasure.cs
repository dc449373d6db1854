using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A <see cref="FairnessMeasure"/> over the entries of a model.</summary>
internal sealed class CompiledMeasure
{
    private readonly int firstWeekday;

    private CompiledMeasure(FairnessMeasure measure, int people, int firstWeekday, CoverRequirement[] cover)
    {
        this.firstWeekday = firstWeekday;
        Weekends = measure.Weekends;
        WorstLevel = measure.WorstLevel;
        SpreadLevel = measure.SpreadLevel;
        People = measure.People.IsDefaultOrEmpty ? [.. Enumerable.Range(0, people)] : [.. measure.People];
        Concerns = new bool[people];
        foreach (int person in People)
        {
            Concerns[person] = true;
        }

        Counts =
        [
            .. cover.Select(c => (measure.Shifts.IsDefaultOrEmpty || measure.Shifts.Contains(c.Shift))
                && (measure.Tasks.IsDefaultOrEmpty || measure.Tasks.Contains(c.Task)) && (!Weekends || (c.Day + firstWeekday) % 7 >= 5)),
        ];
    }

    /// <summary>Whether weekends are counted, not shifts.</summary>
    public bool Weekends { get; }

    /// <summary>Level of the largest count; -1 for none.</summary>
    public int WorstLevel { get; }

    /// <summary>Level of the sum of squared counts; -1 for none.</summary>
    public int SpreadLevel { get; }

    /// <summary>The people compared.</summary>
    public int[] People { get; }

    /// <summary>Whether a person is compared.</summary>
    public bool[] Concerns { get; }

    /// <summary>Whether an entry counts.</summary>
    public bool[] Counts { get; }

    /// <summary>Whether the measure counts at a level.</summary>
    public bool CountsAt(int level) => WorstLevel == level || SpreadLevel == level;

    /// <summary>Compiles the measures that count at some level.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cover">Its cover requirements in the order of the entries.</param>
    public static CompiledMeasure[] Compile(RosterProblem problem, CoverRequirement[] cover) =>
    [
        .. problem.Fairness
            .Where(m => m.WorstLevel >= 0 || m.SpreadLevel >= 0)
            .Select(m => new CompiledMeasure(m, problem.People.Length, problem.FirstWeekday, cover)),
    ];

    /// <summary>Number, from Monday to Sunday, of the week that a day is in.</summary>
    public int WeekOf(int day) => (day + firstWeekday) / 7;

    /// <summary>Count of a schedule.</summary>
    /// <param name="schedule">Entry of each day; -1 for a day off.</param>
    public int CountOf(ReadOnlySpan<int> schedule)
    {
        int count = 0;
        int day = 0;
        while (day < schedule.Length)
        {
            bool counts = schedule[day] >= 0 && Counts[schedule[day]];
            count += counts ? 1 : 0;

            // A weekend counts once.
            day += Weekends && counts ? 7 - ((day + firstWeekday) % 7) : 1;
        }

        return count;
    }
}
