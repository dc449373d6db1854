using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Epidemics;

/// <summary>How a forecast is computed.</summary>
/// <remarks>Equal seeds give equal forecasts, whatever the number of threads.</remarks>
public sealed record EpidemicOptions
{
    /// <summary>Seed of every random choice; 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that may be used; 1 to 64.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Trajectories drawn from the priors, 1,000 to 1,000,000.</summary>
    public int PriorTrajectories { get; init; } = 60_000;

    /// <summary>Trajectories of a forecast, 100 to 20,000.</summary>
    public int Trajectories { get; init; } = 1000;

    /// <summary>Days after which an observation counts half in the weights of trajectories, more than 0; infinity counts all alike.</summary>
    public double HalfLifeDays { get; init; } = 10;

    /// <summary>Share of the other regions' evidence that counts for a region, 0 to 1: 0 fits every region alone, 1 gives all regions one course at different scales.</summary>
    public double Pooling { get; init; } = 1;

    /// <summary>
    /// Weight of a random walk of recent counts in the mean of logarithmic quantiles, where walk and model are equally wide, 0 to 1: 0 is the model
    /// alone. The narrower of both gains weight in proportion, the walk up to a half at most (or
    /// this weight, if that is more).
    /// </summary>
    public double BaselineWeight { get; init; } = 0.35;

    /// <summary>Days that make one step of that random walk, 1 to 28: shorter ones follow a fall sooner, longer ones are steadier.</summary>
    public int BaselineSpanDays { get; init; } = 4;

    /// <summary>Least effective number of prior trajectories behind a region's weights, at least 1: evidence is tempered until it is met.</summary>
    public double LeastEffective { get; init; } = 100;

    /// <summary>Probabilities of the quantiles, ascending, within 0 and 1, with the median in the middle.</summary>
    public ImmutableArray<double> Levels { get; init; } = QuantileForecast.HubLevels;
}
