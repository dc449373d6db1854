namespace Readiness.Assessment;

/// <summary>A place's part of a capacity.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Capacity">Tests a day, beds or rooms; 1 or more.</param>
public sealed record PlaceCapacity(string Place, int Capacity);
