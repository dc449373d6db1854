using System.Collections.Immutable;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.National;
using Readiness.Benchmarks.Tables.Sites;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tests.Tables.National;

public sealed class NationalInstanceTests
{
    // A quarter of a meridian apart, and half of one.
    private static readonly ImmutableArray<Hospital> Hospitals =
    [
        new("pole", new GeoPoint(90, 0), 20),
        new("equator", new GeoPoint(0, 10), 50),
        new("island", new GeoPoint(0, -170), 20),
        new("south", new GeoPoint(-90, 55), 10),
    ];

    private static readonly double Quarter = Math.PI / 2 * 6371.0088;

    [Fact]
    public void The_largest_hospitals_are_the_sites_and_the_earlier_of_equal_ones()
    {
        Assert.Equal(["equator", "pole"], new NationalInstance(Hospitals, 2).Sites.Select(site => site.Id));
        Assert.Equal(["equator", "pole", "island", "south"], new NationalInstance(Hospitals, 500).Sites.Select(site => site.Id));
    }

    [Fact]
    public void Beds_are_demand_and_share_out_half_as_much_capacity_again()
    {
        SiteInstance problem = new NationalInstance(Hospitals, 2).Problem;

        Assert.Equal([20, 50, 20, 10], problem.Demands);
        Assert.Equal(150, problem.Capacities.Sum(), 9);
        Assert.Equal(150 * 50 / 70.0, problem.Capacities[0], 9);
        Assert.Equal([NationalInstance.FixedCost, NationalInstance.FixedCost], problem.FixedCosts);
    }

    [Fact]
    public void A_unit_costs_its_kilometres_of_the_great_circle()
    {
        var instance = new NationalInstance(Hospitals, 2);

        Assert.Equal(20 * Quarter, instance.Problem.Cost(0, 0), 6);
        Assert.Equal(0, instance.Problem.Cost(1, 0), 6);
        Assert.Equal(20 * 2 * Quarter, instance.Problem.Cost(0, 2), 6);
        Assert.Equal(10 * 2 * Quarter, instance.Problem.Cost(1, 3), 3);
        Assert.Equal(2 * Quarter, instance.Km(new SiteShare(1, 3, 0.25)), 3);
    }

    [Fact]
    public void Too_many_pairs_are_refused_before_anybody_makes_room_for_them()
    {
        ImmutableArray<Hospital> many = [.. Enumerable.Range(0, 10_001).Select(k => new Hospital($"{k}", new GeoPoint(0, 0), 1))];

        Assert.Contains("--sites: 10001 hospitals and 10000 sites", Assert.Throws<TableRequestException>(() => new NationalInstance(many, 10_000)).Message);
    }

    [Fact]
    public void An_answer_that_cannot_be_right_has_failed()
    {
        var good = new SiteAnswer(102, 98, 1, Termination.TimeLimit, [], [new SiteShare(0, 0, 1)]);

        Assert.Empty(NationalRow.Faults(good));
        Assert.Equal(["broken"], NationalRow.Faults(good with { Faults = ["broken"] }));
        Assert.Equal(["the bound 103 is above the objective 102"], NationalRow.Faults(good with { Bound = 103 }));
        Assert.Equal(["it is called infeasible"], NationalRow.Faults(new SiteAnswer(null, null, 1, Termination.Infeasible, [], [])));
    }

    [Fact]
    public void A_row_without_an_objective_has_no_distances()
    {
        ImmutableArray<string> cells = NationalRow.Cells(
            "n-2", new NationalInstance(Hospitals, 2), new SiteAnswer(null, 98, 1.5, Termination.TimeLimit, [], []), passed: true);

        Assert.Equal(["n-2", "4", "2", "", "98", "", "", "", "", "1.500"], cells[..10]);
        Assert.Equal(NationalRow.Layout.Columns.Length, cells.Length);
    }
}
