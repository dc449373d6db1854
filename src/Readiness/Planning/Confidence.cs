namespace Readiness.Planning;

/// <summary>
/// Bisects the share of pooled surplus that sites may count on: up after sites that fitted, down after sites that did not.
/// </summary>
internal sealed class Confidence
{
    private double good;
    private double bad = 1.25;

    /// <summary>The share to try next.</summary>
    public double Value => (good + bad) / 2;

    /// <summary>Narrows the interval after the share was tried.</summary>
    public void Learn(bool sitesFit)
    {
        if (sitesFit)
        {
            good = Value;
        }
        else
        {
            bad = Value;
        }
    }
}
