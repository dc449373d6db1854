namespace Readiness.Demand.Epidemics;

/// <summary>What the case counts say about a parameter of the model.</summary>
/// <param name="Name">Name of the parameter, such as <c>reproduction</c>; those of interventions end in their number from 1 on.</param>
/// <param name="Lower">5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">95 % quantile.</param>
public sealed record ParameterEstimate(string Name, double Lower, double Median, double Upper);
