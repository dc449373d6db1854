using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Needs;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Api.Forecasts;

/// <summary>Turns a kept forecast into the answer to a request.</summary>
internal sealed class ForecastWriter(District district, BaselineForecast forecast, ForecastQuery query)
{
    // What is beyond no decision needs; and answers are a third shorter.
    private const int Decimals = 3;

    /// <summary>The answer.</summary>
    public ForecastReport Report()
    {
        NeedsForecast needs = forecast.Needs;
        RegionForecast? region = forecast.Cases?.Regions[0];
        return new ForecastReport(
            district.Id,
            district.Horizon,
            Note(),
            forecast.Cases?.Origin,
            needs.Trajectories,
            district.Epidemic.Forecast?.PlanFor,
            [.. query.Levels.Select(position => QuantileForecast.HubLevels[position])],
            Cases(),
            Drivers(),
            [.. needs.Heads.Select(need => new HeadsForecast(need.Duty, need.Line, need.Skill, need.Shifts, Shown(need.Days)))],
            [.. needs.Staff.Select(need => new StaffForecast(need.Skill, need.People, Rounded(need.HoursPerPerson), Shown(need.Required), need.Ratio is { } ratio ? Rounded(ratio) : null))],
            [.. needs.Items.Select(need => new ItemForecast(need.Item, Shown(need.Days), Shown(need.Total)))],
            Laboratory(needs.Laboratory),
            region?.Parameters ?? [],
            region?.EffectiveSize,
            [.. forecast.Epidemic?.Series.Select(series => new CleaningReport(series.Series.Id, series.Changes)) ?? []],
            Calibration());
    }

    private string Note() => forecast.Cases is not { } cases
        ? "The document gives one course of the epidemic and no forecast settings: all quantiles are those of this course."
        : FormattableString.Invariant(
            $"{forecast.Needs.Trajectories} possible courses from what was known on {cases.Origin:yyyy-MM-dd}; needs of quarantine sites depend on a plan and come on top.");

    private CaseForecast? Cases()
    {
        if (forecast is not { Cases: { } cases, Epidemic: { } epidemic })
        {
            return null;
        }

        RegionForecast region = cases.Regions[0];
        return new CaseForecast(
            region.Id,
            epidemic.Series[0].Series.Start,
            epidemic.Series[0].Series.Counts,
            cases.Origin.AddDays(1),
            Shown(region.Daily),
            Shown(region.Cumulative));
    }

    private ImmutableArray<DriverForecast> Drivers()
    {
        var planned = new WorkloadModel(district, forecast.Planned);
        HomeMonitoring home = HomeMonitoring.From(forecast.Planned, district.Policy.Quarantine.LengthDays);
        return
        [
            .. forecast.Needs.Drivers.Where(need => need.Zone is null || query.Zones).Select(need => new DriverForecast(
                need.Driver,
                need.Zone,
                [.. Enumerable.Range(0, district.Horizon.Days).Select(day => Rounded(planned.DriverValue(need.Driver, need.Zone is null ? [] : [need.Zone], day, home)))],
                Shown(need.Days))),
        ];
    }

    private LaboratoryForecast Laboratory(LaboratoryNeed need) => new(
        need.TestsPerDay, Shown(need.Backlog), Shown(need.DaysOver), need.LongestWaitDays is { } longest ? Shown(longest) : null);

    private ImmutableArray<CalibrationEntry> Calibration() =>
        forecast is { Calibration: { } report, Epidemic.Calibration: { } trial } ? [.. report.Scores.Select(score => Entry(score, trial))] : [];

    private static CalibrationEntry Entry(CalibrationScore score, CalibrationProblem trial) => new(
        score.Region,
        score.Days,
        trial.FirstOrigin,
        trial.LastOrigin,
        score.Origins,
        Rounded(score.Coverage50),
        Rounded(score.Coverage90),
        Rounded(score.Wis),
        Rounded(score.WeeklyWis),
        double.IsFinite(score.RelativeWis) ? Rounded(score.RelativeWis) : null);

    private ImmutableArray<ImmutableArray<double>> Shown(ImmutableArray<QuantileForecast> days) => [.. days.Select(Shown)];

    private ImmutableArray<double> Shown(QuantileForecast quantiles) => [.. query.Levels.Select(position => Rounded(quantiles.Values[position]))];

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
