namespace Readiness.Staffing;

/// <summary>Kinds of shift that nothing tells apart while only some caps are counted.</summary>
internal sealed class StretchGroups
{
    /// <summary>Groups the kinds of a rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="counted">Bits of the caps that are counted.</param>
    public StretchGroups(StretchRules rules, ulong counted)
    {
        int kinds = rules.KindCount;
        CountedKinds = [.. Enumerable.Range(0, kinds).Where(k => rules.Counted[k] >= 0 && (counted >> rules.Counted[k] & 1) != 0)];
        OfKind = new int[kinds];
        var known = new Dictionary<string, int>();
        var members = new List<int>();
        var caps = new List<int>();
        for (int kind = 0; kind < kinds; kind++)
        {
            int cap = Array.IndexOf(CountedKinds, kind);
            int k = kind;
            string key = string.Join(
                '/',
                rules.Units[kind],
                cap,
                string.Concat(Enumerable.Range(0, kinds).Select(o => rules.MayFollow[k, o] ? '1' : '0')),
                string.Concat(Enumerable.Range(0, kinds).Select(o => rules.MayFollow[o, k] ? '1' : '0')));
            if (known.TryAdd(key, members.Count))
            {
                members.Add(kind);
                caps.Add(cap);
            }

            OfKind[kind] = known[key];
        }

        Count = members.Count;
        Units = [.. members.Select(kind => rules.Units[kind])];
        CapOf = [.. caps];
        Successors = [.. members.Select(one => Enumerable.Range(0, Count).Where(g => rules.MayFollow[one, members[g]]).ToArray())];
        Covers = new bool[Count, Count];
        for (int one = 0; one < Count; one++)
        {
            for (int other = 0; other < Count; other++)
            {
                Covers[one, other] = Successors[other].All(Successors[one].Contains);
            }
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>Group of each kind.</summary>
    public int[] OfKind { get; }

    /// <summary>Units of each group.</summary>
    public int[] Units { get; }

    /// <summary>Position of a group's cap among the counted ones; -1 if it is not counted.</summary>
    public int[] CapOf { get; }

    /// <summary>Kinds whose caps are counted.</summary>
    public int[] CountedKinds { get; }

    /// <summary>Groups that may be worked on the day after each group.</summary>
    public int[][] Successors { get; }

    /// <summary>Whether whatever may follow the second group may follow the first.</summary>
    public bool[,] Covers { get; }
}
