using CsCheck;
using Readiness.Demand.Scores;
using Readiness.Demand.Series;

namespace Readiness.Tests.Demand.Scores;

public sealed class ScoreTests
{
    private static readonly DateOnly First = new(2020, 1, 1);

    [Fact]
    public void The_score_is_that_of_its_intervals()
    {
        // One 80 % interval 2 to 8 and median 4: (|y - m| / 2 + alpha / 2 x (width + 2 / alpha x miss)) / 1.5 with alpha 0.2.
        var forecast = new QuantileForecast([0.1, 0.5, 0.9], [2, 4, 8]);

        Assert.Equal((0.5 * 1 + 0.1 * 6) / 1.5, WeightedIntervalScore.Of(forecast, 5), 12);
        Assert.Equal((0.5 * 7 + 0.1 * (6 + 10 * 3)) / 1.5, WeightedIntervalScore.Of(forecast, 11), 12);
        Assert.Equal((0.5 * 4 + 0.1 * (6 + 10 * 2)) / 1.5, WeightedIntervalScore.Of(forecast, 0), 12);
        Assert.Equal(3, WeightedIntervalScore.Of(new QuantileForecast([0.5], [4]), 7));
        Assert.Equal(Math.Log(2), WeightedIntervalScore.OfLogarithms(new QuantileForecast([0.5], [1]), 3), 12);
        Assert.Throws<ArgumentException>(() => WeightedIntervalScore.Of(new QuantileForecast([0.5], []), 1));
    }

    [Fact]
    public void There_are_23_levels_with_the_median_in_the_middle()
    {
        Assert.Equal(23, QuantileForecast.HubLevels.Length);
        Assert.Equal(0.5, QuantileForecast.HubLevels[11]);
        Assert.Equal(QuantileForecast.HubLevels.Order(), QuantileForecast.HubLevels);
    }

    [Fact]
    public void Intervals_cover_with_their_bounds()
    {
        var forecast = new QuantileForecast(QuantileForecast.HubLevels, [.. Enumerable.Range(0, 23).Select(value => (double)value)]);

        Assert.True(forecast.Covers(0.9, 2));
        Assert.False(forecast.Covers(0.9, 1.9));
        Assert.True(forecast.Covers(0.5, 16));
        Assert.False(forecast.Covers(0.5, 17));
        Assert.Throws<ArgumentOutOfRangeException>(() => forecast.Covers(0.33, 5));
    }

    [Fact]
    public void Baselines_hold_the_median_and_spread_by_past_differences()
    {
        var steady = new DailySeries("a", First, [.. Enumerable.Repeat(10L, 60)]);
        QuantileForecast week = WeeklyBaseline.Forecast(steady, 7);

        Assert.Equal(70, week.Median, 9);
        Assert.Equal(140, WeeklyBaseline.Forecast(steady, 14).Median, 9);
        Assert.Equal(70, DailyBaseline.Forecast(steady, 7).Median, 9);

        // The first 7 differences are 10 to 70, the next 6 are 60 to 10, the other 47 are 0; with their negatives 13 of 120 lie on each side.
        Assert.Equal(70, week.Values[4]);
        Assert.InRange(week.Values[3], 60, 69);
        Assert.InRange(week.Values[0], 0, 10);
        Assert.InRange(week.Values[^1], 130, 140);
    }

    [Fact]
    public void Baselines_are_never_negative_and_ascend() =>
        Gen.Select(Gen.Long[0, 300].Array[1, 50], Gen.Int[1, 20]).Sample((counts, days) =>
        {
            var series = new DailySeries("a", First, [.. counts]);
            foreach (QuantileForecast forecast in (QuantileForecast[])[WeeklyBaseline.Forecast(series, days), DailyBaseline.Forecast(series, days)])
            {
                Assert.True(forecast.Values[0] >= 0);
                Assert.Equal(forecast.Values.Order(), forecast.Values);
            }

            Assert.Equal(counts[^Math.Min(7, counts.Length)..].Sum() * days / 7.0, WeeklyBaseline.Forecast(series, days).Median, 6);
        }, iter: 20);

    [Fact]
    public void Baselines_refuse_an_empty_series()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WeeklyBaseline.Forecast(new DailySeries("a", First, []), 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => DailyBaseline.Forecast(new DailySeries("a", First, [1]), 0));
    }

    [Fact]
    public void The_transform_spreads_a_count_over_its_jump()
    {
        double[] sample = [0, 0, 1, 3];

        Assert.Equal(0.25, RandomisedPit.Of(sample, 0, 0.5));
        Assert.Equal(0.5, RandomisedPit.Of(sample, 1, 0));
        Assert.Equal(0.75, RandomisedPit.Of(sample, 1, 1));
        Assert.Equal(0.75, RandomisedPit.Of(sample, 2, 0.4));
        Assert.Equal(1, RandomisedPit.Of(sample, 9, 0.4));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomisedPit.Of(sample, 1, double.NaN));
        Assert.Throws<ArgumentException>(() => RandomisedPit.Of([], 1, 0.5));
    }

    [Fact]
    public void The_transform_of_small_counts_from_their_own_distribution_is_uniform()
    {
        var random = new Random(3);
        double[] sample = [.. Enumerable.Range(0, 4000).Select(_ => (double)(random.Next(3) * random.Next(2)))];
        double[] transformed = [.. Enumerable.Range(0, 4000).Select(_ => RandomisedPit.Of(sample, random.Next(3) * random.Next(2), random.NextDouble()))];

        Assert.All(Enumerable.Range(0, 5), fifth => Assert.InRange(transformed.Count(value => (int)(value * 5) == fifth), 700, 900));
    }
}
