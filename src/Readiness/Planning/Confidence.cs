namespace Readiness.Planning;

/// <summary>
/// Searches the share of pooled surplus that sites may count on: up after sites that fitted, down after sites that did not, in
/// half steps once the direction has changed. Whether sites fit is not quite monotone, so that small steps find more than bisection.
/// </summary>
internal sealed class Confidence
{
    private const double Least = 0.05;

    private double step = 0.125;
    private bool? fitted;

    /// <summary>The share to try next.</summary>
    public double Value { get; private set; } = 0.625;

    /// <summary>Moves on after the share was tried.</summary>
    public void Learn(bool sitesFit)
    {
        if (fitted is { } before && before != sitesFit)
        {
            step /= 2;
        }

        fitted = sitesFit;
        Value = Math.Max(Least, Value + (sitesFit ? step : -step));
    }
}
