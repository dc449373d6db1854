namespace Readiness.Demand.Series;

/// <summary>One number that a cleaning step changed.</summary>
/// <param name="Date">Day of the number.</param>
/// <param name="Quantity">Whether the number is a cumulative or a daily count.</param>
/// <param name="Before">What it was; none if there was no row for the day.</param>
/// <param name="After">What it is now; none if the day has no row any more.</param>
/// <param name="Step">Name of the step.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record SeriesChange(DateOnly Date, SeriesQuantity Quantity, long? Before, long? After, string Step, string Reason);
