namespace Readiness.Demand.Epidemics;

/// <summary>Measures that change how many people each infected person infects, such as a lockdown; also their end.</summary>
/// <param name="Date">When they are expected to begin to act, in the past or in the future.</param>
/// <remarks>What is not given is taken from the <see cref="EpidemicPriors"/>.</remarks>
public sealed record Intervention(DateOnly Date)
{
    /// <summary>Standard deviation of the day on which they begin to act, in days, 0 to 30; by default that of the priors.</summary>
    public double? DateDeviation { get; init; }

    /// <summary>Reproduction number that they lead to; by default that of the priors.</summary>
    public LogNormalPrior? Reproduction { get; init; }

    /// <summary>Time constant in days of the approach to that number; by default that of the priors.</summary>
    public LogNormalPrior? Transition { get; init; }
}
