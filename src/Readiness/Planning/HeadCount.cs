namespace Readiness.Planning;

/// <summary>Heads by task, day and position of the shift within the task's shifts.</summary>
internal sealed class HeadCount
{
    private readonly int[][] _heads;
    private readonly int[] _shifts;

    public HeadCount(PlanningContext context)
    {
        _shifts = [.. context.Tasks.Select(task => task.Shifts.Length)];
        _heads = new int[context.Tasks.Length][];
        for (int task = 0; task < _heads.Length; task++)
        {
            _heads[task] = new int[context.Days * _shifts[task]];
        }
    }

    public int this[int task, int day, int shift]
    {
        get => _heads[task][(day * _shifts[task]) + shift];
        set => _heads[task][(day * _shifts[task]) + shift] = value;
    }

    /// <summary>Heads of a task over all days and shifts.</summary>
    public int Total(int task) => _heads[task].Sum();
}
