namespace Readiness.Solving;

/// <summary>How a solve ended.</summary>
internal enum SolveStatus
{
    /// <summary>Proved optimal within the tolerances (for integer models, within the relative gap asked for).</summary>
    Optimal,

    /// <summary>Proved to have no feasible point.</summary>
    Infeasible,

    /// <summary>The objective decreases without limit.</summary>
    Unbounded,

    /// <summary>The time limit was reached first.</summary>
    TimeLimit,

    /// <summary>The iteration or node limit was reached first.</summary>
    WorkLimit,

    /// <summary>The cancellation token was signalled first.</summary>
    Cancelled,

    /// <summary>The solver gave up, for example for numerical reasons.</summary>
    Failed,
}
