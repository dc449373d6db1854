using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A roster that people have been told, and what it costs to change it.</summary>
/// <param name="Assignments">Its assignments, at most one for a person and day; everybody is off on all other days.</param>
/// <param name="Weight">Cost of each day on which a person works another shift or task than published, works instead of being off, or is off instead of working; 0 or more.</param>
/// <param name="Level">Objective level.</param>
public sealed record PublishedRoster(ImmutableArray<RosterAssignment> Assignments, double Weight, int Level);
