using System.Collections.Immutable;
using Readiness.Demand.Series;

namespace Readiness.Api.Forecasts;

/// <summary>What cleaning changed in a series.</summary>
/// <param name="Series">Id of the series.</param>
/// <param name="Changes">Every number that it changed, step by step.</param>
public sealed record CleaningReport(string Series, ImmutableArray<SeriesChange> Changes);
