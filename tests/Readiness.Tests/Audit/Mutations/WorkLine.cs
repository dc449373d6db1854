using System.Collections.Immutable;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>A line of a duty or of a candidate site.</summary>
internal sealed record WorkLine(
    string Work, string Line, string Place, bool Together, int HeadsPerTeam, string Skill, int PriorityClass, string? Kit, string? Organisation, ImmutableArray<string> Shifts);
