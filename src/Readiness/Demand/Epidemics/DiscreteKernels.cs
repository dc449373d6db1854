using MathNet.Numerics.Distributions;

namespace Readiness.Demand.Epidemics;

/// <summary>Gamma distributed times in whole days, tabulated over their means so that every simulated epidemic finds its own by a look-up.</summary>
internal sealed class DiscreteKernels
{
    /// <summary>Least and greatest mean, days.</summary>
    public const double LeastMean = 1, GreatestMean = 40;

    private const double Step = 0.1;

    // What lies beyond is less than the counts can tell.
    private const double Tail = 0.002;

    private readonly double[][] kernels;

    /// <summary>Tabulates.</summary>
    /// <param name="variation">Standard deviation divided by the mean.</param>
    /// <param name="least">The shortest time in days: 0, or 1 where what happens needs a day.</param>
    public DiscreteKernels(double variation, int least)
    {
        double shape = 1 / (variation * variation);
        kernels = new double[(int)Math.Round((GreatestMean - LeastMean) / Step) + 1][];
        for (int index = 0; index < kernels.Length; index++)
        {
            kernels[index] = Kernel(shape, LeastMean + index * Step, least);
        }
    }

    /// <summary>Probabilities of 0, 1, 2... days for the tabulated mean next to the given one.</summary>
    public double[] this[double mean] =>
        kernels[(int)Math.Round((Math.Clamp(mean, LeastMean, GreatestMean) - LeastMean) / Step)];

    private static double[] Kernel(double shape, double mean, int least)
    {
        double rate = shape / mean;
        int length = (int)Math.Ceiling(Gamma.InvCDF(shape, rate, 1 - Tail)) + 1;
        var kernel = new double[Math.Max(length, least + 1)];
        double before = 0;
        for (int day = least; day < kernel.Length; day++)
        {
            double upTo = day == kernel.Length - 1 ? 1 : Gamma.CDF(shape, rate, day + 0.5);
            kernel[day] = upTo - before;
            before = upTo;
        }

        return kernel;
    }
}
