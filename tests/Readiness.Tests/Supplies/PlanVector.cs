using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>The objective of a plan as a vector to compare: for each level what its rule minimises, then unserved; then substituted, spent, expired and transport.</summary>
internal static class PlanVector
{
    /// <summary>Entries after those of the needs: substituted, spent, expired and transport.</summary>
    public const int AfterNeeds = 4;

    /// <summary>The vector of an evaluated plan.</summary>
    public static double[] Of(SupplyEvaluation evaluation)
    {
        var values = new List<double>();
        foreach (SupplyLevelValue level in evaluation.Levels)
        {
            if (level.Rule == FairnessRule.Proportional)
            {
                values.Add(level.LogShortfall);
            }

            if (level.Fair)
            {
                values.AddRange(level.AscendingRates().Select(rate => 1 - rate));
            }

            values.Add(level.Unserved);
        }

        return [.. values, evaluation.Substituted ?? 0, evaluation.Spending ?? 0, evaluation.Expired, evaluation.Transport];
    }

    /// <summary>The vector of a plan that is known by its sums.</summary>
    public static double[] Of(AllocationProblem problem, long[] served, double substituted, long[] bought, long expired, double transport)
    {
        var values = new List<double>();
        for (int level = 0; level < problem.Levels.Length; level++)
        {
            int[] mine = [.. Enumerable.Range(0, problem.Demands.Length).Where(j => problem.Demands[j].Level == level && problem.Demands[j].Units > 0)];
            FairnessRule rule = problem.Levels[level].Rule;
            if (rule != FairnessRule.MaximumFill)
            {
                (double Wanted, double Got, double Risk)[] pairs =
                [
                    .. mine
                        .SelectMany(j => problem.Demands[j].Needs.Select(need => (Key: (problem.Demands[j].Place, need.Item), Wanted: need.Quantity * problem.Demands[j].Units, Got: need.Quantity * served[j])))
                        .GroupBy(x => x.Key)
                        .Select(g => ((double)g.Sum(x => x.Wanted), (double)g.Sum(x => x.Got), rule == FairnessRule.RiskWeighted && problem.PlaceRisks.Length > 0 ? problem.PlaceRisks[g.Key.Place] : 1)),
                ];
                if (rule == FairnessRule.Proportional)
                {
                    values.Add(pairs.Sum(pair => pair.Wanted * MinusLogarithm(pair.Got / pair.Wanted)));
                }

                values.AddRange(pairs.Select(pair => pair.Risk * (1 - (pair.Got / pair.Wanted))).OrderDescending());
            }

            values.Add(mine.Sum(j => problem.Demands[j].Weight * (problem.Demands[j].Units - served[j])));
        }

        return [.. values, substituted, problem.Offers.Select((offer, o) => offer.PricePerLot * bought[o]).Sum(), expired, transport];
    }

    /// <summary>Whether one vector is better than another.</summary>
    public static bool IsLess(double[] a, double[] b)
    {
        for (int k = 0; k < a.Length; k++)
        {
            if (Math.Abs(a[k] - b[k]) > 1e-9)
            {
                return a[k] < b[k];
            }
        }

        return false;
    }

    // The largest of the chords of -ln between 0.01, 0.01 x 10^0.1, ..., 1, and of the line from 1 + ln 100 at 0: of a convex function, that is its interpolation.
    private static double MinusLogarithm(double rate)
    {
        double highest = 1 + Math.Log(100) - (100 * rate);
        for (int k = 0; k < 20; k++)
        {
            double a = 0.01 * Math.Pow(10, k / 10.0);
            double b = 0.01 * Math.Pow(10, (k + 1) / 10.0);
            highest = Math.Max(highest, -Math.Log(a) - ((Math.Log(b) - Math.Log(a)) * (rate - a) / (b - a)));
        }

        return highest;
    }
}
