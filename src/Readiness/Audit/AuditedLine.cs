namespace Readiness.Audit;

/// <summary>A line of a duty or site.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Skill">Position of the skill.</param>
/// <param name="PriorityClass">Its class.</param>
/// <param name="Kit">Position of the kit, or -1.</param>
/// <param name="Organisation">Position of the organisation, or -1.</param>
/// <param name="HeadsPerTeam">Heads per team of a joint duty; 0 otherwise.</param>
/// <param name="ProtectiveMinutesPerHour">Minutes of each hour in full protective clothing.</param>
/// <param name="Required">Heads per shift, by day.</param>
internal sealed record AuditedLine(
    string Id, int Skill, int PriorityClass, int Kit, int Organisation, int HeadsPerTeam, int ProtectiveMinutesPerHour, int[] Required);
