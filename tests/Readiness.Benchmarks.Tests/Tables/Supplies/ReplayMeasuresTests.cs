using Readiness.Benchmarks.Tables.Supplies;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tests.Tables.Supplies;

public sealed class ReplayMeasuresTests
{
    private static readonly DateTimeOffset Day0 = new(2020, 4, 4, 13, 8, 0, TimeSpan.Zero);

    /// <summary>
    /// The example that is published with the framework MatchingPPE (published_section3_results.csv): fill rates 0.75 of
    /// gloves, 0.5 of gowns and 1 of masks. Dates of donation are chosen for the published days of holding by item: 6.25, 6.4 and 8.
    /// </summary>
    [Fact]
    public void The_published_example_has_the_published_figures()
    {
        // Dispatches leave on the evenings of days 10 and 15, a minute before the time of day of the first row.
        var instance = new ReplayInstance(
            [
                Row("D1", 5, "gloves", 300), Row("D1", 4, "gloves", 100), Row("D1", 4, "gowns", 20), Row("D2", 8, "masks", 100), Row("D2", 10, "gowns", 30),
                Row("D3", 30, "masks", 1),
            ],
            [
                new("R1", Day0, "masks", 100), Row("R1", 5, "gloves", 300), Row("R2", 6, "gloves", 200), Row("R2", 7, "gowns", 50), Row("R3", 1, "gowns", 60),
            ]);
        (int gloves, int gowns, int masks) = (0, 1, 2);

        ReplayMeasures measures = ReplayMeasures.Of(instance,
        [
            new Dispatch(10, 0, 1, gloves, 100), new Dispatch(10, 0, 0, gloves, 300), new Dispatch(10, 0, 1, gowns, 20),
            new Dispatch(15, 1, 0, masks, 100), new Dispatch(15, 1, 1, gowns, 30),
        ]);

        Assert.Equal(0.75, measures.FillRate, 1e-12);
        Assert.Equal(6.581818181818182, measures.HoldingDays, 1e-9);
        Assert.Equal(2.0, measures.ShipmentsPerDonor);
        Assert.Equal(550.0 / 551, measures.DispatchedShare, 1e-12);

        static GiftRow Row(string party, int day, string item, long units) => new(party, Day0.AddMinutes(-1).AddDays(day), item, units);
    }

    [Fact]
    public void Rounds_end_intervals_and_the_last_one_is_the_last_day()
    {
        var instance = new ReplayInstance([new("D", Day0, "masks", 1)], [new("R", Day0.AddDays(15), "masks", 1)]);

        Assert.Equal([6, 13, 15], instance.Rounds(7));
        Assert.Equal(Enumerable.Range(0, 16), instance.Rounds(1));
        Assert.Equal(Day0.AddMinutes(-1).AddDays(7), instance.Leaves(6));
        Assert.Equal(Day0.AddDays(15).AddMinutes(3), instance.Leaves(15));
        Assert.Equal([0, 15], [instance.Donations[0].Day, instance.Requests[0].Day]);
    }
}
