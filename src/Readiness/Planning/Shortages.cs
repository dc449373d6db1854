using Readiness.Audit;
using Readiness.Districts;

namespace Readiness.Planning;

/// <summary>Tells the feedback what class 1 and 2 duties and the sites themselves missed in a round.</summary>
internal static class Shortages
{
    private const int LeastUrgentClass = 2;

    /// <summary>Counts people that the roster did not find, by role and day.</summary>
    public static void LearnStaff(PlanningContext context, RoundHeads heads, SiteFeedback feedback)
    {
        foreach ((int task, int day, int shift) in UrgentSlots(context))
        {
            int missing = heads.Wanted[task, day, shift] - heads.Filled[task, day, shift];
            if (missing > 0)
            {
                PlanningTask info = context.Tasks[task];
                feedback.Miss(SiteFeedback.Staff(info.Skill, info.Organisation), day, missing);
            }
        }
    }

    /// <summary>Counts units of the items that kept heads from being equipped.</summary>
    public static void LearnKits(PlanningContext context, RoundHeads heads, SpareStock spare, SiteFeedback feedback)
    {
        foreach ((int task, int day, int shift) in UrgentSlots(context))
        {
            PlanningTask info = context.Tasks[task];
            int missing = heads.Filled[task, day, shift] - heads.Equipped[task, day, shift];
            if (missing <= 0 || info.Kit is null)
            {
                continue;
            }

            foreach (KitItem item in context.District.Kits[context.Index.Kits[info.Kit]].Items)
            {
                if (spare.Units(info.Place, context.Index.Items[item.Item], day) < item.Quantity)
                {
                    feedback.Miss(SiteFeedback.Item(item.Item), day, (double)missing * item.Quantity);
                }
            }
        }
    }

    private static IEnumerable<(int Task, int Day, int Shift)> UrgentSlots(PlanningContext context)
    {
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            if (context.Tasks[task].PriorityClass > LeastUrgentClass)
            {
                continue;
            }

            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < context.Tasks[task].Shifts.Length; shift++)
                {
                    yield return (task, day, shift);
                }
            }
        }
    }
}
