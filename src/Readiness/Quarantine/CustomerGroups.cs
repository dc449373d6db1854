namespace Readiness.Quarantine;

/// <summary>Customers that a level cannot tell apart are planned as one: equal costs on the level <c>cost</c>, equal allowed sites on others.</summary>
internal sealed class CustomerGroups
{
    private readonly List<List<int>> members = [];
    private readonly int[] groupOf;

    /// <summary>Finds the groups.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="level">The level.</param>
    /// <param name="areSingle">Whether each customer is a group of its own.</param>
    public CustomerGroups(IndexedLocation location, LocationCriterion level, bool areSingle = false)
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
            int group = areSingle || location.Problem.SingleSource ? -1 : candidates.FindIndex(g => AreEqual(location, level, members[g][0], i));
            if (group >= 0)
            {
                members[candidates[group]].Add(i);
                continue;
            }

            candidates.Add(members.Count);
            members.Add([i]);
        }

        groupOf = new int[location.Customers];
        Demand = new double[members.Count * location.Days];
        for (int g = 0; g < members.Count; g++)
        {
            foreach (int customer in members[g])
            {
                groupOf[customer] = g;
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

    /// <summary>Group of a customer.</summary>
    public int GroupOf(int customer) => groupOf[customer];

    /// <summary>Customers of a group.</summary>
    public IReadOnlyList<int> Members(int group) => members[group];

    private static int Hash(IndexedLocation location, LocationCriterion level, int customer)
    {
        int hash = 17;
        for (int j = 0; j < location.Sites; j++)
        {
            double cost = location.Costs[(customer * location.Sites) + j];
            hash = unchecked((hash * 31) + (level == LocationCriterion.Cost ? cost.GetHashCode() : double.IsPositiveInfinity(cost) ? 1 : 0));
        }

        return hash;
    }

    private static bool AreEqual(IndexedLocation location, LocationCriterion level, int a, int b)
    {
        for (int j = 0; j < location.Sites; j++)
        {
            double first = location.Costs[(a * location.Sites) + j];
            double second = location.Costs[(b * location.Sites) + j];
            if (level == LocationCriterion.Cost ? first != second : double.IsPositiveInfinity(first) != double.IsPositiveInfinity(second))
            {
                return false;
            }
        }

        return true;
    }
}
