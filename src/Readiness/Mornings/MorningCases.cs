using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Mornings;

/// <summary>The epidemic with the cases that were reported in the morning.</summary>
internal static class MorningCases
{
    /// <summary>Reported cases in the place of expected ones.</summary>
    public static Epidemic Of(District district, Morning morning)
    {
        Epidemic epidemic = district.Epidemic;
        HashSet<DateOnly> dates = [.. morning.NewCases.Select(count => count.Date)];
        HashSet<(DateOnly, string)> places = [.. morning.ImportedCases.Select(count => (count.Date, count.Zone))];
        return epidemic with
        {
            NewCases = epidemic.Forecast is null
                ? [.. epidemic.NewCases.Where(count => !dates.Contains(count.Date)).Concat(morning.NewCases).OrderBy(count => count.Date)]
                : epidemic.NewCases,
            ImportedCases = [.. epidemic.ImportedCases.Where(count => !places.Contains((count.Date, count.Zone))), .. morning.ImportedCases],
            Forecast = epidemic.Forecast is { } forecast && !morning.NewCases.IsEmpty ? WithReported(forecast, morning.NewCases) : epidemic.Forecast,
        };
    }

    /// <summary>The region's series goes on; what is known is known up to its new end.</summary>
    private static ForecastSettings WithReported(ForecastSettings forecast, ImmutableArray<DailyCount> cases)
    {
        CaseSeries series = forecast.Series[0];
        DailyCount[] later = [.. cases.OrderBy(count => count.Date)];
        CaseSeries longer;
        if (series.Cumulative.IsEmpty)
        {
            longer = series with { NewCases = series.NewCases.AddRange(later.Select(count => new ReportedCount(count.Date, (long)count.Count))) };
        }
        else
        {
            var counts = series.Cumulative.ToBuilder();
            for (DateOnly day = counts[^1].Date.AddDays(1); day <= later[^1].Date; day = day.AddDays(1))
            {
                counts.Add(new ReportedCount(day, counts[^1].Count + (long)(later.FirstOrDefault(count => count.Date == day)?.Count ?? 0)));
            }

            longer = series with { Cumulative = counts.ToImmutable() };
        }

        return forecast with { Series = forecast.Series.SetItem(0, longer), Origin = forecast.Origin is null ? null : later[^1].Date };
    }
}
