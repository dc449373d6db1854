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

    /// <summary>
    /// Whether the value of a step is a bound for plans that may take the given values in the steps before. Water-filling holds
    /// more than the lowest rate, so nothing after a fair level with a shortfall counts.
    /// </summary>
    public bool BoundHolds(int step, IReadOnlyList<(ObjectiveStage Step, double Value)> allowed)
    {
        for (int k = 0; k < step; k++)
        {
            bool held = allowed[k].Value <= Values[k] + (1e-6 * Math.Max(1, Values[k]));
            if (!held || (allowed[k].Step.Kind == StageKind.Worst && Values[k] > 0))
            {
                return false;
            }
        }

        return !double.IsNaN(Values[step]);
    }

    /// <summary>Whether every step was solved to its optimum, with all rates of the fair levels.</summary>
    public bool Complete { get; }

    /// <summary>
    /// Solves step after step within a share of the time limit. Steps in which a known plan is at zero, and at zero in all before, need
    /// no solving: they are held there.
    /// </summary>
    /// <returns><see langword="null"/> if not even the first step was solved.</returns>
    public static RelaxedLevels? Solve(StageSolver stages, AllocationNetwork network, PlanValue known, double share, SolveClock clock)
    {
        ObjectiveStage[] steps = network.Steps;
        double[] values = new double[steps.Length];
        Array.Fill(values, double.NaN);
        double[]? last = null;
        bool complete = true;
        bool trivial = true;
        for (int k = 0; k < steps.Length && !clock.IsOver(share) && !stages.WorkIsOver; k++)
        {
            trivial &= steps[k].Of(known) <= 0;
            if (trivial)
            {
                values[k] = 0;
                stages.Hold(steps[k], 0);
                continue;
            }

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
