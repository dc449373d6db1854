namespace Readiness.Demand.Epidemics;

/// <summary>A normal distribution of what is not known beforehand.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its standard deviation; 0 fixes the mean.</param>
public sealed record NormalPrior(double Mean, double Deviation);
