namespace Readiness.Demand.Epidemics;

/// <summary>
/// Simulates the expected reports of one epidemic per unit of imports: infections renew by i(t) = R(t) x sum of w(s) i(t - s) + m(t), and are reported
/// after a delay that depends on the day of infection.
/// </summary>
/// <remarks>
/// The renewal equation of Fraser (PLOS ONE 2, 2007) and Cori et al. (American Journal of Epidemiology 178, 2013). After each intervention R(t)
/// approaches a new value exponentially. One instance serves one thread.
/// </remarks>
internal sealed class EpidemicCourse(int days, int? importTurn, int? surveillanceStart, DiscreteKernels generation, DiscreteKernels delay)
{
    // Reports do not come sooner than symptoms do on average.
    private const double LeastDelay = 4;

    private readonly double[] infections = new double[days];
    private readonly double[] reports = new double[days];

    /// <summary>Simulates.</summary>
    /// <param name="parameters">The parameters of one epidemic, as <see cref="ParameterLayout"/> lays them out.</param>
    /// <param name="shorteningFrom">Day from which the delay shortens.</param>
    /// <returns>Expected reports by day; valid until the next call.</returns>
    public ReadOnlySpan<double> Simulate(ReadOnlySpan<double> parameters, double shorteningFrom)
    {
        double[] interval = generation[parameters[ParameterLayout.GenerationTime]];
        double growth = parameters[ParameterLayout.ImportGrowth];
        double decay = parameters[ParameterLayout.ImportDecay];
        double turn = importTurn ?? days - 1;
        double reproduction = parameters[ParameterLayout.Reproduction];
        ReadOnlySpan<double> interventions = parameters[ParameterLayout.FirstIntervention..];
        Array.Clear(reports);
        for (int day = 0; day < days; day++)
        {
            reproduction = Approach(reproduction, interventions, day);
            double renewed = 0;
            int reach = Math.Min(interval.Length - 1, day);
            for (int ago = 1; ago <= reach; ago++)
            {
                renewed += interval[ago] * infections[day - ago];
            }

            double imports = day <= turn ? Math.Exp(growth * (day - turn)) : Math.Exp((turn - day) / decay);
            infections[day] = reproduction * renewed + imports;
            double mean = parameters[ParameterLayout.ReportDelay] - parameters[ParameterLayout.DelayShortening] * Math.Max(0, day - shorteningFrom);
            Report(day, delay[Math.Max(mean, Math.Min(LeastDelay, parameters[ParameterLayout.ReportDelay]))]);
        }

        if (surveillanceStart is { } start)
        {
            Find(start, parameters[ParameterLayout.SurveillanceRamp]);
        }

        return reports;
    }

    private void Find(int start, double ramp)
    {
        for (int day = 0; day < days; day++)
        {
            reports[day] *= day < start ? 0 : 1 - Math.Exp(-(day - start + 1) / ramp);
        }
    }

    private static double Approach(double reproduction, ReadOnlySpan<double> interventions, int day)
    {
        double rest = 1;
        int last = -1;
        for (int at = 0; at < interventions.Length && interventions[at] < day; at += ParameterLayout.PerIntervention)
        {
            last = at;
        }

        if (last < 0)
        {
            return reproduction;
        }

        rest = Math.Min(1, day - interventions[last]);
        double target = interventions[last + 1];
        return target + (reproduction - target) * Math.Exp(-rest / interventions[last + 2]);
    }

    private void Report(int day, double[] kernel)
    {
        double infected = infections[day];
        int reach = Math.Min(kernel.Length, days - day);
        for (int later = 0; later < reach; later++)
        {
            reports[day + later] += infected * kernel[later];
        }
    }
}
