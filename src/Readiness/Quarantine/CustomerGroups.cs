namespace Readiness.Quarantine;

/// <summary>Customers that a level cannot tell apart are planned as one: equal costs on the level <c>cost</c>, equal allowed sites on the level <c>unserved</c>.</summary>
internal sealed class CustomerGroups
{
    private readonly List<List<int>> members = [];

    public CustomerGroups(IndexedLocation location, LocationLevel level)
    {
        Demand = [];
        Dictionary<int, List<int>> byHash = [];
        for (int i = 0; i < location.Customers; i++)
        {
            int hash = Hash(location, level, i);
            if (!byHash.TryGetValue(hash, out List<int>? candidates))
            {
                byHash[hash] = candidates = [];
            }

            // A demand that may not be split keeps a decision of its own.
            int group = location.Problem.SingleSource ? -1 : candidates.FindIndex(g => AreEqual(location, level, members[g][0], i));
            if (group >= 0)
            {
                members[candidates[group]].Add(i);
                continue;
            }

            candidates.Add(members.Count);
            members.Add([i]);
        }

        Demand = new double[members.Count * location.Days];
        for (int g = 0; g < members.Count; g++)
        {
            foreach (int customer in members[g])
            {
                for (int d = 0; d < location.Days; d++)
                {
                    Demand[(g * location.Days) + d] += location.Demand[(customer * location.Days) + d];
                }
            }
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count => members.Count;

    /// <summary>Demand at group × days + day.</summary>
    public double[] Demand { get; }

    /// <summary>Customers of a group.</summary>
    public IReadOnlyList<int> Members(int group) => members[group];

    private static int Hash(IndexedLocation location, LocationLevel level, int customer)
    {
        int hash = 17;
        for (int j = 0; j < location.Sites; j++)
        {
            double cost = location.Costs[(customer * location.Sites) + j];
            hash = unchecked((hash * 31) + (level == LocationLevel.Cost ? cost.GetHashCode() : double.IsPositiveInfinity(cost) ? 1 : 0));
        }

        return hash;
    }

    private static bool AreEqual(IndexedLocation location, LocationLevel level, int a, int b)
    {
        for (int j = 0; j < location.Sites; j++)
        {
            double first = location.Costs[(a * location.Sites) + j];
            double second = location.Costs[(b * location.Sites) + j];
            if (level == LocationLevel.Cost ? first != second : double.IsPositiveInfinity(first) != double.IsPositiveInfinity(second))
            {
                return false;
            }
        }

        return true;
    }
}
