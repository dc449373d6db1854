using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>
/// One model kept warm through the steps of the lexicographic objective: set a step's costs, solve, hold what was reached, go on.
/// </summary>
internal sealed class StageSolver : IDisposable
{
    // Solved from nothing, larger models are several times faster by an interior point method and crossover than by the simplex method.
    private const int InteriorPointRows = 3000;

    private readonly AllocationNetwork network;
    private readonly HighsSolver solver;
    private readonly SolveClock clock;
    private readonly double[] lowers;
    private readonly double[] uppers;
    private int[] costed = [];
    private double constant;
    private double scale = 1;

    public StageSolver(AllocationNetwork network, TimeExpandedProgramme programme, SolveClock clock)
    {
        this.network = network;
        this.clock = clock;
        Programme = programme;
        lowers = programme.Model.ColumnLowers.ToArray();
        uppers = programme.Model.ColumnUppers.ToArray();
        solver = new HighsSolver(programme.Model)
        {
            Strategy = SimplexStrategy.Primal,
            Method = programme.IntegerCount == 0 && programme.Model.RowCount > InteriorPointRows ? LpMethod.InteriorPoint : LpMethod.Choose,
        };
    }

    /// <summary>The model's columns and rows.</summary>
    public TimeExpandedProgramme Programme { get; }

    /// <summary>The solver, for changes that only one method makes.</summary>
    public HighsSolver Solver => solver;

    /// <summary>Simplex iterations and solves so far: the unit of the work limit.</summary>
    public long Work { get; private set; }

    /// <summary>Whether the work limit is used up.</summary>
    public bool WorkIsOver => clock.Options.WorkLimit is { } limit && Work >= limit;

    /// <summary>Makes a step the objective.</summary>
    public void Aim(ObjectiveStage stage)
    {
        if (costed.Length > 0)
        {
            solver.ChangeColumnCosts(costed, new double[costed.Length]);
        }

        (costed, double[] costs, constant) = Programme.Objective(stage);
        scale = stage.Kind == StageKind.Worst ? UnitsPerRate(stage.Level) : 1;
        for (int k = 0; k < costs.Length; k++)
        {
            costs[k] *= scale;
        }

        solver.ChangeColumnCosts(costed, costs);
    }

    /// <summary>Makes a column that stands for a fill rate of a level the objective, to be maximised.</summary>
    public void AimAtMost(int column, int level)
    {
        if (costed.Length > 0)
        {
            solver.ChangeColumnCosts(costed, new double[costed.Length]);
        }

        costed = [column];
        constant = 0;
        scale = UnitsPerRate(level);
        solver.ChangeColumnCost(column, -scale);
    }

    /// <summary>Solves for the current objective within a share of the time limit.</summary>
    /// <returns>The outcome with the objective's constant added.</returns>
    public SolveOutcome Solve(double share)
    {
        SolveOutcome outcome = SolveOnce(share);
        if (Programme.IntegerCount > 0 && outcome.Status is (SolveStatus.Infeasible or SolveStatus.Failed))
        {
            // There always is a plan. The reductions of integer programmes have been seen to lose it.
            solver.Presolve = false;
            outcome = SolveOnce(share);
            solver.Presolve = true;
        }

        for (double margin = 1e-8; outcome.Status == SolveStatus.Infeasible && margin < 1e-5; margin *= 10)
        {
            LoosenRates(margin);
            outcome = SolveOnce(share);
        }

        // From a basis on, the primal simplex goes on where the step before ended.
        if (outcome.Status == SolveStatus.Optimal)
        {
            solver.Method = LpMethod.Simplex;
        }

        return outcome with
        {
            Objective = (outcome.Objective / scale) + constant,
            Bound = (outcome.Bound / scale) + constant,
            RowDuals = scale == 1 ? outcome.RowDuals : Array.ConvertAll(outcome.RowDuals, dual => dual / scale),
        };
    }

    private SolveOutcome SolveOnce(double share)
    {
        int? left = clock.Options.WorkLimit is { } limit ? (int)Math.Clamp(limit - Work, 0, int.MaxValue) : null;
        if (left == 0)
        {
            return SolveOutcome.Empty(SolveStatus.WorkLimit);
        }

        solver.Limits = new SolveLimits
        {
            Time = clock.Left(share),
            Threads = 1,
            Seed = clock.Options.Seed,
            Iterations = Programme.IntegerCount > 0 ? null : left,
            Nodes = left,
        };
        SolveOutcome outcome = solver.Solve(clock.Token);
        Work += 1 + Math.Max(0, solver.SimplexIterations);
        return outcome;
    }

    // A unit served raises a rate by one over the demand. Counted in units, that is far above the tolerance of the reduced costs.
    private double UnitsPerRate(int level)
    {
        LevelPairs pairs = network.PairsOfLevel[level];
        return Enumerable.Range(0, pairs.Count).Select(pair => pairs.Demanded[pair] / pairs.Risk[pair]).Append(1).Max();
    }

    /// <summary>Holds a step at a value or better from now on, with a margin for rounding.</summary>
    public void Hold(ObjectiveStage stage, double value)
    {
        double margin = 1e-6 * Math.Max(1, Math.Abs(value));
        switch (stage.Kind)
        {
            case StageKind.Worst:
                // Rates of whole units lie further apart than the tolerance of integer programmes, which must have room.
                double below = Programme.IntegerCount > 0 ? margin : 1e-8;
                foreach (int rate in Programme.Fairness[stage.Level].Rate)
                {
                    RaiseLower(rate, Math.Clamp(1 - value - below, 0, 1));
                }

                // The common rate has done its work; freed, its rows no longer bind.
                SetBounds(Programme.Fairness[stage.Level].Worst, 0, 0);
                break;
            case StageKind.Logarithm when Programme.Fairness[stage.Level].GainRow >= 0:
                solver.ChangeRowBounds(Programme.Fairness[stage.Level].GainRow, Programme.Fairness[stage.Level].GainAtMost - value - margin, double.PositiveInfinity);
                break;
            case StageKind.Unserved when value <= 0:
                foreach (ServingColumn group in Programme.Groups.Where(group => Programme.DemandOf(group).Level == stage.Level))
                {
                    if (group.CapRow < 0)
                    {
                        RaiseLower(group.Column, uppers[group.Column]);
                    }
                    else
                    {
                        solver.ChangeRowBounds(group.CapRow, UnitsOf(group), UnitsOf(group));
                    }
                }

                break;
            case StageKind.Substituted when Programme.SubstitutedRow >= 0:
                solver.ChangeRowBounds(Programme.SubstitutedRow, double.NegativeInfinity, value + margin);
                break;
            case StageKind.Unserved:
                solver.ChangeRowBounds(Programme.ServedRow[stage.Level], Programme.Demanded[stage.Level] - value - margin, double.PositiveInfinity);
                break;
            case StageKind.Spending when Programme.SpendingRow >= 0:
                solver.ChangeRowBounds(Programme.SpendingRow, double.NegativeInfinity, value + margin);
                break;
            case StageKind.Expired:
                // Units expire whole, so this much changes nothing in the integer form, and gives it room.
                margin = Programme.IntegerCount > 0 ? 0.01 : margin;
                solver.ChangeRowBounds(Programme.ExpiredRow, double.NegativeInfinity, value - Programme.ExpiredAnyway + margin);
                break;
            case StageKind.Transport:
                solver.ChangeRowBounds(Programme.TransportRow, double.NegativeInfinity, value + margin);
                break;
        }
    }

    /// <summary>Lets go of everything that was held; the basis stays.</summary>
    public void Reset()
    {
        int columns = Programme.Model.ColumnCount;
        Programme.Model.ColumnLowers.CopyTo(lowers);
        Programme.Model.ColumnUppers.CopyTo(uppers);
        solver.ChangeColumnBounds([.. Enumerable.Range(0, columns)], lowers, uppers);
        int[] sometimes = [.. Programme.Fairness.Select(fairness => fairness.GainRow), Programme.SubstitutedRow, Programme.SpendingRow];
        int[] rows = [.. Programme.ServedRow, .. sometimes.Where(row => row >= 0), Programme.ExpiredRow, Programme.TransportRow];
        double[] open = new double[rows.Length];
        Array.Fill(open, double.PositiveInfinity);
        double[] openBelow = new double[rows.Length];
        Array.Fill(openBelow, double.NegativeInfinity);
        solver.ChangeRowBounds(rows, openBelow, open);
        foreach (ServingColumn group in Programme.Groups.Where(group => group.CapRow >= 0))
        {
            solver.ChangeRowBounds(group.CapRow, double.NegativeInfinity, UnitsOf(group));
        }
    }

    private double UnitsOf(ServingColumn group) => group.Services.Sum(s => (double)network.Problem.Demands[network.Services[s].Demand].Units);

    /// <summary>Raises the lower bound of a column, never lowers it.</summary>
    public void RaiseLower(int column, double lower)
    {
        if (lower > lowers[column])
        {
            SetBounds(column, lower, uppers[column]);
        }
    }

    /// <summary>Sets the bounds of a column.</summary>
    public void SetBounds(int column, double lower, double upper)
    {
        lowers[column] = lower;
        uppers[column] = upper;
        solver.ChangeColumnBounds(column, lower, upper);
    }

    // What was reached is exact only up to the solver's tolerance, so that all of it together can be out of reach by as much.
    private void LoosenRates(double margin)
    {
        foreach (FairnessColumns fairness in Programme.Fairness)
        {
            foreach (int rate in fairness.Rate)
            {
                if (lowers[rate] > 0)
                {
                    SetBounds(rate, Math.Max(0, lowers[rate] - margin), uppers[rate]);
                }
            }
        }
    }

    /// <summary>Ties every pair of a fair level to its common rate, for a maximisation of the lowest rate.</summary>
    public void TieRates(int level)
    {
        SetBounds(Programme.Fairness[level].Worst, 0, 1);
        foreach (int lift in Programme.Fairness[level].Lift)
        {
            SetBounds(lift, 0, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    /// <summary>Whole units of each service in a solution, rounded down; services that share a column share it by the units they may serve.</summary>
    public long[] ServedUnits(double[] columns)
    {
        long[] served = new long[network.Services.Length];
        foreach (ServingColumn group in Programme.Groups)
        {
            double total = group.Services.Sum(s => (double)network.Services[s].Most);
            double share = total > 0 ? Math.Clamp(columns[group.Column] / total, 0, 1) : 0;
            double wanted = 0;
            long given = 0;
            foreach (int s in group.Services)
            {
                // Rounding the running total loses less than one unit in all.
                wanted += network.Services[s].Most * share;
                served[s] = Math.Clamp((long)Math.Floor(wanted + 1e-5) - given, 0, network.Services[s].Most);
                given += served[s];
            }
        }

        CutToDemand(served);
        return served;
    }

    // Ways that share a column apart may together serve a demand with more than it wants; alternatives then give way.
    private void CutToDemand(long[] served)
    {
        foreach (int j in network.Demands)
        {
            long left = network.Problem.Demands[j].Units;
            foreach (int s in network.ServicesOf[j])
            {
                served[s] = Math.Min(served[s], left);
                left -= served[s];
            }
        }
    }
}
