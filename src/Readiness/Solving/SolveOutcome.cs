namespace Readiness.Solving;

/// <summary>What a solve found. The arrays belong to the caller.</summary>
/// <param name="Status">How the solve ended.</param>
/// <param name="HasSolution">Whether <paramref name="ColumnValues"/> holds a feasible point.</param>
/// <param name="Objective">Objective of that point; NaN without one.</param>
/// <param name="Bound">
/// A valid lower bound on the optimum: minus infinity when nothing is known, plus infinity when the model is infeasible.
/// </param>
/// <param name="ColumnValues">Value of every column; empty without a solution.</param>
/// <param name="RowDuals">
/// Dual value of every row of a linear programme, the change of the optimum per unit of the active side: non-negative where
/// the lower side is active, non-positive where the upper one is. Empty for integer models and where no duals are known.
/// </param>
/// <param name="ReducedCosts">Cost of every column minus what the row duals pay for it; empty when the duals are.</param>
internal sealed record SolveOutcome(
    SolveStatus Status,
    bool HasSolution,
    double Objective,
    double Bound,
    double[] ColumnValues,
    double[] RowDuals,
    double[] ReducedCosts)
{
    /// <summary>An outcome that carries a status and nothing else.</summary>
    public static SolveOutcome Empty(SolveStatus status) => new(
        status,
        HasSolution: false,
        Objective: double.NaN,
        Bound: status == SolveStatus.Infeasible ? double.PositiveInfinity : double.NegativeInfinity,
        ColumnValues: [],
        RowDuals: [],
        ReducedCosts: []);
}
