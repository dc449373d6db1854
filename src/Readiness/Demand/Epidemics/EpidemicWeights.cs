namespace Readiness.Demand.Epidemics;

/// <summary>Weights of simulated epidemics.</summary>
internal static class EpidemicWeights
{
    /// <summary>Turns log-likelihoods into weights that sum to 1, tempered so that enough epidemics share them.</summary>
    /// <param name="logs">Logarithms; overwritten by the weights.</param>
    /// <param name="least">Effective number that must remain: (sum of weights)^2 / sum of squared weights (Kish).</param>
    /// <returns>The effective number.</returns>
    public static double Normalise(double[] logs, double least)
    {
        double greatest = double.NegativeInfinity;
        foreach (double log in logs)
        {
            greatest = Math.Max(greatest, log);
        }

        double temper = 1;
        if (Effective(logs, greatest, 1) < least)
        {
            double low = 0;
            double high = 1;

            // 30 halvings are exact to 1e-9.
            for (int step = 0; step < 30; step++)
            {
                temper = (low + high) / 2;
                if (Effective(logs, greatest, temper) < least)
                {
                    high = temper;
                }
                else
                {
                    low = temper;
                }
            }

            temper = low;
        }

        double effective = Effective(logs, greatest, temper);
        double sum = 0;
        for (int index = 0; index < logs.Length; index++)
        {
            logs[index] = Math.Exp(temper * (logs[index] - greatest));
            sum += logs[index];
        }

        for (int index = 0; index < logs.Length; index++)
        {
            logs[index] /= sum;
        }

        return effective;
    }

    /// <summary>Draws indices in proportion to weights by systematic resampling: no index comes more than once oftener than expected.</summary>
    /// <param name="weights">Weights that sum to 1.</param>
    /// <param name="count">Number to draw.</param>
    /// <param name="random">The generator.</param>
    public static int[] Draw(double[] weights, int count, Random random)
    {
        var drawn = new int[count];
        double step = 1.0 / count;
        double next = random.NextDouble() * step;
        double sum = 0;
        int at = 0;
        for (int index = 0; index < weights.Length && at < count; index++)
        {
            sum += weights[index];
            while (at < count && next < sum)
            {
                drawn[at++] = index;
                next += step;
            }
        }

        // The sum of the weights may end a little below 1.
        for (; at < count; at++)
        {
            drawn[at] = at > 0 ? drawn[at - 1] : weights.Length - 1;
        }

        return drawn;
    }

    private static double Effective(double[] logs, double greatest, double temper)
    {
        double sum = 0;
        double squares = 0;
        foreach (double log in logs)
        {
            double weight = Math.Exp(temper * (log - greatest));
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }
}
