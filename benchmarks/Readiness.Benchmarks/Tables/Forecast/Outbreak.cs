using System.Collections.Immutable;
using Readiness.Demand.Series;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>What <c>outbreak.json</c> says of a folder of case series: what is known of the outbreak, and what to try on it.</summary>
/// <param name="Source">Where the series come from.</param>
/// <param name="HistoryFrom">First day of counts that forecaster and baselines see.</param>
/// <param name="LastDay">Rows after this day are not read.</param>
/// <param name="FirstDay">First day of imported infections.</param>
/// <param name="ImportTurn">Day on which they begin to fall.</param>
/// <param name="SurveillanceStart">Day on which cases began to be looked for.</param>
/// <param name="Interventions">Dates of interventions.</param>
/// <param name="FirstOrigin">First origin.</param>
/// <param name="LastOrigin">Last origin.</param>
/// <param name="StepDays">Days between origins.</param>
/// <param name="Horizons">Days whose totals are scored.</param>
/// <param name="Cleaning">Lists of cleaning steps by name.</param>
/// <param name="Series">The series.</param>
/// <param name="Note">What readers of the results must know, such as whether the priors were chosen with these series seen; null if nothing.</param>
internal sealed record Outbreak(
    string Source,
    DateOnly HistoryFrom,
    DateOnly LastDay,
    DateOnly FirstDay,
    DateOnly ImportTurn,
    DateOnly SurveillanceStart,
    ImmutableArray<DateOnly> Interventions,
    DateOnly FirstOrigin,
    DateOnly LastOrigin,
    int StepDays,
    ImmutableArray<int> Horizons,
    ImmutableDictionary<string, ImmutableArray<CleaningStep>> Cleaning,
    ImmutableArray<OutbreakSeries> Series,
    string? Note = null);
