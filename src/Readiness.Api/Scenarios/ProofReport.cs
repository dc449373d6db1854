namespace Readiness.Api.Scenarios;

/// <summary>How the solve ended and what is proven about the plan.</summary>
/// <param name="Levels">One entry per objective level, the most important first.</param>
/// <param name="Termination">How the solve ended.</param>
public sealed record ProofReport(IReadOnlyList<LevelReport> Levels, Termination Termination);
