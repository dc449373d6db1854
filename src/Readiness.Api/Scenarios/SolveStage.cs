namespace Readiness.Api.Scenarios;

/// <summary>Whose plan is being made.</summary>
public enum SolveStage
{
    /// <summary>The scenario's.</summary>
    Scenario,

    /// <summary>The unchanged baseline's, which the scenario is compared with.</summary>
    Baseline,
}
