using Readiness.Api.Scenarios;
using Readiness.Planning;

namespace Readiness.Api.Jobs;

/// <summary>Keeps the last report of a solve until somebody takes it.</summary>
/// <param name="stage">Whose plan it is.</param>
/// <param name="timeLimit">What the plan may take.</param>
/// <remarks>Unlike <see cref="Progress{T}"/> it keeps the order of the reports.</remarks>
internal sealed class ProgressRecorder(SolveStage stage, TimeSpan timeLimit) : IProgress<PlanProgress>
{
    private ScenarioProgress? last;

    /// <inheritdoc />
    public void Report(PlanProgress value) => Volatile.Write(ref last, new ScenarioProgress(
        stage, value.Phase, value.Round, value.Elapsed.TotalSeconds, timeLimit.TotalSeconds, value.BestLevels));

    /// <summary>The last report that has not been taken yet.</summary>
    public ScenarioProgress? Take() => Interlocked.Exchange(ref last, null);
}
