using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Series;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>The forecast settings of a district's document as the problem that the forecaster solves.</summary>
/// <param name="Problem">Regions, origin, days and interventions; the first region is the district's.</param>
/// <param name="Priors">What is believed beforehand.</param>
/// <param name="Options">Seed and sizes.</param>
/// <param name="Series">The series in the order of the document, up to the origin, with what cleaning changed.</param>
public sealed record DistrictEpidemic(
    EpidemicProblem Problem, EpidemicPriors Priors, EpidemicOptions Options, ImmutableArray<CleanedSeries> Series)
{
    // Fewer would not fill the tails of the forecaster's quantiles; it asks for no less.
    private const int LeastDrawn = 100;
    private const int Week = 7;

    /// <summary>
    /// Names what the prior epidemics depend on: districts with equal keys can share them (<see cref="BuildPrior"/>), and only those.
    /// </summary>
    public string PriorKey => JsonSerializer.Serialize(new { Problem.Setting, Priors, Options.Seed, Options.PriorTrajectories });

    /// <summary>
    /// The forecaster's trial on all days that the series report up to the horizon's last: seven days ahead from up to ten origins, for
    /// which the prior epidemics of <see cref="BuildPrior"/> serve, too. Interventions count as announced, whatever the origin. None if the series are too
    /// short, less than two weeks.
    /// </summary>
    public CalibrationProblem? Calibration { get; private init; }

    /// <summary>Reads the settings of a district.</summary>
    /// <param name="district">A valid district.</param>
    /// <returns>The problem; null if the document has no forecast settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    /// <exception cref="SeriesFormatException">A series cannot be cleaned; a valid district has none such.</exception>
    public static DistrictEpidemic? Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return district.Epidemic.Forecast is { } settings ? Of(settings, district.Horizon) : null;
    }

    /// <summary>Simulates the epidemics that forecasts of this setting share; the slow part, to be done once.</summary>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <exception cref="EpidemicProblemException">The setting or the priors are wrong; a valid district has none such.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EpidemicPrior BuildPrior(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        EpidemicPrior.Build(Problem.Setting, Priors, Options, progress, cancellationToken);

    /// <summary>Forecasts the cases of all regions.</summary>
    /// <param name="prior">Epidemics simulated beforehand; simulated here if null.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <exception cref="EpidemicProblemException">The prior is not one of this setting.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EpidemicForecast Forecast(EpidemicPrior? prior = null, CancellationToken cancellationToken = default) =>
        new EpidemicForecaster().Forecast(Problem, Options, prior ?? BuildPrior(null, cancellationToken), null, cancellationToken);

    private static DistrictEpidemic Of(ForecastSettings settings, PlanningHorizon horizon)
    {
        DateOnly origin = settings.OriginBefore(horizon);
        ImmutableArray<CleanedSeries> series = [.. settings.Series.Select(one => Clean(one, settings.ZeroOn, origin))];
        var problem = new EpidemicProblem([.. series.Select(static one => one.Series)], origin, horizon.End.DayNumber - origin.DayNumber)
        {
            Interventions = [.. settings.Interventions.Select(Translate)],
            ImportTurn = settings.ImportTurn,
            SurveillanceStart = settings.SurveillanceStart,
            FirstDay = settings.FirstDay,
        };
        var options = new EpidemicOptions
        {
            Seed = settings.Seed,
            PriorTrajectories = settings.PriorEpidemics,
            Trajectories = Math.Max(LeastDrawn, settings.Trajectories),
        };
        return new DistrictEpidemic(problem, Translate(settings.Priors), options, series) { Calibration = Trial(settings, problem, horizon.End) };
    }

    private static CalibrationProblem? Trial(ForecastSettings settings, EpidemicProblem problem, DateOnly end)
    {
        const int MostOrigins = 10;
        DateOnly last = end;
        foreach (CaseSeries series in settings.Series)
        {
            DateOnly reported = (series.Cumulative.IsDefaultOrEmpty ? series.NewCases : series.Cumulative)[^1].Date;
            last = reported < last ? reported : last;
        }

        ImmutableArray<DailySeries> regions = [.. settings.Series.Select(one => Clean(one, settings.ZeroOn, last).Series)];

        // A week must be known, and every event must lie within what the first origin forecasts.
        int first = regions.Max(static region => region.Start.DayNumber) + Week - 1;
        DateOnly?[] events = [.. settings.Interventions.Select(static one => (DateOnly?)one.Date), settings.ImportTurn, settings.SurveillanceStart];
        first = Math.Max(first, (events.Max()?.DayNumber ?? first) - Week);
        int span = last.DayNumber - Week - first;
        return span < 0
            ? null
            : new CalibrationProblem(regions, DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + span), span / MostOrigins + 1, [Week])
            {
                Interventions = problem.Interventions,
                ImportTurn = problem.ImportTurn,
                SurveillanceStart = problem.SurveillanceStart,
                FirstDay = problem.Setting.FirstDay,
            };
    }

    /// <summary>The series up to the origin, as it could be known then: later rows are cut before cleaning, but for the one that ends a gap over the origin.</summary>
    private static CleanedSeries Clean(CaseSeries series, DateOnly? zeroOn, DateOnly origin)
    {
        CleanedSeries clean;
        if (series.Cumulative.IsDefaultOrEmpty)
        {
            clean = new CleanedSeries(Daily(series, origin), []);
        }
        else
        {
            int rows = series.Cumulative.TakeWhile(row => row.Date < origin).Count() + 1;
            ImmutableArray<DatedCount> points = [.. series.Cumulative.Take(rows).Select(static row => new DatedCount(row.Date, row.Count))];
            clean = SeriesCleaner.Clean(new CumulativeSeries(series.Id, points), [.. series.Cleaning.Select(step => Translate(step, zeroOn))]);
            clean = clean with { Series = clean.Series.Until(origin) };
        }

        DailySeries daily = clean.Series;
        return zeroOn is { } start && start < daily.Start
            ? clean with
            {
                Series = daily with
                {
                    Start = start,
                    Counts = [.. new long[Math.Min(daily.Start.DayNumber, origin.DayNumber + 1) - start.DayNumber], .. daily.Counts],
                },
            }
            : clean;
    }

    private static DailySeries Daily(CaseSeries series, DateOnly origin)
    {
        DateOnly start = series.NewCases[0].Date;
        var counts = new long[Math.Max(0, origin.DayNumber - start.DayNumber + 1)];
        foreach (ReportedCount count in series.NewCases)
        {
            int day = count.Date.DayNumber - start.DayNumber;
            if (day < counts.Length)
            {
                counts[day] = count.Count;
            }
        }

        return new DailySeries(series.Id, start, [.. counts]);
    }

    private static CleaningStep Translate(SeriesCleaning step, DateOnly? zeroOn) => step switch
    {
        SeriesCleaning.FillGaps => new FillGaps(zeroOn),
        SeriesCleaning.CarryBackCorrections => new CarryBackCorrections(),
        SeriesCleaning.EvenOutWeekdays => new EvenOutWeekdays(),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    private static Intervention Translate(ForecastIntervention intervention) => new(intervention.Date)
    {
        DateDeviation = intervention.DateDeviation,
        Reproduction = intervention.Reproduction is { } reproduction ? Median(reproduction) : null,
        Transition = intervention.Transition is { } transition ? Median(transition) : null,
    };

    private static EpidemicPriors Translate(ForecastPriors given)
    {
        var standard = new EpidemicPriors();
        return standard with
        {
            Reproduction = Median(given.Reproduction) ?? standard.Reproduction,
            ReproductionAfter = Median(given.ReproductionAfter) ?? standard.ReproductionAfter,
            Transition = Median(given.Transition) ?? standard.Transition,
            DateDeviation = given.DateDeviation ?? standard.DateDeviation,
            GenerationTime = Mean(given.GenerationTime) ?? standard.GenerationTime,
            GenerationTimeVariation = given.GenerationTimeVariation ?? standard.GenerationTimeVariation,
            ImportGrowth = Mean(given.ImportGrowth) ?? standard.ImportGrowth,
            ImportDecay = Median(given.ImportDecay) ?? standard.ImportDecay,
            ReportDelay = Mean(given.ReportDelay) ?? standard.ReportDelay,
            ReportDelayVariation = given.ReportDelayVariation ?? standard.ReportDelayVariation,
            SurveillanceRamp = Median(given.SurveillanceRamp) ?? standard.SurveillanceRamp,
            Dispersion = Median(given.Dispersion) ?? standard.Dispersion,
        };
    }

    private static LogNormalPrior? Median(Belief? belief) => belief is null ? null : new LogNormalPrior(belief.Centre, belief.Deviation);

    private static NormalPrior? Mean(Belief? belief) => belief is null ? null : new NormalPrior(belief.Centre, belief.Deviation);
}
