namespace Readiness.Staffing;

/// <summary>
/// How many days in a row have been worked or free, as the states of a finite automaton that tells runs apart only as far as a limit does.
/// </summary>
/// <remarks>A run at the edge, which began on the first day, may be shorter than the least: its first days are states of their own.</remarks>
internal sealed class RunStates
{
    /// <summary>State before the first day.</summary>
    public const int Start = 0;

    private readonly List<(bool Working, int Length, bool AtEdge)> states = [default];
    private readonly Limits on;
    private readonly Limits off;

    /// <summary>Builds the states.</summary>
    /// <param name="rules">Rules on days in a row.</param>
    /// <param name="days">Days of the horizon and of the longest history.</param>
    /// <param name="workOrNot">Whether only work and days off are to be told apart.</param>
    public RunStates(RosterRules rules, int days, bool workOrNot)
    {
        on = workOrNot ? Limits.None : Limits.Of(rules.MinConsecutiveDays, rules.MaxConsecutiveDays, days);
        off = workOrNot ? Limits.None : Limits.Of(rules.MinConsecutiveDaysOff, rules.MaxConsecutiveDaysOff, days);
        Add(off, false);
        Add(on, true);
    }

    /// <summary>Number of states.</summary>
    public int Count => states.Count;

    /// <summary>Whether the latest day was worked.</summary>
    public bool IsWorking(int state) => states[state].Working;

    /// <summary>State after a day off; -1 if there can be none.</summary>
    public int AfterOff(int state) => After(state, false);

    /// <summary>State after a day of work; -1 if there can be none.</summary>
    public int AfterWork(int state) => After(state, true);

    /// <summary>State after a run of days that began before the first.</summary>
    public int Reached(bool working, int length, bool isWhole) => Find(working, Math.Min(length, (working ? on : off).Told), !isWhole);

    private void Add(Limits limits, bool working)
    {
        for (int length = 1; length <= limits.Told; length++)
        {
            states.Add((working, length, false));
        }

        for (int length = 1; length < limits.Least; length++)
        {
            states.Add((working, length, true));
        }
    }

    private int After(int state, bool work)
    {
        if (state == Start)
        {
            return Find(work, 1, true);
        }

        (bool working, int length, bool atEdge) = states[state];
        return working == work ? Find(work, length + 1, atEdge)
            : atEdge || length >= (working ? on : off).Least ? Find(work, 1, false)
            : -1;
    }

    private int Find(bool working, int length, bool atEdge)
    {
        Limits limits = working ? on : off;
        if (length > limits.Told && !limits.HasMost)
        {
            length = limits.Told;
        }

        return states.IndexOf((working, length, atEdge && length < limits.Least));
    }

    private readonly record struct Limits(int Least, int Told, bool HasMost)
    {
        public static readonly Limits None = new(1, 1, false);

        public static Limits Of(int least, int most, int days)
        {
            least = Math.Clamp(least, 1, days);
            return new Limits(least, most < days ? most : least, most < days);
        }
    }
}
