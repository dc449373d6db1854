using Readiness.Demand;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Needs;

namespace Readiness.Api.Forecasts;

/// <summary>The forecast of a baseline as it is kept.</summary>
/// <param name="Epidemic">What was forecast from; none if the document gives the course.</param>
/// <param name="Cases">Forecasts of the regions, the trajectories taken out; none if the document gives the course.</param>
/// <param name="Planned">The course that is planned for.</param>
/// <param name="Needs">Needs with their spread.</param>
/// <param name="Calibration">The trial on past days; none if there were too few.</param>
internal sealed record BaselineForecast(
    DistrictEpidemic? Epidemic, EpidemicForecast? Cases, DemandTrajectory Planned, NeedsForecast Needs, CalibrationReport? Calibration);
