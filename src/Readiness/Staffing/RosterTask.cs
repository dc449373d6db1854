namespace Readiness.Staffing;

/// <summary>Work that people are assigned to in a shift.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit (place) it belongs to; -1 if it belongs to none. Working for another unit than one's own is being lent.</param>
public sealed record RosterTask(string Name, int Unit = -1);
