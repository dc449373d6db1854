using Readiness.Demand.Epidemics;

namespace Readiness.Tests.Demand.Epidemics;

public sealed class EpidemicCourseTests
{
    private static readonly DiscreteKernels Generation = new(0.45, 1);
    private static readonly DiscreteKernels Delay = new(0.45, 0);

    [Theory]
    [InlineData(2.0)]
    [InlineData(6.0)]
    [InlineData(11.3)]
    public void Kernels_are_distributions_with_their_mean(double mean)
    {
        foreach (DiscreteKernels kernels in (DiscreteKernels[])[Generation, Delay])
        {
            double[] kernel = kernels[mean];
            Assert.Equal(1, kernel.Sum(), 9);
            Assert.Equal(mean, kernel.Select((share, day) => share * day).Sum(), 0.12);
        }

        Assert.Equal(0, Generation[mean][0]);
    }

    [Fact]
    public void Infections_renew_as_the_equation_says()
    {
        double[] parameters = Parameters(reproduction: 1.7, interventionDay: 12.5, after: 0.4, transition: 3);
        double[] reports = new EpidemicCourse(40, 20, 5, Generation, Delay).Simulate(parameters, 12).ToArray();

        // The same, written without shared state.
        double[] w = Generation[6];
        var infections = new double[40];
        var expected = new double[40];
        for (int day = 0; day < 40; day++)
        {
            double r = day <= 12.5 ? 1.7 : 0.4 + 1.3 * Math.Exp(-(day - 12.5) / 3);
            for (int ago = 1; ago < w.Length && ago <= day; ago++)
            {
                infections[day] += r * w[ago] * infections[day - ago];
            }

            infections[day] += day <= 20 ? Math.Exp(0.15 * (day - 20)) : Math.Exp((20 - day) / 1.5);
            double[] kernel = Delay[10 - 0.1 * Math.Max(0, day - 12)];
            for (int later = 0; later < kernel.Length && day + later < 40; later++)
            {
                expected[day + later] += infections[day] * kernel[later];
            }
        }

        for (int day = 0; day < 40; day++)
        {
            double found = day < 5 ? 0 : 1 - Math.Exp(-(day - 4) / 4.0);
            Assert.Equal(expected[day] * found, reports[day], 1e-9 * (1 + expected[day]));
        }
    }

    [Fact]
    public void Weights_are_tempered_until_enough_epidemics_share_them()
    {
        double[] logs = [.. Enumerable.Range(0, 1000).Select(index => -10.0 * index)];
        double effective = EpidemicWeights.Normalise(logs, 50);

        Assert.InRange(effective, 50, 50.1);
        Assert.Equal(1, logs.Sum(), 9);
        double[] even = [1, 1, 1, 1];
        Assert.Equal(4, EpidemicWeights.Normalise(even, 2), 9);
    }

    [Fact]
    public void Systematic_draws_follow_the_weights()
    {
        int[] drawn = EpidemicWeights.Draw([0.5, 0, 0.25, 0.25], 100, new Random(1));

        Assert.Equal([50, 0, 25, 25], Enumerable.Range(0, 4).Select(index => drawn.Count(each => each == index)));
    }

    private static double[] Parameters(double reproduction, double interventionDay, double after, double transition)
    {
        var parameters = new double[ParameterLayout.Count(1)];
        parameters[ParameterLayout.Reproduction] = reproduction;
        parameters[ParameterLayout.GenerationTime] = 6;
        parameters[ParameterLayout.ImportGrowth] = 0.15;
        parameters[ParameterLayout.ImportDecay] = 1.5;
        parameters[ParameterLayout.ReportDelay] = 10;
        parameters[ParameterLayout.DelayShortening] = 0.1;
        parameters[ParameterLayout.SurveillanceRamp] = 4;
        parameters[ParameterLayout.FirstIntervention] = interventionDay;
        parameters[ParameterLayout.FirstIntervention + 1] = after;
        parameters[ParameterLayout.FirstIntervention + 2] = transition;
        return parameters;
    }
}
