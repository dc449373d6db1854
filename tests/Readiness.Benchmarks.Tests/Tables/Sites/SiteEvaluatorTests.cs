using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteEvaluatorTests
{
    private static readonly SiteInstance Instance = new([10, 20], [100, 50], [8, 4], [1, 2, 30, 40]);

    private static readonly SiteShare[] Good = [new(0, 0, 1), new(0, 1, 0.5), new(1, 1, 0.5)];

    [Fact]
    public void A_solution_costs_its_facilities_once_and_its_shares_in_part()
    {
        Assert.Empty(SiteEvaluator.Faults(Instance, Good));
        Assert.Equal(100 + 1 + 15 + 50 + 20, SiteEvaluator.Objective(Instance, Good), 12);
        Assert.Equal(50 + 2 + 40, SiteEvaluator.Objective(Instance, [new(1, 0, 1), new(1, 1, 1)]), 12);
    }

    [Theory]
    [InlineData(0.5 + 9e-7, null)]
    [InlineData(0.5 + 2e-6, "the shares of customer 1 sum to 1.0000019")]
    [InlineData(0.4, "the shares of customer 1 sum to 0.9")]
    [InlineData(1.5, "the share of customer 1 at facility 1 is 1.5")]
    [InlineData(-0.5, "the share of customer 1 at facility 1 is -0.5")]
    [InlineData(1e-10, "the share of customer 1 at facility 1 is 1E-10")]
    [InlineData(double.NaN, "the share of customer 1 at facility 1 is NaN")]
    public void Shares_are_parts_that_make_a_whole(double last, string? fault)
    {
        string[] faults = [.. SiteEvaluator.Faults(Instance, [.. Good[..2], new(1, 1, last)])];

        Assert.Equal(fault is null, faults.Length == 0);
        Assert.True(fault is null || faults.Any(found => found.StartsWith(fault, StringComparison.Ordinal)), string.Join("; ", faults));
    }

    [Fact]
    public void A_facility_serves_at_most_its_capacity()
    {
        Assert.Equal(["facility 0 serves 12 and can serve 10"], SiteEvaluator.Faults(Instance, [new(0, 0, 1), new(0, 1, 1)]));
        Assert.Empty(SiteEvaluator.Faults(Instance, [new(0, 0, 1), new(0, 1, 0.500002), new(1, 1, 0.499998)]));
        Assert.Single(SiteEvaluator.Faults(Instance, [new(0, 0, 1), new(0, 1, 0.500005), new(1, 1, 0.499995)]));
    }

    [Fact]
    public void Unknown_and_repeated_pairs_are_named()
    {
        Assert.Equal(["there is no facility 2 or no customer 0"], SiteEvaluator.Faults(Instance, [.. Good, new(2, 0, 0.1)]));
        Assert.Equal(["there is no facility 0 or no customer -1"], SiteEvaluator.Faults(Instance, [.. Good, new(0, -1, 0.1)]));
        Assert.Equal(
            ["facility 1 and customer 1 are paired twice"],
            SiteEvaluator.Faults(Instance, [.. Good[..2], new(1, 1, 0.25), new(1, 1, 0.25)]));
    }
}
