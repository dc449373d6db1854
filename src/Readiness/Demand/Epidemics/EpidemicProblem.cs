using System.Collections.Immutable;
using Readiness.Demand.Series;

namespace Readiness.Demand.Epidemics;

/// <summary>Regions whose coming cases are to be forecast together.</summary>
/// <param name="Regions">Clean daily series, each ending on the origin; zeros are good data. At most 500, with ids of their own.</param>
/// <param name="Origin">The last day that is known; forecasts begin on the day after.</param>
/// <param name="Days">Days to forecast, 1 to 60.</param>
public sealed record EpidemicProblem(ImmutableArray<DailySeries> Regions, DateOnly Origin, int Days)
{
    /// <summary>Days of imported infections before the first report or intervention, where <see cref="FirstDay"/> does not say.</summary>
    public const int RunUpDays = 40;

    /// <summary>Interventions known or assumed, dates strictly ascending, in the past or in the future; at most 12. None means that nothing tames growth.</summary>
    public ImmutableArray<Intervention> Interventions { get; init; } = [];

    /// <summary>Day on which imported infections stop growing and begin to fall; none if they go on growing.</summary>
    public DateOnly? ImportTurn { get; init; }

    /// <summary>Day on which cases began to be looked for, from which on the share that is found grows; none if surveillance did not change.</summary>
    public DateOnly? SurveillanceStart { get; init; }

    /// <summary>First day of imported infections; by default <see cref="RunUpDays"/> before the first day of any series or intervention.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The days and events that prior trajectories are drawn for.</summary>
    public EpidemicSetting Setting => new(FirstDay ?? Earliest().AddDays(-RunUpDays), Origin.AddDays(Days), Interventions, ImportTurn, SurveillanceStart);

    private DateOnly Earliest()
    {
        DateOnly earliest = Origin;
        foreach (DateOnly date in Regions.Select(static region => region.Start).Concat(Interventions.Select(static intervention => intervention.Date)))
        {
            earliest = date < earliest ? date : earliest;
        }

        return earliest;
    }
}
