using MathNet.Numerics;
using Readiness.Demand.Series;

namespace Readiness.Demand.Epidemics;

/// <summary>How well each simulated epidemic explains the counts of a region, once scaled to its size.</summary>
/// <remarks>
/// Counts are negative binomial around scale x expected reports. The scale has a Gamma prior; given an epidemic its posterior is taken as the Gamma
/// distribution of Poisson counts, each weighted by age and by 1 / (1 + mean / dispersion), which is what the greater variance leaves of it. The
/// likelihood integrates the scale by Laplace's approximation on the logarithmic scale.
/// </remarks>
internal sealed class RegionEvidence
{
    private readonly EpidemicPrior prior;
    private readonly int first;
    private readonly double[] counts;
    private readonly double[] ages;

    // By dispersion and day: weight of the count in the scale, and the part of the likelihood that does not depend on the epidemic.
    private readonly double[][] information;
    private readonly double[] constants;
    private readonly double[] shapes;

    /// <summary>Prepares a region.</summary>
    public RegionEvidence(EpidemicPrior prior, DailySeries region, double halfLifeDays)
    {
        this.prior = prior;
        first = region.Start.DayNumber - prior.Setting.FirstDay.DayNumber;
        int days = region.Counts.Length;
        counts = [.. region.Counts.Select(static count => (double)count)];
        ages = [.. Enumerable.Range(0, days).Select(day => Math.Pow(0.5, (days - 1 - day) / halfLifeDays))];
        double[] level = Levels(counts);
        information = new double[prior.Dispersions.Length][];
        constants = new double[prior.Dispersions.Length];
        shapes = new double[prior.Dispersions.Length];
        for (int index = 0; index < information.Length; index++)
        {
            double dispersion = prior.Dispersions[index];
            information[index] = new double[days];
            shapes[index] = prior.Priors.CasesShape;
            for (int day = 0; day < days; day++)
            {
                information[index][day] = ages[day] / (1 + level[day] / dispersion);
                shapes[index] += information[index][day] * counts[day];
                constants[index] += ages[day] * (SpecialFunctions.GammaLn(counts[day] + dispersion) - SpecialFunctions.GammaLn(dispersion)
                    + dispersion * Math.Log(dispersion));
            }

            constants[index] -= 0.5 * Math.Log(shapes[index]);
        }

        Rates = new double[prior.Count];
        LogLikelihoods = new double[prior.Count];
    }

    /// <summary>Logarithm of the likelihood of each epidemic, up to a constant.</summary>
    public double[] LogLikelihoods { get; }

    /// <summary>Rate of the Gamma distribution of each epidemic's scale.</summary>
    public double[] Rates { get; }

    /// <summary>Shape of the Gamma distribution of an epidemic's scale.</summary>
    public double Shape(int epidemic) => shapes[prior.DispersionIndex[epidemic]];

    /// <summary>Computes a range of epidemics; ranges may be computed by several threads.</summary>
    public void Weigh(int from, int to)
    {
        double casesShape = prior.Priors.CasesShape;

        // Where more cases came than were expected, the expectation must not hold the scale down.
        double expected = Math.Max(prior.Priors.ExpectedCases, counts.Sum());
        for (int epidemic = from; epidemic < to; epidemic++)
        {
            ReadOnlySpan<float> reports = prior.Reports.AsSpan(epidemic * prior.Days + first, counts.Length);
            ReadOnlySpan<float> logs = prior.LogReports.AsSpan(epidemic * prior.Days + first, counts.Length);
            int index = prior.DispersionIndex[epidemic];
            double[] weights = information[index];
            double sum = 0;
            double total = 0;
            for (int day = 0; day < weights.Length; day++)
            {
                total += reports[day];
                sum += weights[day] * reports[day];
            }

            double priorRate = casesShape * total / expected;
            double rate = priorRate + sum;
            double scale = shapes[index] / rate;
            double logScale = Math.Log(scale);
            double dispersion = prior.Dispersions[index];
            double likelihood = constants[index] + casesShape * (logScale + Math.Log(priorRate)) - priorRate * scale;
            for (int day = 0; day < weights.Length; day++)
            {
                likelihood += ages[day] * (counts[day] * (logScale + logs[day])
                    - (counts[day] + dispersion) * Math.Log(dispersion + scale * reports[day]));
            }

            Rates[epidemic] = rate;
            LogLikelihoods[epidemic] = likelihood;
        }
    }

    // What a day's count is around: the mean of the days about it.
    private static double[] Levels(double[] counts)
    {
        const int Reach = 3;
        var levels = new double[counts.Length];
        for (int day = 0; day < counts.Length; day++)
        {
            int from = Math.Max(0, day - Reach);
            int to = Math.Min(counts.Length - 1, day + Reach);
            double sum = 0;
            for (int near = from; near <= to; near++)
            {
                sum += counts[near];
            }

            levels[day] = sum / (to - from + 1);
        }

        return levels;
    }
}
