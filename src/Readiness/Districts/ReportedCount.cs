using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A count of people that a bulletin gives for a date.</summary>
/// <param name="Date">The date; at most 366 days from the horizon.</param>
/// <param name="Count">People; 0 to 1,000,000,000.</param>
public sealed record ReportedCount(DateOnly Date, [Limits(0, 1e9)] long Count);
