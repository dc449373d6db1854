namespace Readiness.Assessment;

/// <summary>From which value on a light is green, and from which on amber; below that it is red.</summary>
/// <param name="Green">Least value that is green; at least <paramref name="Amber"/>.</param>
/// <param name="Amber">Least value that is amber; 0 or more.</param>
public sealed record LightThresholds(double Green, double Amber)
{
    // Quotients of whole numbers miss a threshold such as 2/3 by an ulp or two.
    private const double Tolerance = 1e-9;

    /// <summary>The light of a value; a value within 1e-9 of a threshold reaches it.</summary>
    /// <param name="value">The value; more is better.</param>
    public TrafficLight LightOf(double value) =>
        value >= Green - Tolerance ? TrafficLight.Green
        : value >= Amber - Tolerance ? TrafficLight.Amber
        : TrafficLight.Red;

    /// <summary>Refuses thresholds out of order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative or not finite, or green is below amber.</exception>
    internal void Validate()
    {
        if (!(double.IsFinite(Green) && Amber >= 0 && Green >= Amber))
        {
            throw new ArgumentOutOfRangeException(nameof(Green), this, "Thresholds must be finite, 0 or more, and green not below amber.");
        }
    }
}
