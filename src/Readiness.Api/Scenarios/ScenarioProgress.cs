using Readiness.Plans;

namespace Readiness.Api.Scenarios;

/// <summary>The last report of a running solve.</summary>
/// <param name="Stage">Whose plan is being made: <c>scenario</c>, then <c>baseline</c> where the comparison needs it and nobody has made it yet.</param>
/// <param name="Phase">What the planner is doing: <c>demand</c>, <c>sites</c>, <c>roster</c>, <c>supplies</c>, <c>audit</c>, <c>proof</c>.</param>
/// <param name="Round">Feedback round of the planner, from 1; 0 before the first.</param>
/// <param name="ElapsedSeconds">Seconds since this plan was begun.</param>
/// <param name="TimeLimitSeconds">Seconds that this plan may take.</param>
/// <param name="BestLevels">Objective levels of the best audited plan so far, the most important first; empty until there is one.</param>
public sealed record ScenarioProgress(
    SolveStage Stage,
    string Phase,
    int Round,
    double ElapsedSeconds,
    double TimeLimitSeconds,
    IReadOnlyList<LevelValue> BestLevels);
