namespace Readiness.Supplies.Online;

/// <summary>A line of a shipment. All lines of a donor to a recipient on a day are one shipment.</summary>
/// <param name="Day">Day on which it leaves.</param>
/// <param name="Donor">Who sends it.</param>
/// <param name="Recipient">Who receives it.</param>
/// <param name="Item">Item.</param>
/// <param name="Quantity">Units; 1 or more.</param>
/// <param name="PriorityClass">Class of the requests that it serves: first those that end first, of these the oldest.</param>
public sealed record Dispatch(int Day, int Donor, int Recipient, int Item, long Quantity, int PriorityClass = 4);
