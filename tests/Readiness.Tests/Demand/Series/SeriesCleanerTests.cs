using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Readiness.Demand.Series;

namespace Readiness.Tests.Demand.Series;

public sealed class SeriesCleanerTests
{
    private static readonly DateOnly First = new(2020, 2, 1);

    [Fact]
    public void Clean_counts_stay_as_they_are()
    {
        CleanedSeries cleaned = Clean(Rows(2, 2, 5, 9), new FillGaps(), new CarryBackCorrections(), new RestoreDeletions(First, First.AddDays(2)));

        Assert.Equal([2, 0, 3, 4], cleaned.Series.Counts);
        Assert.Equal(First, cleaned.Series.Start);
        Assert.Empty(cleaned.Changes);
    }

    [Fact]
    public void Gaps_are_filled_evenly_and_the_first_row_is_spread_from_a_day_without_cases()
    {
        ImmutableArray<DatedCount> rows = [new(First, 6), new(First.AddDays(3), 12)];
        CleanedSeries cleaned = Clean(rows, new FillGaps(First.AddDays(-3)));

        Assert.Equal([0, 2, 2, 2, 2, 2, 2], cleaned.Series.Counts);
        Assert.Equal(First.AddDays(-3), cleaned.Series.Start);
        Assert.Equal(
            new SeriesChange(First.AddDays(1), SeriesQuantity.Cumulative, null, 8, nameof(FillGaps), cleaned.Changes[0].Reason), cleaned.Changes[3]);
        Assert.Equal(5, cleaned.Changes.Length);
    }

    [Fact]
    public void Later_rows_move_to_the_day_that_they_count()
    {
        // The third row repeats the second; from the fourth on rows carry the bulletin of the day before.
        CleanedSeries cleaned = Clean(Rows(1, 3, 3, 6, 10), new ShiftBulletinDates(First.AddDays(3), -1));

        Assert.Equal([1, 2, 3, 4], cleaned.Series.Counts);
        Assert.Equal([(3, 6), (6, 10), (10, (long?)null)], cleaned.Changes.Select(change => (change.Before!.Value, change.After)));
        Assert.All(cleaned.Changes, change => Assert.Equal(nameof(ShiftBulletinDates), change.Step));
    }

    [Fact]
    public void A_series_that_begins_within_the_moved_rows_moves_as_a_whole()
    {
        CleanedSeries cleaned = Clean(Rows(1, 3, 6), new ShiftBulletinDates(First.AddDays(-2), -1));

        Assert.Equal(First.AddDays(-1), cleaned.Series.Start);
        Assert.Equal([1, 2, 3], cleaned.Series.Counts);
    }

    [Fact]
    public void Rows_may_move_far_and_drop_those_that_they_pass()
    {
        Assert.Equal([3, 3, 4], Clean(Rows(1, 3, 6, 10), new ShiftBulletinDates(First.AddDays(1), -3)).Series.Counts);
        CleanedSeries later = Clean(Rows(1, 3, 6), new ShiftBulletinDates(First.AddDays(2), 2), new FillGaps());
        Assert.Equal([1, 2, 1, 1, 1], later.Series.Counts);
    }

    [Fact]
    public void Parameters_of_steps_are_checked()
    {
        SeriesFormatException exception = Assert.Throws<SeriesFormatException>(() => Clean(
            Rows(1, 2), new ShiftBulletinDates(First, 9999), new SpreadDefinitionChange(First, First.AddDays(-1), 0), new EvenOutWeekdays(1)));

        Assert.Equal(["/steps/0/days", "/steps/1/to", "/steps/1/daysBack", "/steps/2/leastWeeks"], exception.Faults.Select(fault => fault.Pointer));
        Assert.Equal("/points", Assert.Single(Assert.Throws<SeriesFormatException>(() => Clean([new(DateOnly.MinValue, 1)])).Faults).Pointer);
    }

    [Fact]
    public void Deletions_that_were_taken_back_are_restored_and_others_are_carried_back()
    {
        ImmutableArray<DatedCount> rows = Rows(10, 20, 15, 16, 22);

        Assert.Equal([10, 10, 0, 0, 2], Clean(rows, new RestoreDeletions(First.AddDays(2), First.AddDays(3))).Series.Counts);
        Assert.Equal([10, 5, 0, 1, 6], Clean(rows, new CarryBackCorrections()).Series.Counts);
        Assert.Equal(new SeriesChange(First.AddDays(1), SeriesQuantity.Cumulative, 20, 15, nameof(CarryBackCorrections), "a later count is lower; the correction is carried back"),
            Assert.Single(Clean(rows, new CarryBackCorrections()).Changes));
    }

    [Fact]
    public void A_definition_change_is_spread_back_in_proportion()
    {
        // Daily 10 20 30 40 | 140 | 40 40 40: usual is 35, 105 are spread over 10 20 30 40 35.
        CleanedSeries cleaned = Clean(Rows(10, 30, 60, 100, 240, 280, 320, 360), new SpreadDefinitionChange(First.AddDays(4), First.AddDays(4)));

        Assert.Equal(360, cleaned.Series.Counts.Sum());
        Assert.Equal([18, 35, 54, 71, 62, 40, 40, 40], cleaned.Series.Counts);
        Assert.Equal((SeriesQuantity.Daily, 140, 62), (cleaned.Changes[^1].Quantity, cleaned.Changes[^1].Before, cleaned.Changes[^1].After));
    }

    [Fact]
    public void A_definition_change_goes_back_no_further_than_asked()
    {
        CleanedSeries cleaned = Clean(Rows(10, 30, 60, 100, 240, 280, 320, 360), new SpreadDefinitionChange(First.AddDays(4), First.AddDays(4), 2));

        Assert.Equal([10, 20], cleaned.Series.Counts[..2]);
        Assert.Equal(360, cleaned.Series.Counts.Sum());
    }

    [Fact]
    public void A_weekly_pattern_is_evened_out_and_no_case_is_lost()
    {
        long[] pattern = [60, 100, 110, 110, 110, 130, 80];
        long sum = 0;
        ImmutableArray<DatedCount> rows = [.. Enumerable.Range(0, 42).Select(day => new DatedCount(First.AddDays(day), sum += pattern[day % 7]))];
        CleanedSeries cleaned = Clean(rows, new EvenOutWeekdays());

        Assert.Equal(4200, cleaned.Series.Counts.Sum());
        Assert.All(cleaned.Series.Counts, count => Assert.InRange(count, 98, 102));
        Assert.Empty(Clean(rows[..20], new EvenOutWeekdays()).Changes);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        ImmutableArray<DatedCount> rows = [new(First, 3), new(First, -1), new(First.AddDays(-2), 4)];
        SeriesFormatException exception = Assert.Throws<SeriesFormatException>(() => Clean(rows));

        Assert.Equal(["/points/1/count", "/points/1/date", "/points/2/date"], exception.Faults.Select(fault => fault.Pointer));
        Assert.Equal("/points", Assert.Single(Assert.Throws<SeriesFormatException>(() => Clean([])).Faults).Pointer);
    }

    [Fact]
    public void Falling_counts_and_missing_days_are_refused_with_the_step_that_mends_them()
    {
        ImmutableArray<DatedCount> rows = [new(First, 9), new(First.AddDays(1), 5), new(First.AddDays(3), 6)];
        SeriesFormatException exception = Assert.Throws<SeriesFormatException>(() => Clean(rows));

        Assert.Equal([("/2020-02-02", "-4"), ("/2020-02-03", "no row")], exception.Faults.Select(fault => (fault.Pointer, fault.Value)));
        Assert.Contains(nameof(CarryBackCorrections), exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FillGaps), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_rows_become_clean_and_keep_their_last_count() =>
        Gen.Select(Gen.Int[1, 3], Gen.Long[0, 500]).Array[1, 40].Sample(pairs =>
        {
            DateOnly date = First;
            ImmutableArray<DatedCount> rows = [.. pairs.Select(pair => new DatedCount(date = date.AddDays(pair.Item1), pair.Item2))];
            CleanedSeries cleaned = Clean(rows, new FillGaps(First), new CarryBackCorrections(), new SpreadDefinitionChange(First.AddDays(9), First.AddDays(10)), new EvenOutWeekdays());
            Assert.All(cleaned.Series.Counts, count => Assert.True(count >= 0));
            Assert.Equal(rows[^1].Count, cleaned.Series.Counts.Sum());
            Assert.Equal(rows[^1].Date, cleaned.Series.End);
        });

    [Fact]
    public void Steps_can_be_written_as_data()
    {
        ImmutableArray<CleaningStep> steps =
        [
            new ShiftBulletinDates(First, -1), new FillGaps(First), new RestoreDeletions(First, First), new CarryBackCorrections(), new SpreadDefinitionChange(First, First, 3),
            new EvenOutWeekdays(),
        ];
        string json = JsonSerializer.Serialize(steps, JsonSerializerOptions.Web);

        Assert.Contains("""{"step":"shiftBulletinDates","from":"2020-02-01","days":-1}""", json, StringComparison.Ordinal);
        Assert.Equal(steps, JsonSerializer.Deserialize<ImmutableArray<CleaningStep>>(json, JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_daily_series_is_cut_and_summed_by_date()
    {
        var series = new DailySeries("a", First, [1, 2, 3]);

        Assert.Equal([1, 2], series.Until(First.AddDays(1)).Counts);
        Assert.Empty(series.Until(First.AddDays(-1)).Counts);
        Assert.Equal([1, 2, 3], series.Until(First.AddDays(9)).Counts);
        Assert.Equal(3, series.Total(First.AddDays(-5), 7));
        Assert.Equal(5, series.Total(First.AddDays(1), 7));
        Assert.Equal(0, series.Total(First.AddDays(3), 7));
    }

    private static CleanedSeries Clean(ImmutableArray<DatedCount> rows, params ImmutableArray<CleaningStep> steps) =>
        SeriesCleaner.Clean(new CumulativeSeries("a", rows), steps);

    private static ImmutableArray<DatedCount> Rows(params long[] counts) =>
        [.. counts.Select((count, day) => new DatedCount(First.AddDays(day), count))];
}
