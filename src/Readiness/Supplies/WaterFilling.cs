using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>
/// Leximin over the fill rates of a fair level by water-filling: the common rate of all free pairs is raised as far as it goes, the
/// pairs that cannot rise further are frozen there, and the rest go on.
/// </summary>
/// <remarks>
/// A pair whose row has a non-zero dual at the optimum is at the common rate in every optimal solution (complementary
/// slackness), so freezing those pairs is exact. The duals of the free pairs add up to 1 as long as the rate is below 1, so at least
/// one of them is far above the tolerance of the solver, below which a dual says nothing.
/// </remarks>
internal static class WaterFilling
{
    private const double DualTolerance = 1e-6;

    // The solver's own tolerance: a rate that near to 1 may have no dual of a free pair.
    private const double FullTolerance = 1e-7;

    /// <summary>Runs to the last level of rates, or as far as the time goes.</summary>
    /// <returns>The last solution, or <see langword="null"/> if none was found; and whether all rates are settled.</returns>
    public static (double[]? Columns, bool Complete) Run(StageSolver stages, int level, double share, SolveClock clock)
    {
        FairnessColumns fairness = stages.Programme.Fairness[level];
        double[]? columns = null;
        if (fairness.Rate.Length == 0)
        {
            return (null, true);
        }

        stages.TieRates(level);
        stages.Aim(new ObjectiveStage(StageKind.Worst, level));
        var frozen = new bool[fairness.Rate.Length];
        bool complete = false;
        for (int left = frozen.Length; left > 0;)
        {
            SolveOutcome outcome = stages.Solve(share);
            if (outcome.Status != SolveStatus.Optimal)
            {
                break;
            }

            columns = outcome.ColumnValues;
            double rate = columns[fairness.Worst];
            int before = left;
            for (int pair = 0; pair < frozen.Length; pair++)
            {
                if (frozen[pair])
                {
                    continue;
                }

                stages.RaiseLower(fairness.Rate[pair], Math.Max(0, rate - 1e-9));
                if (rate >= 1 - FullTolerance || Math.Abs(outcome.RowDuals[fairness.WorstRow[pair]]) > DualTolerance)
                {
                    frozen[pair] = true;
                    left--;
                    stages.SetBounds(fairness.Lift[pair], 0, 1);
                }
            }

            complete = left == 0;
            if (left == before || clock.IsOver(share))
            {
                break;
            }
        }

        // Freed, the common rate no longer binds anything.
        stages.SetBounds(fairness.Worst, 0, 0);
        return (columns, complete);
    }
}
