namespace Readiness.Api.Scenarios;

/// <summary>The verdict of the independent audit.</summary>
/// <param name="Passed">Whether no hard rule is broken.</param>
/// <param name="Violations">Broken hard rules.</param>
public sealed record AuditReport(bool Passed, IReadOnlyList<RuleViolation> Violations);
