using System.Collections.Immutable;

namespace Readiness.Demand.Scores;

/// <summary>
/// The weighted interval score: the mean over the quantile levels of twice the quantile loss. Lower is better; of a single median it is the absolute
/// error, and with many levels it approaches the continuous ranked probability score.
/// </summary>
/// <remarks>
/// With K central intervals and the median it equals (w0 |y - m| + sum of alpha / 2 x interval score) / (K + 1/2), w0 = 1/2 (Bracher, Ray, Gneiting
/// and Reich, "Evaluating epidemic forecasts in an interval format", PLOS Computational Biology 17, 2021).
/// </remarks>
public static class WeightedIntervalScore
{
    /// <summary>Scores a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="observed">What came.</param>
    /// <exception cref="ArgumentNullException">The forecast is null.</exception>
    /// <exception cref="ArgumentException">Levels and values differ in number or there are none.</exception>
    public static double Of(QuantileForecast forecast, double observed) => Mean(forecast, observed, static value => value);

    /// <summary>
    /// Scores a forecast after the transformation log(1 + x), which makes errors relative and regions of unlike size comparable (Bosse et al.,
    /// PLOS Computational Biology 19, 2023).
    /// </summary>
    /// <param name="forecast">The forecast; values of 0 or more.</param>
    /// <param name="observed">What came, 0 or more.</param>
    /// <exception cref="ArgumentNullException">The forecast is null.</exception>
    /// <exception cref="ArgumentException">Levels and values differ in number or there are none.</exception>
    public static double OfLogarithms(QuantileForecast forecast, double observed) =>
        Mean(forecast, observed, static value => Math.Log(1 + value));

    private static double Mean(QuantileForecast forecast, double observed, Func<double, double> transform)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ImmutableArray<double> levels = forecast.Levels;
        if (levels.IsDefaultOrEmpty || forecast.Values.IsDefault || levels.Length != forecast.Values.Length)
        {
            throw new ArgumentException("A forecast has as many values as levels, and at least one.", nameof(forecast));
        }

        double y = transform(observed);
        double sum = 0;
        for (int index = 0; index < levels.Length; index++)
        {
            double error = y - transform(forecast.Values[index]);
            sum += 2 * (error >= 0 ? levels[index] * error : (levels[index] - 1) * error);
        }

        return sum / levels.Length;
    }
}
