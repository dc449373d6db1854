namespace Readiness.Staffing;

/// <summary>
/// Cheapest schedules that keep all caps, with as few of them counted as will do: a cap is counted for a person from the first time on that a
/// schedule broke it (decremental state space relaxation, Righini and Salani, Networks 51, 2008). An instance serves one thread.
/// </summary>
/// <param name="model">The problem.</param>
internal sealed class CappedStretches(RosterModel model)
{
    private readonly StretchProgram program = new();
    private readonly ulong[] counted = new ulong[model.PeopleCount];
    private int[] worked = [];

    /// <summary>Cost of the schedule found, or a bound below any schedule's cost where <see cref="IsKept"/> is false.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether the schedule found keeps all caps; if not, counting them all would have been too much.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Finds the cheapest schedule of a person.</summary>
    /// <param name="person">The person, whose rules must be <see cref="StretchRules"/>.</param>
    /// <param name="costs">For each day of the horizon: the cost of a day off, then of each kind. Infinity forbids.</param>
    /// <param name="window">Days to plan.</param>
    /// <param name="outside">How often each kind is worked outside the window; empty for never.</param>
    /// <param name="choices">Receives 0 for a day off or 1 + kind for each day of the window.</param>
    /// <returns>False if there is none.</returns>
    public bool Solve(int person, ReadOnlySpan<double> costs, in ScheduleWindow window, ReadOnlySpan<int> outside, Span<int> choices)
    {
        StretchRules rules = model.StretchesOf(person)!;
        Cost = double.NegativeInfinity;
        IsKept = false;
        ulong counts = counted[person];
        while (program.Solve(rules, costs, window, counts, outside, choices))
        {
            Cost = program.Cost;
            ulong broken = Broken(rules, window, outside, choices);
            if (broken == 0)
            {
                IsKept = true;
                counted[person] = Reached(rules, counts);
                return true;
            }

            if ((broken & ~counts) == 0)
            {
                return true;
            }

            counts |= broken;
        }

        return program.IsTooLarge;
    }

    // Caps that the latest schedule uses up; the others are left out next time, as every counted cap multiplies the states.
    private ulong Reached(StretchRules rules, ulong counts)
    {
        for (int kind = 0; kind < rules.KindCount; kind++)
        {
            if (rules.Cap[kind] >= 0 && worked[kind] < rules.Cap[kind])
            {
                counts &= ~(1UL << rules.Counted[kind]);
            }
        }

        return counts;
    }

    private ulong Broken(StretchRules rules, in ScheduleWindow window, ReadOnlySpan<int> outside, ReadOnlySpan<int> choices)
    {
        if (worked.Length < rules.KindCount)
        {
            worked = new int[rules.KindCount];
        }

        Array.Clear(worked);
        outside.CopyTo(worked);
        ulong broken = 0;
        for (int day = window.From; day < window.To; day++)
        {
            int kind = choices[day] - 1;
            if (kind >= 0 && ++worked[kind] > rules.Cap[kind] && rules.Cap[kind] >= 0)
            {
                broken |= 1UL << rules.Counted[kind];
            }
        }

        return broken;
    }
}
