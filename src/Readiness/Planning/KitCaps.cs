namespace Readiness.Planning;

/// <summary>Where kits were short in a round, the next round's roster asks for no more heads than could be equipped.</summary>
internal static class KitCaps
{
    /// <summary>Caps after a round: the equipped heads where some were not equipped, the earlier cap elsewhere.</summary>
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
                    caps[task, day, shift] = equipped < candidate.Heads.Filled[task, day, shift]
                        ? equipped
                        : before?[task, day, shift] ?? int.MaxValue;
                }
            }
        }

        return caps;
    }
}
