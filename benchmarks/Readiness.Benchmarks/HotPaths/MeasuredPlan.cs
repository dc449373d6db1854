namespace Readiness.Benchmarks.HotPaths;

/// <summary>Tells solves of a laid-down amount of work, which can be compared, from those that the clock has cut.</summary>
internal static class MeasuredPlan
{
    /// <summary>So long that only the work limit ends a solve.</summary>
    public static TimeSpan Ample { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Passes the proof of a plan.</summary>
    /// <exception cref="InvalidOperationException">The clock ended the solve, or there is no plan.</exception>
    public static void Require(PlanProof proof)
    {
        if (proof.Termination is not (Termination.WorkLimit or Termination.Optimal or Termination.Finished) || proof.Levels.IsEmpty)
        {
            throw new InvalidOperationException($"The solve ended as {proof.Termination}: its time says nothing.");
        }
    }
}
