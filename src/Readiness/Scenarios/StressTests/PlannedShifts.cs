using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>The assignments of a plan by position, and the crews that work them.</summary>
internal sealed class PlannedShifts
{
    private readonly List<Assignment> assignments;
    private readonly int[] slotOf;
    private readonly int[] dayOf;
    private readonly int[] personOf;

    public PlannedShifts(AuditContext context, WorkTable table)
    {
        assignments = context.Assignments;
        slotOf = new int[assignments.Count];
        dayOf = new int[assignments.Count];
        personOf = new int[assignments.Count];
        var used = new bool[table.Slots];
        for (int at = 0; at < slotOf.Length; at++)
        {
            Assignment assignment = assignments[at];
            AuditedWork work = table.Works[context.Index.Works[assignment.Duty]];
            int line = Array.FindIndex(work.Lines, line => line.Id == assignment.Line);
            dayOf[at] = context.District.Horizon.DayOf(assignment.Day);
            slotOf[at] = work.Slot(line, Array.IndexOf(work.Shifts, context.Index.ShiftTypes[assignment.Shift]), dayOf[at]);
            personOf[at] = context.Index.Staff[assignment.Staff];
            used[slotOf[at]] = true;
        }

        Crews = [.. table.Works.SelectMany((work, position) => CrewsOf(context, work, position, used)).OrderBy(crew => crew.Day).ThenBy(crew => crew.PriorityClass)];
    }

    /// <summary>Crews that the plan has work for, by day, then class, then in the order of works, lines and shifts.</summary>
    public Crew[] Crews { get; }

    /// <summary>Heads who come to work, by slot of the table of works.</summary>
    public int[] Present(FutureNeeds needs)
    {
        var present = new int[needs.Table.Slots];
        for (int at = 0; at < slotOf.Length; at++)
        {
            present[slotOf[at]] += IsAbsent(needs, at) ? 0 : 1;
        }

        return present;
    }

    /// <summary>The assignments that are worked if each slot has so many heads: those of people who come, in the plan's order.</summary>
    public IEnumerable<Assignment> Worked(FutureNeeds needs, ReadOnlySpan<int> heads)
    {
        int[] left = heads.ToArray();
        var worked = new List<Assignment>(slotOf.Length);
        for (int at = 0; at < slotOf.Length; at++)
        {
            if (left[slotOf[at]] > 0 && !IsAbsent(needs, at))
            {
                left[slotOf[at]]--;
                worked.Add(assignments[at]);
            }
        }

        return worked;
    }

    private bool IsAbsent(FutureNeeds needs, int at) => needs.Absent[personOf[at] * needs.Context.Days + dayOf[at]];

    private static IEnumerable<Crew> CrewsOf(AuditContext context, AuditedWork work, int position, bool[] used)
    {
        int[] members = [.. Enumerable.Range(0, work.Lines.Length).Where(line => !work.Together || work.Lines[line].HeadsPerTeam > 0)];
        int[][] together = work.Together ? [members] : [.. members.Select(line => new[] { line })];
        return
            from lines in together
            from shift in Enumerable.Range(0, work.Shifts.Length)
            from day in Enumerable.Range(0, work.Days)
            let slots = lines.Select(line => work.Slot(line, shift, day)).ToArray()
            where slots.Any(slot => used[slot])
            select new Crew(
                position,
                lines,
                day,
                work.Place,
                lines.Min(line => work.Lines[line].PriorityClass),
                slots,
                [.. lines.Select(line => HeadsOf(work, line))],
                Kit(context, work, lines));
    }

    private static int HeadsOf(AuditedWork work, int line) => work.Together ? work.Lines[line].HeadsPerTeam : 1;

    private static (int Item, long Units)[] Kit(AuditContext context, AuditedWork work, int[] lines) =>
    [
        .. from line in lines
           where work.Lines[line].Kit >= 0
           from KitItem part in context.District.Kits[work.Lines[line].Kit].Items
           group part.Quantity * HeadsOf(work, line) by context.Index.Items[part.Item] into item
           select (item.Key, item.Sum()),
    ];
}
