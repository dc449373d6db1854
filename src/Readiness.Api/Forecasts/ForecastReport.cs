using System.Collections.Immutable;
using Readiness.Demand.Epidemics;
using Readiness.Districts;

namespace Readiness.Api.Forecasts;

/// <summary>The forecast of a baseline: cases, what they need, and how far both can be trusted.</summary>
/// <param name="District">Id of the baseline.</param>
/// <param name="Horizon">The days of all arrays by day, but for those of the cases.</param>
/// <param name="Note">What the figures are, in a sentence.</param>
/// <param name="Origin">The last day that was taken as known; none if the document gives the course.</param>
/// <param name="Trajectories">Possible courses behind the quantiles.</param>
/// <param name="PlannedFor">The course that a plan is made for; none if there is only one.</param>
/// <param name="Levels">Probabilities of all quantiles: each list of quantiles has one number for each.</param>
/// <param name="Cases">Cases of the region, reported and to come; none if the document gives the course.</param>
/// <param name="Drivers">What drives the needs: of the district, then of its zones if they are asked for.</param>
/// <param name="Heads">Heads by line of the duties.</param>
/// <param name="Staff">People required by skill (WISN).</param>
/// <param name="Items">Units by item.</param>
/// <param name="Laboratory">Samples that wait, and how long.</param>
/// <param name="Parameters">What the counts say about the parameters of the epidemic.</param>
/// <param name="EffectiveSize">Effective number of simulated epidemics behind the forecast; few say that the priors fit badly.</param>
/// <param name="Cleaning">What cleaning changed in each series.</param>
/// <param name="Calibration">How forecasts from earlier days did: scores by region; empty if the series are too short or there are none.</param>
public sealed record ForecastReport(
    string District,
    PlanningHorizon Horizon,
    string Note,
    DateOnly? Origin,
    int Trajectories,
    PlanTarget? PlannedFor,
    ImmutableArray<double> Levels,
    CaseForecast? Cases,
    ImmutableArray<DriverForecast> Drivers,
    ImmutableArray<HeadsForecast> Heads,
    ImmutableArray<StaffForecast> Staff,
    ImmutableArray<ItemForecast> Items,
    LaboratoryForecast Laboratory,
    ImmutableArray<ParameterEstimate> Parameters,
    double? EffectiveSize,
    ImmutableArray<CleaningReport> Cleaning,
    ImmutableArray<CalibrationEntry> Calibration);
