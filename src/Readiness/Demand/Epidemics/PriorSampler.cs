using MathNet.Numerics.Distributions;

namespace Readiness.Demand.Epidemics;

/// <summary>Draws the parameters of epidemics from the priors.</summary>
internal sealed class PriorSampler
{
    /// <summary>Values that the dispersion takes: the middles of so many equal shares of its prior, so that what depends on it can be tabulated.</summary>
    public const int DispersionLevels = 24;

    private readonly EpidemicSetting setting;
    private readonly EpidemicPriors priors;

    /// <summary>Prepares.</summary>
    public PriorSampler(EpidemicSetting setting, EpidemicPriors priors)
    {
        this.setting = setting;
        this.priors = priors;
        Dispersions = new double[DispersionLevels];
        for (int level = 0; level < DispersionLevels; level++)
        {
            double z = Normal.InvCDF(0, 1, (level + 0.5) / DispersionLevels);
            Dispersions[level] = priors.Dispersion.Median * Math.Exp(priors.Dispersion.Deviation * z);
        }
    }

    /// <summary>The values of the dispersion, ascending.</summary>
    public double[] Dispersions { get; }

    /// <summary>Draws one epidemic's parameters.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="row">Receives them.</param>
    /// <returns>Which of the <see cref="Dispersions"/> it has.</returns>
    public int Draw(Random random, Span<double> row)
    {
        row[ParameterLayout.Reproduction] = Draw(random, priors.Reproduction);
        row[ParameterLayout.GenerationTime] = Draw(random, priors.GenerationTime, DiscreteKernels.LeastMean);
        row[ParameterLayout.ImportGrowth] = Draw(random, priors.ImportGrowth, -1);
        row[ParameterLayout.ImportDecay] = Draw(random, priors.ImportDecay);
        row[ParameterLayout.ReportDelay] = Draw(random, priors.ReportDelay, DiscreteKernels.LeastMean);
        row[ParameterLayout.DelayShortening] = Draw(random, priors.DelayShortening, -1);
        int dispersion = random.Next(DispersionLevels);
        row[ParameterLayout.Dispersion] = Dispersions[dispersion];
        row[ParameterLayout.SurveillanceRamp] = Draw(random, priors.SurveillanceRamp);
        double before = double.NegativeInfinity;
        for (int index = 0; index < setting.Interventions.Length; index++)
        {
            Intervention intervention = setting.Interventions[index];
            Span<double> own = row[(ParameterLayout.FirstIntervention + ParameterLayout.PerIntervention * index)..];
            int announced = intervention.Date.DayNumber - setting.FirstDay.DayNumber;

            // They keep their order, or the last one to come would undo an earlier one too late.
            own[0] = Math.Max(before, Draw(random, new NormalPrior(announced, intervention.DateDeviation ?? priors.DateDeviation), -1e6));
            own[1] = Draw(random, intervention.Reproduction ?? priors.ReproductionAfter);
            own[2] = Draw(random, intervention.Transition ?? priors.Transition);
            before = own[0];
        }

        return dispersion;
    }

    private static double Draw(Random random, LogNormalPrior prior) =>
        prior.Median * Math.Exp(prior.Deviation * Normal.Sample(random, 0, 1));

    private static double Draw(Random random, NormalPrior prior, double least) =>
        Math.Max(least, prior.Mean + prior.Deviation * Normal.Sample(random, 0, 1));
}
