using Readiness.Api.Scenarios;
using Readiness.Planning;

namespace Readiness.Api.Jobs;

/// <summary>Keeps the last report of a solve until somebody takes it.</summary>
/// <param name="stage">Whose plan it is.</param>
/// <param name="timeLimit">What the plan may take.</param>
/// <remarks>Unlike <see cref="Progress{T}"/> it keeps the order of the reports.</remarks>
internal sealed class ProgressRecorder(SolveStage stage, TimeSpan timeLimit) : IProgress<PlanProgress>
{
    /// <summary>Seconds after which a report that brings nothing but a later time is news.</summary>
    private const double SilentSeconds = 2;

    private ScenarioProgress? last;
    private ScenarioProgress? taken;

    /// <inheritdoc />
    public void Report(PlanProgress value) => Volatile.Write(ref last, new ScenarioProgress(
        stage, value.Phase, value.Round, value.Elapsed.TotalSeconds, timeLimit.TotalSeconds, value.BestLevels));

    /// <summary>The last report that has not been taken yet, if it is news.</summary>
    public ScenarioProgress? Take()
    {
        ScenarioProgress? report = Interlocked.Exchange(ref last, null);
        if (report is null || (taken is not null && !IsNews(report, taken)))
        {
            return null;
        }

        return taken = report;
    }

    private static bool IsNews(ScenarioProgress report, ScenarioProgress before) =>
        report.Phase != before.Phase
        || report.Round != before.Round
        || report.ElapsedSeconds >= before.ElapsedSeconds + SilentSeconds
        || !report.BestLevels.SequenceEqual(before.BestLevels);
}
