using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A count on a date.</summary>
/// <param name="Date">The date; dates before the horizon matter because their consequences reach into it. At most 366 days from the horizon.</param>
/// <param name="Count">0 to 1,000,000.</param>
public sealed record DailyCount(DateOnly Date, [Limits(0, 1e6)] double Count);
