namespace Readiness.Staffing;

/// <summary>
/// How long a stay in a closed loop has lasted and for how many days it has been without work, as the states of a finite automaton. The
/// default has one state and limits nothing.
/// </summary>
/// <param name="longest">Most days of a stay.</param>
/// <param name="isolation">Days without work that end it.</param>
internal readonly struct StayStates(int longest, int isolation)
{
    /// <summary>State outside the closed loop.</summary>
    public const int Outside = 0;

    /// <summary>Number of states.</summary>
    public int Count => 1 + (longest * isolation);

    /// <summary>State after a day off.</summary>
    public int AfterOff(int state)
    {
        if (state == Outside)
        {
            return Outside;
        }

        (int day, int idle) = Math.DivRem(state - 1, isolation);
        return idle + 1 == isolation ? Outside : Inside(day + 2, idle + 1);
    }

    /// <summary>State after a day of work; -1 if there can be none.</summary>
    public int AfterWork(int state)
    {
        int day = state == Outside ? 1 : ((state - 1) / isolation) + 2;
        return longest == 0 ? Outside : day > longest ? -1 : Inside(day, 0);
    }

    /// <summary>State on a day of a stay after so many days off.</summary>
    public int Reached(int day, int idle) => idle < isolation ? Inside(day, idle) : Outside;

    // Days beyond the longest stay are alike: no work before isolation is over.
    private int Inside(int day, int idle) => 1 + ((Math.Min(day, longest) - 1) * isolation) + idle;
}
