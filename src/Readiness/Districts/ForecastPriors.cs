using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>What is believed about the epidemic before its counts are seen. What is not given has the library's default, with its source there.</summary>
public sealed record ForecastPriors
{
    /// <summary>Reproduction number without intervention (median, above 0 to 20).</summary>
    public Belief? Reproduction { get; init; }

    /// <summary>Reproduction number after an intervention (median, above 0 to 20).</summary>
    public Belief? ReproductionAfter { get; init; }

    /// <summary>Time constant of the fall after an intervention, days (median, above 0 to 365).</summary>
    public Belief? Transition { get; init; }

    /// <summary>Standard deviation of the day on which an intervention begins to act, days; 0 to 30.</summary>
    [Limits(0, 30)]
    public double? DateDeviation { get; init; }

    /// <summary>Mean generation time, days (mean, 1 to 40).</summary>
    public Belief? GenerationTime { get; init; }

    /// <summary>Standard deviation of the generation time divided by its mean; 0.1 to 1.</summary>
    [Limits(0.1, 1)]
    public double? GenerationTimeVariation { get; init; }

    /// <summary>Daily growth rate of imported infections (mean, -1 to 1).</summary>
    public Belief? ImportGrowth { get; init; }

    /// <summary>Time constant of the fall of imported infections, days (median, above 0 to 365).</summary>
    public Belief? ImportDecay { get; init; }

    /// <summary>Mean time from infection to report, days (mean, 1 to 40).</summary>
    public Belief? ReportDelay { get; init; }

    /// <summary>Standard deviation of that time divided by its mean; 0.1 to 1.</summary>
    [Limits(0.1, 1)]
    public double? ReportDelayVariation { get; init; }

    /// <summary>Time constant with which the share of cases that is found grows after the start of surveillance, days (median, above 0 to 365).</summary>
    public Belief? SurveillanceRamp { get; init; }

    /// <summary>Dispersion of daily reports (median, above 0 to 1,000,000).</summary>
    public Belief? Dispersion { get; init; }
}
