using System.Text;
using Readiness.Demand.Epidemics;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>Says in the Markdown how the figures came about.</summary>
internal static class ForecastProtocol
{
    /// <summary>The protocol and the priors of a run.</summary>
    public static string Text(Outbreak outbreak, EpidemicOptions options)
    {
        var priors = new EpidemicPriors();
        return new StringBuilder()
            .AppendLine()
            .AppendLine(FormattableString.Invariant($"""
                Retrospective: series are finally cleaned ones, cut at each origin, so that a forecaster of the time would have seen other counts. Priors and options
                are those below for every series and origin; nothing is set by series. {outbreak.Note}

                Source {outbreak.Source}. Counts from {outbreak.HistoryFrom:yyyy-MM-dd}; origins {outbreak.FirstOrigin:yyyy-MM-dd} to {outbreak.LastOrigin:yyyy-MM-dd} every {outbreak.StepDays} days; totals of the {string.Join(" and ", outbreak.Horizons)} days after;
                23 quantiles, weighted interval score (WIS). `relative_wis` is the mean WIS over the origins divided by that of the weekly baseline (median the last seven
                days, spread of past differences between 7-day totals and their negatives), `relative_wis_daily_baseline` by that of the same walk by days. Groups are
                forecast together; group figures are geometric means, coverages are means. `forecast-cleaning.csv` lists every number that cleaning changed.
                Intervention {string.Join(", ", outbreak.Interventions.Select(static date => FormattableString.Invariant($"{date:yyyy-MM-dd}")))}, imports turn {outbreak.ImportTurn:yyyy-MM-dd}, surveillance from {outbreak.SurveillanceStart:yyyy-MM-dd}, simulated from {outbreak.FirstDay:yyyy-MM-dd}.

                Priors (sources in `EpidemicPriors` and docs/forecast.md): reproduction {Text(priors.Reproduction)}, after the intervention {Text(priors.ReproductionAfter)},
                transition {Text(priors.Transition)} d, date ±{priors.DateDeviation} d, generation time {Text(priors.GenerationTime)} d (variation {priors.GenerationTimeVariation}), import growth {Text(priors.ImportGrowth)}/d,
                import decay {Text(priors.ImportDecay)} d, delay {Text(priors.ReportDelay)} d (variation {priors.ReportDelayVariation}) shortening by {Text(priors.DelayShortening)} d/d, ramp of surveillance {Text(priors.SurveillanceRamp)} d,
                dispersion {Text(priors.Dispersion)}, level ±{priors.LevelDeviation}, walk ±{priors.WalkDeviation}/d. {options.PriorTrajectories} prior epidemics, {options.Trajectories} trajectories, half-life {options.HalfLifeDays} d, pooling {options.Pooling},
                weight of the random walk {options.BaselineWeight} in steps of {options.BaselineSpanDays} d, at least {options.LeastEffective} effective epidemics, seed {options.Seed}.
                """))
            .ToString();
    }

    private static string Text(LogNormalPrior prior) => FormattableString.Invariant($"lognormal({prior.Median}, {prior.Deviation})");

    private static string Text(NormalPrior prior) => FormattableString.Invariant($"normal({prior.Mean}, {prior.Deviation})");
}
