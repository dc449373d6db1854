namespace Readiness.Demand.Series;

/// <summary>A count of people that a bulletin gives for a date.</summary>
/// <param name="Date">The date that the row carries.</param>
/// <param name="Count">People, as published: corrections may make a cumulative count fall.</param>
public sealed record DatedCount(DateOnly Date, long Count);
