namespace Readiness.Staffing;

/// <summary>What is decided about people's days at a node of the branching.</summary>
/// <param name="people">Number of people.</param>
/// <param name="days">Number of days.</param>
internal sealed class BranchingDecisions(int people, int days)
{
    /// <summary>Nothing is decided.</summary>
    public const int Open = -2;

    /// <summary>A day off.</summary>
    public const int Off = -1;

    private readonly int[] required = Filled(people * days);
    private readonly HashSet<(int Person, int Day, int Entry)> forbidden = [];

    /// <summary>Copies decisions, so that more can be added.</summary>
    public BranchingDecisions(BranchingDecisions other, int people, int days)
        : this(people, days)
    {
        other.required.CopyTo(required, 0);
        forbidden.UnionWith(other.forbidden);
    }

    /// <summary>What a person must do on a day: an entry, <see cref="Off"/> or <see cref="Open"/>.</summary>
    public int Required(int person, int day) => required[(person * days) + day];

    /// <summary>Whether a person may not work an entry, or (-1) not be off, on a day.</summary>
    public bool Forbids(int person, int day, int entry) => forbidden.Count > 0 && forbidden.Contains((person, day, entry));

    /// <summary>Decides what a person does on a day.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">The day.</param>
    /// <param name="entry">An entry, or <see cref="Off"/>.</param>
    public void Require(int person, int day, int entry) => required[(person * days) + day] = entry;

    /// <summary>Decides what a person does not do on a day.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">The day.</param>
    /// <param name="entry">An entry, or <see cref="Off"/>.</param>
    public void Forbid(int person, int day, int entry) => forbidden.Add((person, day, entry));

    /// <summary>Whether a schedule keeps the decisions about its person.</summary>
    public bool AreKept(RosterModel model, ScheduleColumn schedule)
    {
        int next = 0;
        for (int day = 0; day < days; day++)
        {
            int entry = Off;
            if (next < schedule.Entries.Length && model.Cover[schedule.Entries[next]].Day == day)
            {
                entry = schedule.Entries[next++];
            }

            int only = Required(schedule.Person, day);
            if ((only != Open && only != entry) || Forbids(schedule.Person, day, entry))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Filled(int size)
    {
        int[] values = new int[size];
        Array.Fill(values, Open);
        return values;
    }
}
