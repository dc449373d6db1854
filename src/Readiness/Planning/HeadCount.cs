namespace Readiness.Planning;

/// <summary>Heads by task, day and position of the shift within the task's shifts.</summary>
internal sealed class HeadCount
{
    private readonly int[][] heads;
    private readonly int[] shifts;

    public HeadCount(PlanningContext context)
    {
        shifts = [.. context.Tasks.Select(task => task.Shifts.Length)];
        heads = new int[context.Tasks.Length][];
        for (int task = 0; task < heads.Length; task++)
        {
            heads[task] = new int[context.Days * shifts[task]];
        }
    }

    public int this[int task, int day, int shift]
    {
        get => heads[task][(day * shifts[task]) + shift];
        set => heads[task][(day * shifts[task]) + shift] = value;
    }

    /// <summary>Heads of a task over all days and shifts.</summary>
    public int Total(int task) => heads[task].Sum();
}
