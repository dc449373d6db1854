namespace Readiness.Demand.Epidemics;

/// <summary>Something wrong with a problem, its priors or its options.</summary>
/// <param name="Pointer">Where: a JSON pointer into the problem, the priors or the options, such as <c>/regions/2/counts/5</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What must hold.</param>
public sealed record EpidemicFault(string Pointer, string Value, string Rule);
