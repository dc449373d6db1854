namespace Readiness.Plans;

/// <summary>A figure that describes a plan.</summary>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit, such as <c>share</c>, <c>days</c>, <c>hours</c>, <c>km</c>, <c>units</c>.</param>
/// <param name="Better">Which direction is better.</param>
public sealed record Indicator(double Value, string Unit, IndicatorDirection Better);
