namespace Readiness.Staffing;

/// <summary>Work that people are assigned to in a shift.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit (place) it belongs to; -1 if it belongs to none. Working for another unit than one's own is being lent.</param>
/// <param name="ProtectiveMinutesPerHour">
/// Minutes of each hour of a shift that the task is done in full protective clothing; 0 to 60. A shift of so many minutes counts
/// LengthMinutes × ProtectiveMinutesPerHour / 60 minutes in clothing, rounded down.
/// </param>
public sealed record RosterTask(string Name, int Unit = -1, int ProtectiveMinutesPerHour = 0);
