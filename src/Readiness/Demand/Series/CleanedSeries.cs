using System.Collections.Immutable;

namespace Readiness.Demand.Series;

/// <summary>A series after cleaning, with every number that was changed on the way.</summary>
/// <param name="Series">New cases by day, 0 or more.</param>
/// <param name="Changes">What was changed, step by step and by date within a step.</param>
public sealed record CleanedSeries(DailySeries Series, ImmutableArray<SeriesChange> Changes);
