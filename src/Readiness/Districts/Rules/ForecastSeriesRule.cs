using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Each series of a forecast is one of daily or of cumulative counts, in the order of its dates, and can be cleaned by its steps.</summary>
internal sealed class ForecastSeriesRule : DistrictRule
{
    private const int FarthestDays = 366;
    private const int MostSeries = 100;

    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView all = district[nameof(District.Epidemic)][nameof(Epidemic.Forecast)][nameof(ForecastSettings.Series)];
        if (all.Entries.Count() > MostSeries)
        {
            errors.Add(all.Path, all.Value, $"must have at most {MostSeries} entries");
        }

        (DateOnly First, DateOnly Last)? horizon = Horizon(district);
        foreach (JsonView series in all.Entries)
        {
            JsonView daily = series[nameof(CaseSeries.NewCases)];
            JsonView cumulative = series[nameof(CaseSeries.Cumulative)];
            CheckForm(series, daily, cumulative, errors);
            CheckDates(daily, horizon, errors);
            CheckDates(cumulative, horizon, errors);
            CheckCleaning(cumulative, series[nameof(CaseSeries.Cleaning)], errors);
        }
    }

    private static void CheckForm(JsonView series, JsonView daily, JsonView cumulative, ErrorList errors)
    {
        bool hasDaily = daily.Entries.Any();
        bool hasCumulative = cumulative.Entries.Any();
        if (hasDaily && hasCumulative)
        {
            errors.Add(cumulative.Path, cumulative.Value, "is given beside newCases; give one of them");
        }
        else if (!hasDaily && !hasCumulative)
        {
            errors.Add(series.Path, series.Value, "must have newCases or cumulative counts; a day without cases is a count of 0");
        }

        JsonView cleaning = series[nameof(CaseSeries.Cleaning)];
        if (!hasCumulative && hasDaily && cleaning.Entries.Any())
        {
            errors.Add(cleaning.Path, cleaning.Value, "is for cumulative counts only");
        }
    }

    private static void CheckDates(JsonView counts, (DateOnly First, DateOnly Last)? horizon, ErrorList errors)
    {
        DateOnly? before = null;
        foreach (JsonView entry in counts.Entries)
        {
            JsonView date = entry[nameof(ReportedCount.Date)];
            if (date.Date is not { } day)
            {
                continue;
            }

            if (horizon is { } days && (day.DayNumber < days.First.DayNumber - FarthestDays || day.DayNumber > days.Last.DayNumber + FarthestDays))
            {
                errors.Add(date.Path, date.Value, $"must lie within {FarthestDays} days of the horizon, {Words(days.First)} to {Words(days.Last)}");
            }

            // Equal dates are the shape's to report.
            if (day < before)
            {
                errors.Add(date.Path, date.Value, "must be later than that of the entry before");
            }

            before = day;
        }
    }

    private static void CheckCleaning(JsonView cumulative, JsonView cleaning, ErrorList errors)
    {
        HashSet<string> steps = [.. cleaning.Entries.Select(step => step.Text).OfType<string>()];
        JsonView? before = null;
        foreach (JsonView entry in cumulative.Entries)
        {
            JsonView date = entry[nameof(ReportedCount.Date)];
            JsonView count = entry[nameof(ReportedCount.Count)];
            if (before is { } last)
            {
                if (!steps.Contains("fillGaps") && date.Date?.DayNumber > last[nameof(ReportedCount.Date)].Date?.DayNumber + 1)
                {
                    errors.Add(date.Path, date.Value, "leaves days without a row after the entry before: give their rows or the cleaning step fillGaps");
                }

                if (!steps.Contains("carryBackCorrections") && count.Integer < last[nameof(ReportedCount.Count)].Integer)
                {
                    errors.Add(count.Path, count.Value, "is less than the count before: cumulative counts must not fall without the cleaning step carryBackCorrections");
                }
            }

            before = entry;
        }
    }
}
