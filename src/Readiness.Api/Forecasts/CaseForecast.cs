using System.Collections.Immutable;

namespace Readiness.Api.Forecasts;

/// <summary>Cases of the region: what a fan chart shows.</summary>
/// <param name="Region">Id of its series.</param>
/// <param name="ReportedFrom">Date of the first reported count.</param>
/// <param name="Reported">Cases by day up to the origin.</param>
/// <param name="From">Date of the first forecast day.</param>
/// <param name="Days">Quantiles of the cases of each day after the origin.</param>
/// <param name="Cumulative">Quantiles of the cases since the origin.</param>
public sealed record CaseForecast(
    string Region,
    DateOnly ReportedFrom,
    ImmutableArray<long> Reported,
    DateOnly From,
    ImmutableArray<ImmutableArray<double>> Days,
    ImmutableArray<ImmutableArray<double>> Cumulative);
