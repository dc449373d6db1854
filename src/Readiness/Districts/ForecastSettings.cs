using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>How the epidemic's course is forecast from reported cases. Where it is given, it takes the place of the course in <see cref="Epidemic.NewCases"/>.</summary>
/// <remarks>
/// Cases up to the origin are those reported, later ones an ensemble of possible courses. Either are those of the region, of which the district has its
/// share and each zone that of its population. Imported cases and travellers of the document come on top as they stand there.
/// </remarks>
public sealed record ForecastSettings
{
    /// <summary>Reported cases: the first series is that of the district's region, any others are of neighbours that lend it part of their evidence; 1 to 100.</summary>
    [NotEmpty]
    public required ImmutableArray<CaseSeries> Series { get; init; }

    /// <summary>
    /// Last day that is taken as known, before the horizon's last and at most 60 days before it. By default the day before the horizon, or the last
    /// day that every series reports if that is earlier. Later counts are not used.
    /// </summary>
    public DateOnly? Origin { get; init; }

    /// <summary>
    /// A day up to and including which there were no cases yet, before the first count of every series: the days from it to the first count have none, or
    /// share the first row's cases where the cleaning step <c>fillGaps</c> spreads them. By default series begin with their first count.
    /// </summary>
    public DateOnly? ZeroOn { get; init; }

    /// <summary>Day on which cases began to be looked for, up to the horizon's last day: the share that is found grows from there. None if that did not change.</summary>
    public DateOnly? SurveillanceStart { get; init; }

    /// <summary>First day of imported infections, not after any count; by default 40 days before the first count or intervention.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Interventions known or assumed, dates ascending, up to the horizon's last day; at most 12.</summary>
    [UniqueBy(nameof(ForecastIntervention.Date))]
    public ImmutableArray<ForecastIntervention> Interventions { get; init; } = [];

    /// <summary>Day on which imported infections stop growing and begin to fall, up to the horizon's last day; none if they go on growing.</summary>
    public DateOnly? ImportTurn { get; init; }

    /// <summary>What is believed beforehand.</summary>
    public ForecastPriors Priors { get; init; } = new();

    /// <summary>Factor on the region's cases, reported and to come, for what-ifs; 0 to 100.</summary>
    [Limits(0, 100)]
    public double CaseFactor { get; init; } = 1;

    /// <summary>How the region's cases to come fall to the district and its zones.</summary>
    public CasePlacement Placement { get; init; } = CasePlacement.Shares;

    /// <summary>Possible courses in the ensemble; 1 to 10,000.</summary>
    [Limits(1, 10_000)]
    public int Trajectories { get; init; } = 1_000;

    /// <summary>Epidemics that are simulated from the priors and weighed by the counts; 1,000 to 200,000. More take longer and give smoother tails.</summary>
    [Limits(1_000, 200_000)]
    public int PriorEpidemics { get; init; } = 60_000;

    /// <summary>Seed of every random choice; 0 or more.</summary>
    [Limits(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>The course that a plan is made for; by default the mean.</summary>
    public PlanTarget PlanFor { get; init; } = new(PlanTargetKind.Mean);

    /// <summary>The last day that is taken as known for a horizon: the given one or its default.</summary>
    /// <param name="horizon">The days that are planned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="horizon"/> is null.</exception>
    public DateOnly OriginBefore(PlanningHorizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        DateOnly origin = Origin ?? horizon.Start.AddDays(-1);
        if (Origin is null)
        {
            foreach (CaseSeries series in Series)
            {
                DateOnly last = (series.Cumulative.IsDefaultOrEmpty ? series.NewCases : series.Cumulative)[^1].Date;
                origin = last < origin ? last : origin;
            }
        }

        return origin;
    }
}
