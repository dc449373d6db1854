namespace Readiness.Demand.Calibration;

/// <summary>How forecasts from one origin did over all regions; a mean of logarithms, so that large regions count no more than small ones.</summary>
/// <param name="Origin">The last known day.</param>
/// <param name="Days">Days whose cases are summed.</param>
/// <param name="LogWis">Mean weighted interval score of log(1 + cases).</param>
/// <param name="WeeklyLogWis">The same of the weekly baseline.</param>
/// <param name="Bias">Mean of log(1 + median) - log(1 + observed): above 0 where forecasts are too high.</param>
public sealed record OriginScore(DateOnly Origin, int Days, double LogWis, double WeeklyLogWis, double Bias);
