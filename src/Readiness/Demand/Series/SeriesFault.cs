namespace Readiness.Demand.Series;

/// <summary>Something wrong with a published series.</summary>
/// <param name="Pointer">JSON pointer into the series, such as <c>/points/3/date</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What must hold.</param>
public sealed record SeriesFault(string Pointer, string Value, string Rule);
