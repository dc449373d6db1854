namespace Readiness.Demand.Scores;

/// <summary>
/// The randomised probability integral transform of counts: where an observation falls in its predictive distribution, drawn evenly over the jump that a
/// count makes. Over many forecasts it is uniform on 0 to 1 if they are calibrated, also where counts are small.
/// </summary>
/// <remarks>Czado, Gneiting and Held, "Predictive model assessment for count data", Biometrics 65, 2009.</remarks>
public static class RandomisedPit
{
    /// <summary>Transforms an observation.</summary>
    /// <param name="sample">Equally likely values of the forecast, at least one, in any order.</param>
    /// <param name="observed">What came.</param>
    /// <param name="uniform">A number from 0 to 1, drawn anew for each observation.</param>
    /// <returns>A number from 0 to 1.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 0 to 1.</exception>
    public static double Of(ReadOnlySpan<double> sample, double observed, double uniform)
    {
        if (sample.IsEmpty)
        {
            throw new ArgumentException("A forecast has at least one value.", nameof(sample));
        }

        if (!(uniform >= 0 && uniform <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(uniform), uniform, "Must be from 0 to 1.");
        }

        int below = 0;
        int equal = 0;
        foreach (double value in sample)
        {
            if (value < observed)
            {
                below++;
            }
            else if (value <= observed)
            {
                equal++;
            }
        }

        return (below + uniform * equal) / sample.Length;
    }
}
