namespace Readiness.Supplies;

/// <summary>The (place, item) pairs with demand on one level, and the demands behind each.</summary>
internal sealed class LevelPairs
{
    public LevelPairs(AllocationProblem problem, int level)
    {
        Fair = problem.Levels[level].Fair;
        var indexOf = new Dictionary<(int Place, int Item), int>();
        var keys = new List<(int Place, int Item)>();
        var members = new List<List<(int Demand, long Quantity)>>();
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            if (demand.Level != level || demand.Units == 0)
            {
                continue;
            }

            foreach (ItemNeed need in demand.Needs)
            {
                if (!indexOf.TryGetValue((demand.Place, need.Item), out int pair))
                {
                    indexOf[(demand.Place, need.Item)] = pair = keys.Count;
                    keys.Add((demand.Place, need.Item));
                    members.Add([]);
                }

                members[pair].Add((j, need.Quantity));
            }
        }

        Keys = [.. keys];
        Members = [.. members.Select(list => list.ToArray())];
        Demanded = [.. Members.Select(list => list.Sum(member => member.Quantity * problem.Demands[member.Demand].Units))];
        Step = [.. Members.Select(list => list.Aggregate(0L, (divisor, member) => GreatestCommonDivisor(divisor, member.Quantity)))];
    }

    /// <summary>Whether the level is fair.</summary>
    public bool Fair { get; }

    /// <summary>Number of pairs.</summary>
    public int Count => Members.Length;

    /// <summary>Place and item of each pair, in the order in which the demands name them.</summary>
    public (int Place, int Item)[] Keys { get; }

    /// <summary>Demands of each pair with the units of the item that one unit of demand uses.</summary>
    public (int Demand, long Quantity)[][] Members { get; }

    /// <summary>Units of the item demanded by each pair.</summary>
    public long[] Demanded { get; }

    /// <summary>What the served units of the pair are a multiple of.</summary>
    public long[] Step { get; }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
