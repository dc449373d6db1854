using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A person of a file.</summary>
/// <param name="Id">The id.</param>
/// <param name="MostShifts">Most shifts of each type, by its position.</param>
/// <param name="MostMinutes">Most minutes over the horizon.</param>
/// <param name="LeastMinutes">Least minutes over the horizon.</param>
/// <param name="LongestRun">Most consecutive days with a shift, 1 or more.</param>
/// <param name="ShortestRun">Least consecutive days with a shift.</param>
/// <param name="ShortestBreak">Least consecutive days off.</param>
/// <param name="MostWeekends">Most weekends with a shift.</param>
/// <param name="DaysOff">Days without a shift, ascending.</param>
internal sealed record ShiftWorker(
    string Id,
    ImmutableArray<int> MostShifts,
    int MostMinutes,
    int LeastMinutes,
    int LongestRun,
    int ShortestRun,
    int ShortestBreak,
    int MostWeekends,
    ImmutableArray<int> DaysOff);
