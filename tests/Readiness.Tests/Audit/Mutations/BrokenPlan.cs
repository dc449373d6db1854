using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>A plan that breaks a rule at one place, which the audit must name.</summary>
internal sealed record BrokenPlan(string Subject, int? Day, DraftPlan Plan)
{
    public bool IsNamedAs(string rule) => Plan.Audit().Violations.Any(violation =>
        violation.Rule == rule && violation.Subject == Subject && violation.Day == Day && violation.Message.Length > 0);
}
