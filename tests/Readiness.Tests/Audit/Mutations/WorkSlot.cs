namespace Readiness.Tests.Audit.Mutations;

/// <summary>A line on one day and shift: what the audit calls a subject of cover.</summary>
internal sealed record WorkSlot(WorkLine Of, string Shift, int Day)
{
    public string Subject => $"{Of.Work}/{Of.Line}/{Shift}";
}
