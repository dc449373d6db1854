using System.Text.Json;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Forecast;
using Readiness.Demand.Series;

namespace Readiness.Benchmarks.Tests.Tables.Forecast;

public sealed class ForecastTableTests : IDisposable
{
    private readonly TableFolder folder = new();

    [Fact]
    public async Task A_folder_of_series_becomes_a_row_per_series_and_horizon_and_a_record_of_changes()
    {
        string data = Data(count: 60);
        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table forecast --data {data} --simulations 2"));

        string[] table = folder.Lines("forecast.csv");
        Assert.Equal(
            "series,group,horizon,origins,relative_wis,relative_wis_daily_baseline,coverage_50,coverage_90,wis,log_wis,seconds_per_fit", table[0]);
        Assert.Equal(["North,all,7,2", "North,all,14,2"], table[1..].Select(row => string.Join(',', row.Split(',')[..4])));
        Assert.All(table[1..], row => Assert.Matches(@"^[\w,]+(,[\d.]+){9}$", row));
        string text = File.ReadAllText(folder.PathOf("forecast.md"));
        Assert.Contains("Retrospective", text);
        Assert.Contains("2 simulated epidemics", text);
        Assert.Contains("| all | 7 | 1 |", text);
        Assert.Equal("North,2020-01-24,cumulative,,10,FillGaps,there is no row for this day; cases up to the next row are spread evenly", folder.Lines("forecast-cleaning.csv")[1]);
    }

    [Fact]
    public async Task Wrong_folders_are_reported_in_a_line()
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table forecast --data {Data(count: 30)}"));
        Assert.Contains("/regions/0", folder.Error);

        string data = Data(count: 60);
        await File.AppendAllTextAsync(Path.Combine(data, "cases.csv"), "2020-02-30,P,C,5\n", TestContext.Current.CancellationToken);
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table forecast --data {data}"));
        Assert.Contains("2020-02-30", folder.Error);

        await File.WriteAllTextAsync(Path.Combine(data, "outbreak.json"), "{}", TestContext.Current.CancellationToken);
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table forecast --data {data}"));
        Assert.Contains("outbreak.json cannot be read", folder.Error);
    }

    [Fact]
    public void The_shipped_series_are_clean_and_keep_the_published_totals()
    {
        var shipped = new OutbreakFolder(InstanceCatalogue.FolderOf("epidemic"));
        CleanedSeries[] cleaned = [.. shipped.Outbreak.Series.Select(shipped.Clean)];

        Assert.Equal(
            [("hubei", 11), ("aggregate", 5), ("yunnan", 9), ("hubei held out", 4), ("yunnan held out", 2)],
            shipped.Outbreak.Series.CountBy(series => series.Group).Select(pair => (pair.Key, pair.Value)));

        Assert.All(cleaned, each => Assert.True(each.Series.Start == new DateOnly(2020, 1, 20) && each.Series.Counts.All(count => count >= 0)));
        CleanedSeries xiaogan = cleaned[0];
        Assert.Equal(3518, xiaogan.Series.Counts.Sum());

        // The bulletin of 8 February stands in the row of the day after.
        Assert.Contains(xiaogan.Changes, change => change is { Step: nameof(ShiftBulletinDates), Before: 2141, After: 2313 } && change.Date == new DateOnly(2020, 2, 7));
        Assert.Equal(53, cleaned[16].Series.Total(new DateOnly(2020, 1, 20), 40));
    }

    [Fact]
    public void The_other_shipped_outbreak_is_clean_and_keeps_the_published_total()
    {
        var italy = new OutbreakFolder(InstanceCatalogue.FolderOf("epidemic-italy"));
        CleanedSeries cleaned = italy.Clean(Assert.Single(italy.Outbreak.Series));

        Assert.All(cleaned.Series.Counts, static count => Assert.True(count >= 0));
        Assert.Equal(233_019, cleaned.Series.Counts.Sum());
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    // Rises and falls; the second day has no row.
    private string Data(int count)
    {
        var first = new DateOnly(2020, 1, 23);
        long sum = 0;
        List<string> rows = ["date,province,city,confirmed"];
        for (int day = 0; day < count; day++)
        {
            sum += day < 20 ? 4 + day : Math.Max(0, 44 - day);
            if (day != 1)
            {
                rows.Add($"{first.AddDays(day):yyyy-MM-dd},P,C,{sum}");
            }
        }

        string data = Directory.CreateDirectory(folder.PathOf("data")).FullName;
        File.WriteAllText(Path.Combine(data, "cases.csv"), string.Join('\n', rows) + '\n');
        File.WriteAllText(Path.Combine(data, "outbreak.json"), JsonSerializer.Serialize(new
        {
            source = "made up",
            historyFrom = first,
            lastDay = first.AddDays(100),
            firstDay = first.AddDays(-30),
            importTurn = first.AddDays(3),
            surveillanceStart = first.AddDays(-3),
            interventions = new[] { first.AddDays(3) },
            firstOrigin = first.AddDays(14),
            lastOrigin = first.AddDays(21),
            stepDays = 7,
            horizons = new[] { 7, 14 },
            cleaning = new { usual = new object[] { new { step = "fillGaps" }, new { step = "carryBackCorrections" } } },
            series = new[] { new { name = "North", group = "all", file = "cases.csv", province = "P", city = "C", cleaning = "usual" } },
        }));
        return data;
    }
}
