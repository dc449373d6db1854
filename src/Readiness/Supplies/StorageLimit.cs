namespace Readiness.Supplies;

/// <summary>Room for stock at a place.</summary>
/// <remarks>
/// What counts is the volume of all items that is left at the end of a day and may still be used on a later one. On a day on which a transfer of
/// an item with a volume arrives, it may be no more than <paramref name="Volume"/>: what does not fit may not be sent there. Lots come from
/// outside the plan and are always accepted, so on other days there may be more. Transfers that would arrive after the last day are not planned.
/// </remarks>
/// <param name="Place">Place index.</param>
/// <param name="Volume">Volume, in the unit of <see cref="AllocationItem.VolumePerPack"/>; 0 or more and finite.</param>
public sealed record StorageLimit(int Place, double Volume);
