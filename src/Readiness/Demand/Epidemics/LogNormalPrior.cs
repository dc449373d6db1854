namespace Readiness.Demand.Epidemics;

/// <summary>A lognormal distribution of a positive quantity that is not known beforehand.</summary>
/// <param name="Median">Its median, more than 0.</param>
/// <param name="Deviation">Standard deviation of its natural logarithm; 0 fixes the median.</param>
public sealed record LogNormalPrior(double Median, double Deviation);
