using System.Collections.Immutable;

namespace Readiness.Demand.Calibration;

/// <summary>How a forecaster did on past series.</summary>
/// <param name="Scores">Scores by region and, within it, horizon.</param>
/// <param name="Origins">Scores by origin and, within it, horizon, over all regions.</param>
/// <param name="Fans">Forecasts and outcomes by origin and, within it, region.</param>
public sealed record CalibrationReport(ImmutableArray<CalibrationScore> Scores, ImmutableArray<OriginScore> Origins, ImmutableArray<FanChart> Fans);
