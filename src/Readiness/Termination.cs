namespace Readiness;

/// <summary>How a solve ended. Whether there is a plan, and how good it is, are separate questions: see <see cref="PlanProof"/>.</summary>
public enum Termination
{
    /// <summary>The objective of every level equals its bound within a relative gap of 1e-6.</summary>
    Optimal,

    /// <summary>The method came to its end without proving optimality.</summary>
    Finished,

    /// <summary>The time limit was reached; the best plan so far is returned.</summary>
    TimeLimit,

    /// <summary>The work limit was reached; the best plan so far is returned.</summary>
    WorkLimit,

    /// <summary>The caller cancelled; the best plan so far is returned.</summary>
    Stopped,

    /// <summary>No plan keeps all hard rules.</summary>
    Infeasible,
}
