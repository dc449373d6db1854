namespace Readiness.Staffing;

/// <summary>What a person is to do, or not to do, on a day unless a price is paid: a request, a published assignment or leave.</summary>
/// <param name="Day">Day.</param>
/// <param name="Shift">Shift, or <see cref="Any"/>.</param>
/// <param name="Task">Task, or <see cref="Any"/>.</param>
/// <param name="On">Whether such work is wished for, or none of it.</param>
/// <param name="Weight">Cost if it is refused.</param>
/// <param name="Level">Objective level.</param>
internal readonly record struct DayWish(int Day, int Shift, int Task, bool On, double Weight, int Level)
{
    /// <summary>Any shift or task.</summary>
    public const int Any = -1;

    /// <summary>The wishes of each person that cost anything.</summary>
    public static DayWish[][] ByPerson(RosterProblem problem)
    {
        var wishes = new List<DayWish>[problem.People.Length];
        for (int p = 0; p < wishes.Length; p++)
        {
            wishes[p] = [];
        }

        foreach (ShiftRequest request in problem.Requests)
        {
            wishes[request.Person].Add(new DayWish(request.Day, request.Shift, Any, request.On, request.Weight, request.Level));
        }

        foreach (CancellableLeave leave in problem.CancellableLeave)
        {
            wishes[leave.Person].Add(new DayWish(leave.Day, Any, Any, false, leave.Weight, leave.Level));
        }

        if (problem.Published is { } published)
        {
            AddPublished(problem, published, wishes);
        }

        return [.. wishes.Select(w => w.Where(wish => wish.Weight > 0).ToArray())];
    }

    /// <summary>Whether the wish is about this work.</summary>
    public bool Concerns(CoverRequirement work) => (Shift == Any || work.Shift == Shift) && (Task == Any || work.Task == Task);

    /// <summary>Whether the wish is refused by working an entry, or by a day off (null).</summary>
    public bool IsRefusedBy(CoverRequirement? work) => (work is not null && Concerns(work)) != On;

    private static void AddPublished(RosterProblem problem, PublishedRoster published, List<DayWish>[] wishes)
    {
        var told = published.Assignments.ToDictionary(a => (a.Person, a.Day));
        for (int p = 0; p < wishes.Length; p++)
        {
            for (int day = 0; day < problem.Days; day++)
            {
                wishes[p].Add(told.TryGetValue((p, day), out RosterAssignment? work)
                    ? new DayWish(day, work.Shift, work.Task, true, published.Weight, published.Level)
                    : new DayWish(day, Any, Any, false, published.Weight, published.Level));
            }
        }
    }
}
