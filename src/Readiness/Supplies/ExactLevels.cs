using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>
/// The integer programme of a small part, solved through all steps of the objective. Leximin over at most
/// <see cref="MostPairs"/> pairs is exact to the last rate; with more pairs only the lowest rate is.
/// </summary>
/// <remarks>
/// The k-th lowest rate is maximised with a binary per pair that excuses at most k - 1 pairs, while all lower rates are held the same
/// way. Since the rates of a solution decide the order, nothing has to be known about it beforehand.
/// </remarks>
internal sealed class ExactLevels
{
    /// <summary>Integer columns up to which the integer programme is tried.</summary>
    public const int MostIntegers = 2000;

    /// <summary>Pairs of a fair level up to which leximin is exact to the last rate.</summary>
    public const int MostPairs = 12;

    private readonly StageSolver stages;
    private readonly ObjectiveStage[] steps;
    private readonly double share;
    private readonly AllocationNetwork network;
    private double[]? columns;

    private ExactLevels(StageSolver stages, AllocationNetwork network, double share)
    {
        this.stages = stages;
        this.network = network;
        this.share = share;
        steps = network.Steps;
        Bounds = new double[steps.Length];
        Held = new double[steps.Length];
        Array.Fill(Bounds, double.NegativeInfinity);
        Array.Fill(Held, double.NaN);
        HeldRates = new double[network.Problem.Levels.Length][];
    }

    /// <summary>Lower bound of each step, given that the steps before are at <see cref="Held"/> or better.</summary>
    public double[] Bounds { get; }

    /// <summary>Proven optimum of each step; NaN from the first one on that was not solved to its end.</summary>
    public double[] Held { get; }

    /// <summary>Optimal ascending rates of the fair levels; null where not settled to the last.</summary>
    public double[]?[] HeldRates { get; }

    /// <summary>Solves the integer programme within a share of the time limit, and offers what it finds.</summary>
    public static ExactLevels Solve(PartPlan plan, SolveClock clock, double share)
    {
        using var stages = new StageSolver(plan.Network, new TimeExpandedProgramme(plan.Network, integer: true), clock);
        var exact = new ExactLevels(stages, plan.Network, share);
        exact.Run();
        if (exact.columns is { } columns)
        {
            plan.Offer(exact.Decisions(columns), () => clock.IsOver());
        }

        return exact;
    }

    /// <summary>Whether a plan keeps the proven optimum of every step before the given one, so that its bound holds for the plan.</summary>
    public bool BoundHolds(PlanValue value, int step)
    {
        for (int k = 0; k < step; k++)
        {
            if (!IsProven(value, k))
            {
                return false;
            }
        }

        return !double.IsNegativeInfinity(Bounds[step]);
    }

    /// <summary>Whether a plan is at the proven optimum of a step, for a fair level in all its rates.</summary>
    public bool IsProven(PlanValue value, int step)
    {
        double held = Held[step];
        if (double.IsNaN(held) || steps[step].Of(value) > held + (1e-6 * Math.Max(1, Math.Abs(held))))
        {
            return false;
        }

        if (steps[step].Kind != StageKind.Worst)
        {
            return true;
        }

        double[]? rates = HeldRates[steps[step].Level];
        return rates is not null && !rates.Where((rate, k) => value.Rates[steps[step].Level][k] < rate - 1e-6).Any();
    }

    private void Run()
    {
        for (int k = 0; k < steps.Length; k++)
        {
            bool solved = steps[k].Kind == StageKind.Worst ? SolveRates(k) : SolveStep(k);
            if (!solved)
            {
                return;
            }
        }
    }

    private bool SolveStep(int k)
    {
        stages.Aim(steps[k]);
        SolveOutcome outcome = stages.Solve(share);
        columns = outcome.HasSolution ? outcome.ColumnValues : columns;
        Bounds[k] = outcome.Bound;
        if (outcome.Status != SolveStatus.Optimal)
        {
            return false;
        }

        Held[k] = outcome.Objective;
        stages.Hold(steps[k], outcome.Objective);
        return true;
    }

    private bool SolveRates(int k)
    {
        int level = steps[k].Level;
        FairnessColumns fairness = stages.Programme.Fairness[level];
        int count = fairness.Rate.Length;
        if (count == 0)
        {
            (Bounds[k], Held[k], HeldRates[level]) = (0, 0, []);
            return true;
        }

        stages.TieRates(level);
        if (!SolveStep(k))
        {
            return false;
        }

        double[] rates = new double[count];
        rates[0] = 1 - Held[k];
        int settled = 1;
        for (; settled < count && count <= MostPairs && rates[settled - 1] < 1 - 1e-9; settled++)
        {
            if (RaiseRate(level, settled) is not { } rate)
            {
                return false;
            }

            rates[settled] = rate;
        }

        if (rates[settled - 1] >= 1 - 1e-9)
        {
            Array.Fill(rates, 1, settled, count - settled);
            settled = count;
        }

        HeldRates[level] = settled == count ? rates : null;
        return true;
    }

    // Maximises the rate that all but the given number of pairs reach, and holds it.
    private double? RaiseRate(int level, int excused)
    {
        HighsSolver solver = stages.Solver;
        FairnessColumns fairness = stages.Programme.Fairness[level];
        int common = solver.AddColumn(0, 0, 1, [], []);
        int[] excuses = new int[fairness.Rate.Length];
        double[] ones = new double[excuses.Length];
        for (int pair = 0; pair < excuses.Length; pair++)
        {
            ones[pair] = 1;
            excuses[pair] = solver.AddColumn(0, 0, 1, [], [], isInteger: true);
            solver.AddRow(0, double.PositiveInfinity, [fairness.Rate[pair], excuses[pair], common], [1, 1, -1]);
        }

        solver.AddRow(double.NegativeInfinity, excused, excuses, ones);
        stages.AimAtMost(common, level);
        SolveOutcome outcome = stages.Solve(share);
        columns = outcome.HasSolution ? outcome.ColumnValues : columns;
        if (outcome.Status != SolveStatus.Optimal)
        {
            return null;
        }

        double rate = -outcome.Objective;
        solver.ChangeColumnBounds(common, Math.Clamp(rate - 1e-6, 0, 1), 1);
        return rate;
    }

    private StockLedger Decisions(double[] solution)
    {
        var plan = new StockLedger(network);
        stages.ServedUnits(solution).CopyTo(plan.Served, 0);
        for (int o = 0; o < plan.Lots.Length; o++)
        {
            int column = stages.Programme.LotColumn[o];
            plan.Buy(o, column >= 0 ? (long)Math.Round(solution[column]) : 0);
        }

        for (int k = 0; k < plan.Packs.Length; k++)
        {
            int column = stages.Programme.PackColumn[k];
            plan.Packs[k] = column >= 0 ? (long)Math.Round(solution[column]) : 0;
        }

        return plan;
    }
}
