namespace Readiness.Planning;

/// <summary>
/// Where kits of less urgent duties were short, the next round's roster asks for fewer heads. It gives up only half of what was missing:
/// whole packs need some slack, and without it their rounding would cost more urgent heads.
/// </summary>
internal static class KitCaps
{
    private const int FirstCappedClass = 3;

    /// <summary>Caps after a round: halfway between equipped and filled heads where some were not equipped, the earlier cap elsewhere.</summary>
    public static HeadCount After(PlanningContext context, HeadCount? before, Candidate candidate)
    {
        var caps = new HeadCount(context);
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < context.Tasks[task].Shifts.Length; shift++)
                {
                    int equipped = candidate.Heads.Equipped[task, day, shift];
                    int filled = candidate.Heads.Filled[task, day, shift];
                    caps[task, day, shift] = equipped < filled && context.Tasks[task].PriorityClass >= FirstCappedClass
                        ? (equipped + filled + 1) / 2
                        : before?[task, day, shift] ?? int.MaxValue;
                }
            }
        }

        return caps;
    }
}
