using System.Diagnostics;
using System.Globalization;
using Google.OrTools.LinearSolver;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>SCIP, CBC or GLOP through the linear solver interface of OR-Tools, each on one thread and with its own defaults.</summary>
/// <param name="name"><c>scip</c>, <c>cbc</c> or <c>glop</c>. CBC and GLOP take no seed here, and a cancellation of CBC waits for the end of its limit.</param>
internal sealed class LinearSolverPeer(string name) : IPeer
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int MostThreads => 1;

    /// <inheritdoc/>
    public bool NeedsIntegers => false;

    /// <inheritdoc/>
    public PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        using Solver solver = Solver.CreateSolver(name.ToUpperInvariant())
            ?? throw new InvalidOperationException($"This build of OR-Tools comes without {name}.");
        Variable[] columns = Pass(model, solver);
        TimeSpan rest = limits.Time - Stopwatch.GetElapsedTime(started);
        if (rest <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
        {
            SolveStatus early = cancellationToken.IsCancellationRequested ? SolveStatus.Cancelled : SolveStatus.TimeLimit;
            return PeerResult.Of(early, hasPoint: false, double.NaN, double.NegativeInfinity, Stopwatch.GetElapsedTime(started), []);
        }

        solver.SetTimeLimit(Math.Max(1, (long)rest.TotalMilliseconds));
        if (name == "scip")
        {
            solver.SetSolverSpecificParametersAsString(
                string.Create(CultureInfo.InvariantCulture, $"randomization/randomseedshift = {limits.Seed}\n"));
        }

        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, PeerLimits.RelativeGap);
        Solver.ResultStatus result;
        using (new RepeatedStop(() => solver.InterruptSolve(), rest, cancellationToken))
        {
            result = solver.Solve(parameters);
        }

        bool hasPoint = result is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        double objective = hasPoint ? solver.Objective().Value() : double.NaN;
        return PeerResult.Of(
            StatusOf(result, cancellationToken.IsCancellationRequested),
            hasPoint,
            objective,
            BoundOf(solver, model, result, objective),
            Stopwatch.GetElapsedTime(started),
            hasPoint ? Array.ConvertAll(columns, column => column.SolutionValue()) : []);
    }

    private static Variable[] Pass(LinearModelBuilder model, Solver solver)
    {
        var columns = new Variable[model.ColumnCount];
        Objective objective = solver.Objective();
        for (int k = 0; k < columns.Length; k++)
        {
            columns[k] = solver.MakeVar(model.ColumnLowers[k], model.ColumnUppers[k], model.ColumnTypes[k] != 0, string.Empty);
            objective.SetCoefficient(columns[k], model.ColumnCosts[k]);
        }

        objective.SetOffset(model.ObjectiveOffset);
        objective.SetMinimization();
        for (int row = 0; row < model.RowCount; row++)
        {
            Constraint constraint = solver.MakeConstraint(model.RowLowers[row], model.RowUppers[row], string.Empty);
            int end = row + 1 < model.RowCount ? model.RowStarts[row + 1] : model.EntryCount;
            for (int entry = model.RowStarts[row]; entry < end; entry++)
            {
                constraint.SetCoefficient(columns[model.EntryColumns[entry]], model.EntryValues[entry]);
            }
        }

        return columns;
    }

    // The interface reports the bound of an integer search only; an optimal linear programme is its own bound.
    private static double BoundOf(Solver solver, LinearModelBuilder model, Solver.ResultStatus result, double objective) => result switch
    {
        Solver.ResultStatus.OPTIMAL when !model.HasIntegers => objective,
        Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE or Solver.ResultStatus.NOT_SOLVED when model.HasIntegers =>
            solver.Objective().BestBound(),
        _ => double.NegativeInfinity,
    };

    private static SolveStatus StatusOf(Solver.ResultStatus result, bool cancelled) => result switch
    {
        Solver.ResultStatus.OPTIMAL => SolveStatus.Optimal,
        Solver.ResultStatus.INFEASIBLE => SolveStatus.Infeasible,
        Solver.ResultStatus.UNBOUNDED => SolveStatus.Unbounded,
        Solver.ResultStatus.FEASIBLE or Solver.ResultStatus.NOT_SOLVED => cancelled ? SolveStatus.Cancelled : SolveStatus.TimeLimit,
        _ => SolveStatus.Failed,
    };
}
