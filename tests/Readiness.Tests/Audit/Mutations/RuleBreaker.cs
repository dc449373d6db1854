namespace Readiness.Tests.Audit.Mutations;

/// <summary>One way to break one rule, at every place (or a sample of places) where a good plan lets it be broken.</summary>
internal sealed record RuleBreaker(string Rule, string Way, Func<PlanFacts, IEnumerable<BrokenPlan>> Break);
