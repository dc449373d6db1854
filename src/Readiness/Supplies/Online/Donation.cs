namespace Readiness.Supplies.Online;

/// <summary>Units of an item that somebody has to give away.</summary>
/// <param name="Donor">Number of the donor; 0 or more.</param>
/// <param name="Item">Number of the item; 0 or more.</param>
/// <param name="Quantity">Units; 1 to 1e12.</param>
/// <param name="Day">Day on which it was offered; 0 or more.</param>
public sealed record Donation(int Donor, int Item, long Quantity, int Day);
