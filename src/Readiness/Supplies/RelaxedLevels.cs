using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>The linear relaxation, solved through all steps of the objective; its flows and served units guide the rounding.</summary>
internal sealed class RelaxedLevels
{
    private RelaxedLevels(double[] columns, double[] values, bool complete)
    {
        Columns = columns;
        Values = values;
        Complete = complete;
    }

    /// <summary>The last solution.</summary>
    public double[] Columns { get; }

    /// <summary>Value reached at every step; NaN where the time did not suffice. For a fair level 1 - the lowest rate.</summary>
    public double[] Values { get; }

    /// <summary>Whether every step was solved to its optimum, with all rates of the fair levels.</summary>
    public bool Complete { get; }

    /// <summary>Solves step after step within a share of the time limit.</summary>
    /// <returns><see langword="null"/> if not even the first step was solved.</returns>
    public static RelaxedLevels? Solve(StageSolver stages, AllocationProblem problem, double share, SolveClock clock)
    {
        ObjectiveStage[] steps = ObjectiveStage.All(problem);
        double[] values = new double[steps.Length];
        Array.Fill(values, double.NaN);
        double[]? last = null;
        bool complete = true;
        for (int k = 0; k < steps.Length && !clock.IsOver(share) && !stages.WorkIsOver; k++)
        {
            if (steps[k].Kind == StageKind.Worst)
            {
                (double[]? filled, bool settled) = WaterFilling.Run(stages, steps[k].Level, share, clock);
                complete &= settled;
                last = filled ?? last;
                if (filled is not null)
                {
                    int[] rates = stages.Programme.Fairness[steps[k].Level].Rate;
                    values[k] = 1 - rates.Min(rate => filled[rate]);
                }
                else if (stages.Programme.Fairness[steps[k].Level].Rate.Length == 0)
                {
                    values[k] = 0;
                }

                continue;
            }

            stages.Aim(steps[k]);
            SolveOutcome outcome = stages.Solve(share);
            last = outcome.HasSolution ? outcome.ColumnValues : last;
            if (outcome.Status != SolveStatus.Optimal)
            {
                complete = false;
                break;
            }

            values[k] = outcome.Objective;
            stages.Hold(steps[k], outcome.Objective);
        }

        return last is null ? null : new RelaxedLevels(last, values, complete && !values.Any(double.IsNaN));
    }
}
