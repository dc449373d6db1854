using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>The records of a file in the format of Curtois and Qu, with names turned into positions.</summary>
/// <remarks>
/// What the files do not say: minimum runs of shifts and of days off are waived where a run touches the horizon's edge; a weekend is days 5 and 6
/// of a week that starts on day 0, and worked if either day is.
/// </remarks>
/// <param name="Days">Days of the horizon.</param>
/// <param name="Types">The shift types.</param>
/// <param name="Staff">The people.</param>
/// <param name="Requests">Wishes for and against shifts.</param>
/// <param name="Cover">Heads wanted, at most one record for a day and shift type.</param>
internal sealed record ShiftInstance(
    int Days, ImmutableArray<ShiftType> Types, ImmutableArray<ShiftWorker> Staff, ImmutableArray<ShiftWish> Requests, ImmutableArray<ShiftDemand> Cover);
