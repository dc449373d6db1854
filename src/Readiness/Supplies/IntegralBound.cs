namespace Readiness.Supplies;

/// <summary>Raises a bound of the relaxation to the next value that whole units allow.</summary>
internal static class IntegralBound
{
    // What tolerances of the solver can add to an optimum; far below 1, far above 1e-6.
    private const double Margin = 1e-3;

    /// <summary>The lowest value of a step that is not below the bound, less a margin for the solver's tolerances.</summary>
    public static double Strengthen(AllocationNetwork network, ObjectiveStage step, double bound)
    {
        if (!double.IsFinite(bound))
        {
            return 0;
        }

        if (step.Kind == StageKind.Worst)
        {
            return WorstShortfall(network.PairsOfLevel[step.Level], bound);
        }

        double unit = step.Kind switch
        {
            StageKind.Unserved => CommonDivisor(
                network.Demands.Where(j => network.Problem.Demands[j].Level == step.Level).Select(j => network.Problem.Demands[j].Weight)),
            StageKind.Substituted => CommonDivisor(network.Services.Where(service => service.Alternative >= 0).Select(service => service.Weight)),
            StageKind.Spending => CommonDivisor(network.Problem.Offers.Select(offer => offer.PricePerLot).Where(price => price > 0)),
            StageKind.Expired => 1,
            StageKind.Logarithm => 0,
            _ => CommonDivisor(network.LaneItems.Select(item => network.Problem.Lanes[item.Lane].CostPerUnit * item.Pack).Where(cost => cost > 0)),
        };
        double safe = bound - (1e-7 * Math.Max(1, Math.Abs(bound)));
        return unit > 0 ? Math.Max(safe, Math.Ceiling((safe / unit) - Margin) * unit) : safe;
    }

    // The lowest rate is the rate of some pair, and a pair's rate is a whole number of its steps.
    private static double WorstShortfall(LevelPairs pairs, double bound)
    {
        double rate = Math.Min(1, 1 - bound + 1e-7);
        double reachable = -1;
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            double steps = (double)pairs.Demanded[pair] / pairs.Step[pair];
            double served = Math.Floor(((1 - ((1 - rate) / pairs.Risk[pair])) * steps) + 1e-6) / steps;
            reachable = served >= 0 ? Math.Max(reachable, 1 - (pairs.Risk[pair] * (1 - served))) : reachable;
        }

        if (reachable < 0)
        {
            return Math.Max(0, bound - 1e-7);
        }

        return Math.Max(0, 1 - Math.Min(1, reachable));
    }

    // The greatest step that all values are multiples of: whole numbers, or one common value; 0 if neither is so.
    private static double CommonDivisor(IEnumerable<double> values)
    {
        double divisor = 0;
        foreach (double value in values)
        {
            if (divisor == 0 || value == divisor)
            {
                divisor = value;
            }
            else if (value == Math.Floor(value) && divisor == Math.Floor(divisor) && Math.Max(value, divisor) < 1e9)
            {
                long a = (long)value;
                long b = (long)divisor;
                while (b != 0)
                {
                    (a, b) = (b, a % b);
                }

                divisor = a;
            }
            else
            {
                return 0;
            }
        }

        return divisor;
    }
}
