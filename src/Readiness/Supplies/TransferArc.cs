namespace Readiness.Supplies;

/// <summary>A possible flow of stock of one expiry class along a lane.</summary>
/// <param name="LaneItem">Index of the lane and item.</param>
/// <param name="From">Node that dispatches.</param>
/// <param name="To">Node that receives.</param>
/// <param name="Lead">Lead time in days.</param>
/// <param name="FirstDay">First useful day of dispatch.</param>
/// <param name="LastDay">Last useful day of dispatch.</param>
internal readonly record struct TransferArc(int LaneItem, int From, int To, int Lead, int FirstDay, int LastDay);
