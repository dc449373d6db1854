namespace Readiness.Supplies.Online;

/// <summary>How often an item was asked for so far, served or not.</summary>
/// <param name="PriorityClass">Class of the requests.</param>
/// <param name="Item">Item.</param>
/// <param name="Requests">Number of requests; 1 or more.</param>
public sealed record RequestCount(int PriorityClass, int Item, int Requests);
