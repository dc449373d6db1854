using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A shift type of a file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Minutes">Length, 1 to 1,440.</param>
/// <param name="MayNotPrecede">Positions of the types that may not follow on the next day.</param>
internal sealed record ShiftType(string Id, int Minutes, ImmutableArray<int> MayNotPrecede);
