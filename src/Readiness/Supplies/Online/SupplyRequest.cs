namespace Readiness.Supplies.Online;

/// <summary>Units of an item that somebody asks for. What is not delivered at once stays asked for.</summary>
/// <param name="Recipient">Number of the recipient; 0 or more.</param>
/// <param name="Item">Number of the item; 0 or more.</param>
/// <param name="Quantity">Units; 1 to 1e12.</param>
/// <param name="Day">Day on which it was made; 0 or more.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine). No amount of a lower class pays for a unit of a higher one.</param>
/// <param name="LastDay">Last day on which a dispatch is of use; not before <paramref name="Day"/>.</param>
public sealed record SupplyRequest(
    int Recipient, int Item, long Quantity, int Day, int PriorityClass = 4, int LastDay = int.MaxValue);
