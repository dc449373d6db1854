using System.Collections.Immutable;

namespace Readiness.Demand.Series;

/// <summary>Cumulative cases of a region as published, before any cleaning.</summary>
/// <param name="Id">Name of the region.</param>
/// <param name="Points">Published counts, dates strictly ascending; days may be missing.</param>
public sealed record CumulativeSeries(string Id, ImmutableArray<DatedCount> Points);
