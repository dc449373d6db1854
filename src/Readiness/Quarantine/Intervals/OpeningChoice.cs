namespace Readiness.Quarantine.Intervals;

/// <summary>What is left to choose about a site.</summary>
/// <param name="MayStayClosed">Whether it may stay closed.</param>
/// <param name="EarliestFirst">Earliest first open day.</param>
/// <param name="LatestFirst">Latest first open day; before the earliest if it may not open.</param>
/// <param name="EarliestLast">Earliest last open day.</param>
/// <param name="LatestLast">Latest last open day.</param>
internal readonly record struct OpeningChoice(bool MayStayClosed, int EarliestFirst, int LatestFirst, int EarliestLast, int LatestLast)
{
    /// <summary>Whether an opening is allowed.</summary>
    public bool Allows(int first, int last) => first >= EarliestFirst && first <= LatestFirst && last >= EarliestLast && last <= LatestLast;
}
