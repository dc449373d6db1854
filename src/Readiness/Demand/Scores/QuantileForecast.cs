using System.Collections.Immutable;

namespace Readiness.Demand.Scores;

/// <summary>A predictive distribution by its quantiles.</summary>
/// <param name="Levels">Probabilities, strictly ascending, symmetric around the median, which is among them.</param>
/// <param name="Values">The quantile of each level, ascending.</param>
public sealed record QuantileForecast(ImmutableArray<double> Levels, ImmutableArray<double> Values)
{
    /// <summary>
    /// The 23 levels of the COVID-19 Forecast Hub: 0.01, 0.025, 0.05 to 0.95 by 0.05, 0.975, 0.99 (Cramer et al., "The United States COVID-19
    /// Forecast Hub dataset", Scientific Data 9, 462, 2022).
    /// </summary>
    public static ImmutableArray<double> HubLevels { get; } =
        [0.01, 0.025, .. Enumerable.Range(1, 19).Select(static step => step / 20.0), 0.975, 0.99];

    /// <summary>The median.</summary>
    public double Median => Values[Levels.Length / 2];

    /// <summary>Whether an observation lies in a central interval, bounds included.</summary>
    /// <param name="probability">Probability of the interval, such as 0.9; both of its levels must be among <see cref="Levels"/>.</param>
    /// <param name="observed">The observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval's levels are not among the levels.</exception>
    public bool Covers(double probability, double observed)
    {
        int lower = LevelAt((1 - probability) / 2);
        int upper = LevelAt((1 + probability) / 2);
        return lower >= 0 && upper >= 0
            ? Values[lower] <= observed && observed <= Values[upper]
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Both ends of the interval must be among the levels.");
    }

    private int LevelAt(double level)
    {
        // Levels such as (1 - 0.9) / 2 differ from 0.05 in the last bit.
        const double Tolerance = 1e-9;
        for (int index = 0; index < Levels.Length; index++)
        {
            if (Math.Abs(Levels[index] - level) < Tolerance)
            {
                return index;
            }
        }

        return -1;
    }
}
