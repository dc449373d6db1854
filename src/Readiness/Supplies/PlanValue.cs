namespace Readiness.Supplies;

/// <summary>The lexicographic value of a plan: by level the fill rates of a fair level and the unserved units, then expired units, then transport.</summary>
internal sealed class PlanValue
{
    public PlanValue(AllocationNetwork network, StockLedger ledger)
    {
        AllocationProblem problem = network.Problem;
        PinsMissing = network.Pins?.Missing(ledger) ?? 0;
        int levels = problem.Levels.Length;
        Unserved = new double[levels];
        Rates = new double[levels][];
        LogShortfall = new double[levels];
        foreach (int j in network.Demands)
        {
            SupplyDemand demand = problem.Demands[j];
            Unserved[demand.Level] += demand.Weight * (demand.Units - ledger.ServedOf(j));
        }

        for (int level = 0; level < levels; level++)
        {
            LevelPairs pairs = network.PairsOfLevel[level];
            Rates[level] = pairs.Fair ? new double[pairs.Count] : [];
            for (int pair = 0; pair < Rates[level].Length; pair++)
            {
                long served = 0;
                foreach ((int demand, long quantity) in pairs.Members[pair])
                {
                    served += quantity * ledger.ServedOf(demand);
                }

                Rates[level][pair] = pairs.WeightedRate(pair, served);
                LogShortfall[level] += pairs.Rule == FairnessRule.Proportional
                    ? pairs.Demanded[pair] * LogarithmPieces.Of((double)served / pairs.Demanded[pair]) : 0;
            }

            Array.Sort(Rates[level]);
        }

        for (int service = problem.Demands.Length; service < network.Services.Length; service++)
        {
            Substituted += network.Services[service].Weight * ledger.Served[service];
        }

        for (int offer = 0; offer < ledger.Lots.Length; offer++)
        {
            Spending += problem.Offers[offer].PricePerLot * ledger.Lots[offer];
        }

        Expired = network.ExpiredOnArrival;
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            Expired += network.Nodes[node].Expires ? ledger.Left(node) : 0;
        }

        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            long packs = 0;
            for (int day = 0; day < network.Days; day++)
            {
                packs += ledger.Packs[(k * network.Days) + day];
            }

            Transport += packs * item.Pack * problem.Lanes[item.Lane].CostPerUnit;
        }
    }

    /// <summary>Units of pinned transfers that are not sent, which no other gain makes good.</summary>
    public long PinsMissing { get; }

    /// <summary>Weighted unserved units by level.</summary>
    public double[] Unserved { get; }

    /// <summary>Logarithmic shortfall by level; 0 where the level is not proportional.</summary>
    public double[] LogShortfall { get; }

    /// <summary>Ascending fill rates by level, 1 less the weighted shortfall; empty where the level is not fair.</summary>
    public double[][] Rates { get; }

    /// <summary>Weighted units served by alternatives.</summary>
    public double Substituted { get; }

    /// <summary>Prices of what is bought.</summary>
    public double Spending { get; }

    /// <summary>Expired units.</summary>
    public double Expired { get; }

    /// <summary>Transport cost.</summary>
    public double Transport { get; }

    /// <summary>1 - the lowest weighted fill rate of a fair level.</summary>
    public double WorstShortfall(int level) => Rates[level].Length == 0 ? 0 : 1 - Rates[level][0];

    /// <summary>Whether this plan is better than another.</summary>
    public bool IsBetterThan(PlanValue other)
    {
        if (PinsMissing != other.PinsMissing)
        {
            return PinsMissing < other.PinsMissing;
        }

        for (int level = 0; level < Unserved.Length; level++)
        {
            if (Differ(LogShortfall[level], other.LogShortfall[level]))
            {
                return LogShortfall[level] < other.LogShortfall[level];
            }

            for (int k = 0; k < Rates[level].Length; k++)
            {
                if (Differ(Rates[level][k], other.Rates[level][k]))
                {
                    return Rates[level][k] > other.Rates[level][k];
                }
            }

            if (Differ(Unserved[level], other.Unserved[level]))
            {
                return Unserved[level] < other.Unserved[level];
            }
        }

        if (Differ(Substituted, other.Substituted))
        {
            return Substituted < other.Substituted;
        }

        if (Differ(Spending, other.Spending))
        {
            return Spending < other.Spending;
        }

        return Differ(Expired, other.Expired) ? Expired < other.Expired : Differ(Transport, other.Transport) && Transport < other.Transport;
    }

    private static bool Differ(double a, double b) => Math.Abs(a - b) > 1e-9 * Math.Max(1, Math.Abs(a));
}
