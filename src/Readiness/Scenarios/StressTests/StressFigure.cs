using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Distribution of a figure over the futures.</summary>
/// <param name="Id">Id of the indicator, or name of the objective level.</param>
/// <param name="Unit">Its unit; that of a level is its own.</param>
/// <param name="Better">Which direction is better.</param>
/// <param name="Futures">Futures that have the figure; at least 1.</param>
/// <param name="Planned">What the plan itself has; none if it has none.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Standard error of the mean.</param>
/// <param name="Q05">The 5 % quantile; quantiles interpolate between order statistics.</param>
/// <param name="Q25">The lower quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Q75">The upper quartile.</param>
/// <param name="Q95">The 95 % quantile.</param>
public sealed record StressFigure(
    string Id,
    string Unit,
    IndicatorDirection Better,
    int Futures,
    double? Planned,
    double Mean,
    double StandardError,
    double Q05,
    double Q25,
    double Median,
    double Q75,
    double Q95);
