using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>What the shifts before the first day mean to the rules of the days after it.</summary>
internal sealed class PastWork
{
    private readonly RosterProblem problem;
    private readonly ImmutableArray<PastShift> shifts;

    private PastWork(RosterProblem problem, ImmutableArray<PastShift> shifts)
    {
        this.problem = problem;
        this.shifts = shifts;
        int first = shifts.Length - 1;
        while (Works && first > 0 && shifts[first - 1].Day == shifts[first].Day - 1)
        {
            first--;
        }

        RunLength = Works ? -shifts[first].Day : -1 - Last.Day;
        RunIsWhole = !Works || first > 0;
    }

    /// <summary>The last shift.</summary>
    public PastShift Last => shifts[^1];

    /// <summary>Whether the day before the first was worked.</summary>
    public bool Works => Last.Day == -1;

    /// <summary>How many days in a row before the first were worked, or free.</summary>
    public int RunLength { get; }

    /// <summary>Whether it is known how that run began: one that began with the first recorded shift may be longer than the record.</summary>
    public bool RunIsWhole { get; }

    /// <summary>The past of a person; null if none is recorded.</summary>
    public static PastWork? Of(RosterProblem problem, RosterPerson person) => person.History.IsEmpty ? null : new PastWork(problem, person.History);

    /// <summary>Minutes worked from a day on.</summary>
    public int MinutesFrom(int day) => shifts.Where(s => s.Day >= day).Sum(s => problem.Shifts[s.Shift].LengthMinutes);

    /// <summary>First day of the stay in a closed loop that the last shift belongs to.</summary>
    /// <param name="isolation">Days without work that part stays.</param>
    public int StayFrom(int isolation)
    {
        int first = shifts.Length - 1;
        while (first > 0 && shifts[first].Day - shifts[first - 1].Day <= isolation)
        {
            first--;
        }

        return shifts[first].Day;
    }
}
