using Readiness.Tests.Audit.Mutations;

namespace Readiness.Tests.Audit;

/// <summary>A change that breaks one rule of the good plan, with the rule and the subject that the audit must name.</summary>
internal sealed record PlanMutation(string Rule, string Subject, int? Day, Func<DraftPlan, DraftPlan> Apply)
{
    public BrokenPlan Of(DraftPlan good) => new(Subject, Day, Apply(good));

    public override string ToString() => $"{Rule} {Subject}";
}
