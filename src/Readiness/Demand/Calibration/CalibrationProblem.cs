using System.Collections.Immutable;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Series;

namespace Readiness.Demand.Calibration;

/// <summary>Past series on which a forecaster is to be tried: at each origin it sees the counts up to that day and is scored on what came.</summary>
/// <param name="Regions">Clean daily series that reach beyond the last origin by the longest horizon.</param>
/// <param name="FirstOrigin">First origin, on or after the first day of every region.</param>
/// <param name="LastOrigin">No origin is later.</param>
/// <param name="StepDays">Days from one origin to the next, 1 or more.</param>
/// <param name="Horizons">Numbers of days whose total cases are scored, each 1 to 60.</param>
public sealed record CalibrationProblem(
    ImmutableArray<DailySeries> Regions, DateOnly FirstOrigin, DateOnly LastOrigin, int StepDays, ImmutableArray<int> Horizons)
{
    /// <summary>As in <see cref="EpidemicProblem.Interventions"/>.</summary>
    public ImmutableArray<Intervention> Interventions { get; init; } = [];

    /// <summary>As in <see cref="EpidemicProblem.ImportTurn"/>.</summary>
    public DateOnly? ImportTurn { get; init; }

    /// <summary>As in <see cref="EpidemicProblem.SurveillanceStart"/>.</summary>
    public DateOnly? SurveillanceStart { get; init; }

    /// <summary>As in <see cref="EpidemicProblem.FirstDay"/>.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The days and events of all origins together, for an <see cref="EpidemicPrior"/> that serves them all.</summary>
    public EpidemicSetting Setting => At(LastOrigin).Setting with { FirstDay = At(FirstOrigin).Setting.FirstDay };

    /// <summary>What is to be forecast from an origin.</summary>
    internal EpidemicProblem At(DateOnly origin) => new([.. Regions.Select(region => region.Until(origin))], origin, Horizons.Max())
    {
        Interventions = Interventions,
        ImportTurn = ImportTurn,
        SurveillanceStart = SurveillanceStart,
        FirstDay = FirstDay,
    };

    /// <summary>What is wrong beyond what each forecast checks itself.</summary>
    internal IEnumerable<EpidemicFault> Faults()
    {
        if (Regions.IsDefaultOrEmpty)
        {
            yield return new EpidemicFault("/regions", "none", "there must be at least one region");
        }

        if (Horizons.IsDefaultOrEmpty || Horizons.Any(static days => days is < 1 or > 60))
        {
            yield return new EpidemicFault("/horizons", Horizons.IsDefault ? "none" : string.Join(' ', Horizons), "there must be horizons, each from 1 to 60 days");
            yield break;
        }

        if (StepDays < 1)
        {
            yield return new EpidemicFault("/stepDays", $"{StepDays}", "must be 1 or more");
        }

        if (LastOrigin < FirstOrigin)
        {
            yield return new EpidemicFault("/lastOrigin", $"{LastOrigin:yyyy-MM-dd}", $"must not be before the first origin, {FirstOrigin:yyyy-MM-dd}");
        }

        for (int index = 0; index < (Regions.IsDefault ? 0 : Regions.Length); index++)
        {
            DateOnly needed = LastOrigin.AddDays(Horizons.Max());
            if (Regions[index].Start > FirstOrigin || Regions[index].End < needed)
            {
                yield return new EpidemicFault(
                    $"/regions/{index}",
                    $"{Regions[index].Start:yyyy-MM-dd} to {Regions[index].End:yyyy-MM-dd}",
                    $"counts must reach from {FirstOrigin:yyyy-MM-dd} or earlier to {needed:yyyy-MM-dd} or later");
            }
        }
    }
}
