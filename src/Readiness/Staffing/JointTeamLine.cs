namespace Readiness.Staffing;

/// <summary>A line of a <see cref="JointTeam"/>.</summary>
/// <param name="Task">Task index.</param>
/// <param name="HeadsPerTeam">Heads in one complete team; at least 1.</param>
public sealed record JointTeamLine(int Task, int HeadsPerTeam);
