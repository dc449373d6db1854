namespace Readiness.Staffing;

/// <summary>
/// Cheapest schedules that keep all caps, with as few of them counted as will do: a cap is counted for a person from the first time on that a
/// schedule broke it (decremental state space relaxation, Righini and Salani, Networks 51, 2008). An instance serves one thread.
/// </summary>
internal sealed class CappedStretches
{
    private readonly RosterModel model;
    private readonly StretchProgram program = new();
    private readonly RationedStretches rationing;
    private readonly ulong[] counted;
    private readonly bool[] isRationed;
    private readonly int[] worked;

    /// <summary>Prepares the schedules of a problem.</summary>
    public CappedStretches(RosterModel model)
    {
        this.model = model;
        rationing = new RationedStretches(model, program);
        counted = new ulong[model.PeopleCount];
        isRationed = new bool[model.PeopleCount];
        worked = new int[model.MostKinds];
    }

    /// <summary>Cost of the schedule found, or a bound below any schedule's cost where <see cref="IsExact"/> is false; minus infinity if nothing is known.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether the schedule found keeps all caps; if not, counting them all would have been too much.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether the schedule found is the cheapest that keeps all caps.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Whether caps were rationed because counting them would have been too much.</summary>
    public bool IsRationed { get; private set; }

    /// <summary>The schedule that <see cref="Cost"/> belongs to after rationing: it may break caps.</summary>
    public ReadOnlySpan<int> Unrationed => rationing.Unrationed;

    /// <summary>Largest size of the tables for counted caps: beyond it they are kept by rationing.</summary>
    public long MostCells
    {
        get => program.MostCells;
        set => program.MostCells = value;
    }

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
        bool whole = window.To - window.From == rules.Days;
        Cost = double.NegativeInfinity;
        IsKept = false;
        IsExact = false;
        IsRationed = false;
        if (whole && isRationed[person])
        {
            return Ration(person, costs, window, outside, choices);
        }

        ulong counts = counted[person];
        while (program.Solve(rules, costs, window, counts, outside, choices))
        {
            Cost = program.Cost;
            ulong broken = rules.BrokenCaps(window, outside, choices, worked);
            if (broken == 0)
            {
                (IsKept, IsExact) = (true, true);
                counted[person] = Reached(rules, counts);
                return true;
            }

            if ((broken & ~counts) == 0)
            {
                return true;
            }

            counts |= broken;
        }

        if (!program.IsTooLarge)
        {
            return false;
        }

        isRationed[person] |= whole;
        return Ration(person, costs, window, outside, choices);
    }

    private bool Ration(int person, ReadOnlySpan<double> costs, in ScheduleWindow window, ReadOnlySpan<int> outside, Span<int> choices)
    {
        bool found = rationing.Solve(person, costs, window, outside, choices);
        Cost = Math.Max(Cost, rationing.Bound);
        IsRationed = found;
        IsKept = rationing.IsKept;
        return found;
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
}
