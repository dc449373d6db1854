using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>
/// Tasks that count only together. On a day and shift the teams filled are the least, over the lines, of assigned heads ÷ heads per
/// team (rounded down); heads beyond complete teams fill nothing, and a missing team misses all its heads.
/// </summary>
/// <param name="Lines">The tasks with heads per team; every task in at most one team. The cover of a task with n teams wanted is n × heads per team.</param>
public sealed record JointTeam(ImmutableArray<JointTeamLine> Lines);
