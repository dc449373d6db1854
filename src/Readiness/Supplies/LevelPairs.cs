namespace Readiness.Supplies;

/// <summary>The (place, item) pairs with demand on one level, and the demands behind each.</summary>
internal sealed class LevelPairs
{
    public LevelPairs(AllocationProblem problem, int level)
    {
        Rule = problem.Levels[level].Rule;
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
        Risk = [.. Keys.Select(key => Rule == FairnessRule.RiskWeighted && !problem.PlaceRisks.IsEmpty ? problem.PlaceRisks[key.Place] : 1)];
        Step = [.. Members.Select(list => list.Aggregate(0L, (divisor, member) => GreatestCommonDivisor(divisor, member.Quantity)))];
    }

    /// <summary>How items are shared out among the pairs.</summary>
    public FairnessRule Rule { get; }

    /// <summary>Whether the level compares rates.</summary>
    public bool Fair => Rule != FairnessRule.MaximumFill;

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

    /// <summary>Weight of each pair's shortfall, more than 0 and at most 1.</summary>
    public double[] Risk { get; }

    /// <summary>The rate of a pair that leximin compares: 1 less the weighted shortfall.</summary>
    public double WeightedRate(int pair, long served) => 1 - (Risk[pair] * (Demanded[pair] - served) / Demanded[pair]);

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
