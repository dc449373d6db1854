using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>The dates of a forecast fit its series, each other and the horizon.</summary>
internal sealed class ForecastDatesRule : DistrictRule
{
    private const int MostDays = 60, MostSettingDays = 400, MostInterventions = 12, RunUpDays = 40;

    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView forecast = district[nameof(District.Epidemic)][nameof(Epidemic.Forecast)];
        if (!forecast.IsGiven || Horizon(district) is not { } horizon)
        {
            return;
        }

        (JsonView View, DateOnly First, DateOnly Last)[] series = [.. forecast[nameof(ForecastSettings.Series)].Entries.Select(Span).OfType<(JsonView, DateOnly, DateOnly)>()];
        if (series.Length == 0)
        {
            return;
        }

        DateOnly origin = CheckOrigin(forecast, series, horizon, errors);
        DateOnly first = series.Min(one => one.First);
        JsonView zero = forecast[nameof(ForecastSettings.ZeroOn)];
        if (zero.Date >= first)
        {
            errors.Add(zero.Path, zero.Value, $"is not before the first count, that of {Words(first)}");
        }

        DateOnly known = zero.Date < first ? zero.Date.Value : first;
        if (zero.Date is null)
        {
            CheckBeginnings(series, origin, errors);
        }

        DateOnly firstDay = CheckFirstDay(forecast, known, origin, horizon.Last, errors);
        CheckInterventions(forecast[nameof(ForecastSettings.Interventions)], firstDay, horizon.Last, errors);
        CheckWithin(forecast[nameof(ForecastSettings.ImportTurn)], firstDay, horizon.Last, errors);
        CheckWithin(forecast[nameof(ForecastSettings.SurveillanceStart)], firstDay, horizon.Last, errors);
    }

    private static (JsonView, DateOnly, DateOnly)? Span(JsonView series)
    {
        DateOnly[] dates =
        [
            .. series[nameof(CaseSeries.NewCases)].Entries.Concat(series[nameof(CaseSeries.Cumulative)].Entries)
                .Select(entry => entry[nameof(ReportedCount.Date)].Date).OfType<DateOnly>(),
        ];
        return dates.Length == 0 ? null : (series, dates.Min(), dates.Max());
    }

    private static DateOnly CheckOrigin(
        JsonView forecast, (JsonView View, DateOnly First, DateOnly Last)[] series, (DateOnly First, DateOnly Last) horizon, ErrorList errors)
    {
        DateOnly reported = series.Min(one => one.Last);
        DateOnly before = horizon.First.AddDays(-1);
        JsonView given = forecast[nameof(ForecastSettings.Origin)];
        DateOnly origin = given.Date ?? (reported < before ? reported : before);
        JsonView at = given.IsGiven ? given : forecast[nameof(ForecastSettings.Series)];
        if (origin > reported)
        {
            errors.Add(at.Path, at.Value, $"is later than the last count of a series, {Words(reported)}: nothing is known of the days after it");
        }
        else if (origin >= horizon.Last)
        {
            errors.Add(at.Path, at.Value, $"must be before the horizon's last day, {Words(horizon.Last)}");
        }
        else if (horizon.Last.DayNumber - origin.DayNumber > MostDays)
        {
            errors.Add(at.Path, at.Value, $"what is known ends on {Words(origin)}: at most {MostDays} days before the horizon's last, {Words(horizon.Last)}, can be forecast");
        }

        return origin;
    }

    private static void CheckBeginnings((JsonView View, DateOnly First, DateOnly Last)[] series, DateOnly origin, ErrorList errors)
    {
        foreach ((JsonView view, DateOnly first, _) in series)
        {
            if (first > origin)
            {
                errors.Add(view.Path, view.Value, $"has no count up to the origin, {Words(origin)}; zeroOn would say up to when there were none");
            }
        }
    }

    private static DateOnly CheckFirstDay(JsonView forecast, DateOnly known, DateOnly origin, DateOnly last, ErrorList errors)
    {
        JsonView given = forecast[nameof(ForecastSettings.FirstDay)];
        if (given.Date > known)
        {
            errors.Add(given.Path, given.Value, $"is after the first day that counts, {Words(known)}: infections come before reports");
        }

        IEnumerable<DateOnly> dates = forecast[nameof(ForecastSettings.Interventions)].Entries
            .Select(one => one[nameof(ForecastIntervention.Date)].Date).OfType<DateOnly>().Append(known).Append(origin);
        DateOnly first = given.Date ?? DateOnly.FromDayNumber(Math.Max(0, dates.Min().DayNumber - RunUpDays));
        if (last.DayNumber - first.DayNumber >= MostSettingDays)
        {
            JsonView at = given.IsGiven ? given : forecast;
            errors.Add(at.Path, at.Value, $"infections from {Words(first)} to {Words(last)} would be simulated; at most {MostSettingDays} days can be");
        }

        return first;
    }

    private static void CheckInterventions(JsonView interventions, DateOnly first, DateOnly last, ErrorList errors)
    {
        if (interventions.Entries.Count() > MostInterventions)
        {
            errors.Add(interventions.Path, interventions.Value, $"must have at most {MostInterventions} entries");
        }

        DateOnly? before = null;
        foreach (JsonView intervention in interventions.Entries)
        {
            JsonView date = intervention[nameof(ForecastIntervention.Date)];
            CheckWithin(date, first, last, errors);
            if (date.Date < before)
            {
                errors.Add(date.Path, date.Value, "must be later than that of the entry before");
            }

            before = date.Date ?? before;
        }
    }

    private static void CheckWithin(JsonView date, DateOnly first, DateOnly last, ErrorList errors)
    {
        if (date.Date is { } day && (day < first || day > last))
        {
            errors.Add(date.Path, date.Value, $"must lie from {Words(first)} to {Words(last)}");
        }
    }
}
