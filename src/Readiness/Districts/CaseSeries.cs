using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Confirmed cases of a region as reported: new cases by day, or cumulative counts as published.</summary>
public sealed record CaseSeries
{
    /// <summary>Identifier of the region, unique among the series.</summary>
    [Identifier]
    public required string Id { get; init; }

    /// <summary>New cases by date, dates ascending; dates between the first and the last without an entry have none. Not beside <see cref="Cumulative"/>.</summary>
    [UniqueBy(nameof(ReportedCount.Date))]
    public ImmutableArray<ReportedCount> NewCases { get; init; } = [];

    /// <summary>Cumulative counts as published, dates ascending. Not beside <see cref="NewCases"/>.</summary>
    [UniqueBy(nameof(ReportedCount.Date))]
    public ImmutableArray<ReportedCount> Cumulative { get; init; } = [];

    /// <summary>Steps by which cumulative counts are cleaned, in their order. Without any they must have every day and must not fall. Only with <see cref="Cumulative"/>.</summary>
    public ImmutableArray<SeriesCleaning> Cleaning { get; init; } = [];
}
