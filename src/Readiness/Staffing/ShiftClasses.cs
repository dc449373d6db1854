namespace Readiness.Staffing;

/// <summary>
/// What the last worked shift still forbids on the coming days. Shifts that forbid the same are one class, a day off ages a class by
/// dropping the nearest day, and class 0 forbids nothing.
/// </summary>
internal sealed class ShiftClasses
{
    private readonly List<bool[]> forbidden = [];
    private readonly List<int> aged = [];
    private readonly Dictionary<string, int> byPattern = [];
    private readonly int[] after;
    private readonly int[] column;
    private readonly int shifts;

    /// <summary>Builds the classes after the usable shifts.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="usable">Shifts that may be worked.</param>
    /// <param name="past">Shifts that may have been worked before the first day.</param>
    /// <param name="reach">Largest number of days over which a shift can forbid another.</param>
    public ShiftClasses(RosterProblem problem, RosterRules rules, int[] usable, IEnumerable<int> past, int reach)
    {
        shifts = problem.Shifts.Length;
        after = new int[shifts];
        column = new int[shifts];
        ClassOf(new bool[reach * shifts], reach);
        foreach (int earlier in usable.Union(past))
        {
            bool[] pattern = new bool[reach * shifts];
            for (int days = 1; days <= reach; days++)
            {
                foreach (int later in usable)
                {
                    pattern[((days - 1) * shifts) + later] = ShiftSequence.Forbids(problem, rules, earlier, later, days);
                }
            }

            after[earlier] = ClassOf(pattern, reach);
        }

        var columns = new Dictionary<string, int>();
        foreach (int shift in usable)
        {
            string key = string.Concat(Enumerable.Range(0, Count).Select(c => Forbids(c, shift) ? '1' : '0'));
            columns.TryAdd(key, columns.Count);
            column[shift] = columns[key];
        }
    }

    /// <summary>Number of classes.</summary>
    public int Count => forbidden.Count;

    /// <summary>Class after working the shift.</summary>
    public int After(int shift) => after[shift];

    /// <summary>Shifts with equal values may follow the same classes.</summary>
    public int Column(int shift) => column[shift];

    /// <summary>Class after a day off.</summary>
    public int Aged(int c) => aged[c];

    /// <summary>Whether the class forbids the shift on the next day.</summary>
    public bool Forbids(int c, int shift) => forbidden[c][shift];

    private int ClassOf(bool[] pattern, int reach)
    {
        string key = string.Concat(pattern.Select(p => p ? '1' : '0'));
        if (byPattern.TryGetValue(key, out int known))
        {
            return known;
        }

        int c = forbidden.Count;
        byPattern.Add(key, c);
        forbidden.Add(pattern);
        aged.Add(c);
        bool[] next = new bool[pattern.Length];
        Array.Copy(pattern, shifts, next, 0, pattern.Length - shifts);
        aged[c] = ClassOf(next, reach);
        return c;
    }
}
