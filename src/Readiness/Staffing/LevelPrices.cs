namespace Readiness.Staffing;

/// <summary>Prices of the objective levels that guide the dynamic programme of one person, and the range of weights of each level.</summary>
/// <remarks>
/// Levels at which nothing but fairness counts are priced apart: all that fairness costs a person is together worth less than the smallest weight of the
/// next level above, and takes none of the range of prices unless something less important is below. A unit of fairness is there a step of a count;
/// <see cref="FairnessGuide"/> never asks more of a shift than one unit of each measure and level.
/// </remarks>
internal sealed class LevelPrices
{
    // One person's schedule holds some 28 shifts, so a ratio of 50 lets no schedule trade a head of a level for heads of the next;
    // the ceiling keeps sums of prices exact enough in doubles.
    private const double LevelRatio = 50;
    private const double LargestPrice = 1e12;

    // Between levels of fairness that follow on each other; they only break ties, so that they may be close.
    private const double FairnessRatio = 4;

    /// <summary>Prices the levels.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="wishWeights">The different weights of wishes at each level.</param>
    /// <param name="fairness">Its fairness measures.</param>
    public LevelPrices(RosterProblem problem, IEnumerable<(int Level, double Weight)> wishWeights, CompiledMeasure[] fairness)
    {
        int levels = problem.Levels.Length;
        Price = new double[levels];
        Smallest = new double[levels];
        Largest = new double[levels];
        Array.Fill(Smallest, double.PositiveInfinity);
        foreach (CoverRequirement cover in problem.Cover)
        {
            Count(cover.Level, cover.UnderWeight);
            Count(cover.Level, cover.OverWeight);
        }

        foreach ((int level, double weight) in wishWeights)
        {
            Count(level, weight);
        }

        Count(problem.OvertimeLevel, 8);
        OnlyFairness = [.. Enumerable.Range(0, levels).Select(level => Largest[level] == 0 && fairness.Any(m => m.CountsAt(level)))];
        foreach (CompiledMeasure measure in fairness)
        {
            Count(measure.WorstLevel, 1);
            Count(measure.SpreadLevel, 1);
        }

        // Twice what all measures together can charge a schedule: on each day a unit of the worst and one of the spread.
        SetPrices(4.0 * problem.Days * fairness.Length);
    }

    /// <summary>Price of a unit of each level.</summary>
    public double[] Price { get; }

    /// <summary>Smallest positive weight of each level; 1 if there is none.</summary>
    public double[] Smallest { get; }

    /// <summary>Largest weight of each level; 1 if there is none.</summary>
    public double[] Largest { get; }

    /// <summary>Whether nothing but fairness counts at a level.</summary>
    public bool[] OnlyFairness { get; }

    private void Count(int level, double weight)
    {
        if (level >= 0 && weight > 0 && double.IsFinite(weight))
        {
            Smallest[level] = Math.Min(Smallest[level], weight);
            Largest[level] = Math.Max(Largest[level], weight);
        }
    }

    // From the least important level up, with room for so many units where levels of fairness lie between; then these, each under what is above it.
    private void SetPrices(double units)
    {
        int below = -1;
        for (int level = Price.Length - 1; level >= 0; level--)
        {
            if (Largest[level] == 0)
            {
                (Smallest[level], Largest[level]) = (1, 1);
            }

            if (!OnlyFairness[level])
            {
                double ratio = LevelRatio * (below > level + 1 ? units : 1);
                Price[level] = below < 0 ? 1 / Smallest[level] : Math.Min(LargestPrice, ratio * Price[below] * Largest[below]) / Smallest[level];
                below = level;
            }
        }

        double above = below < 0 ? 1 : LevelRatio * units * Price[below] * Largest[below];
        for (int level = 0; level < Price.Length; level++)
        {
            if (OnlyFairness[level])
            {
                Price[level] = level > 0 && OnlyFairness[level - 1] ? Price[level - 1] / FairnessRatio : above / units;
            }
            else
            {
                above = Price[level] * Smallest[level];
            }
        }
    }
}
