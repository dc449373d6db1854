namespace Readiness.Supplies.Flows;

/// <summary>Transport of stock of one last usable day on a lane: an arc per day of dispatch.</summary>
/// <param name="Lane">Lane index.</param>
/// <param name="Class">Last usable day, or the number of days.</param>
/// <param name="FirstDay">Day of the first arc.</param>
/// <param name="First">First arc.</param>
/// <param name="Count">Number of arcs.</param>
/// <param name="Shared">Whether the lane's capacity is limited and the item takes some of it.</param>
internal readonly record struct LaneRun(int Lane, int Class, int FirstDay, int First, int Count, bool Shared);
