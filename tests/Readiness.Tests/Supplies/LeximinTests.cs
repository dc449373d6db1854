using CsCheck;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>The water-filling against the definition of leximin, on the continuous problem.</summary>
public sealed class LeximinTests
{
    [Fact]
    public void Water_filling_gives_the_rates_of_repeated_programmes_to_the_last_on_every_level() =>
        Gen.Int[0, 1_000_000].Sample(AssertLeximin, iter: 300, threads: 1);

    // Found at random: the common rate ends a little above the solver's tolerance below 1.
    [Fact]
    public void A_common_rate_that_is_one_but_for_tolerances_ends_the_water_filling() => AssertLeximin(42982);

    [Fact]
    public void No_pair_can_be_raised_without_lowering_one_that_is_no_better_off() =>
        Gen.Int[0, 1_000_000].Sample(AssertMaxMinFair, iter: 100, threads: 1);

    private static void AssertLeximin(int seed)
    {
        AllocationProblem problem = RandomAllocation.Lorries(seed);
        using var plain = new LotProgramme(problem);

        // Rates do not depend on the unit of count; a solver's tolerances do.
        Dictionary<(int Place, int Item), double>[] filled = Filled(seed % 2 == 0 ? problem : Multiplied(problem, 1_000_000));
        for (int level = 0; level < filled.Length; level++)
        {
            Dictionary<(int Place, int Item), double> expected = plain.Leximin(level);
            Assert.Equal(expected.Keys.Order(), filled[level].Keys.Order());
            Assert.All(expected, entry => Assert.Equal(entry.Value, filled[level][entry.Key], 1e-4));
        }
    }

    private static void AssertMaxMinFair(int seed)
    {
        AllocationProblem problem = RandomAllocation.Lorries(seed);
        using var plain = new LotProgramme(problem);
        Dictionary<(int Place, int Item), double> rates = Filled(problem)[0];
        foreach (((int Place, int Item) pair, double rate) in rates)
        {
            // The better-off may be lowered to nothing and it still cannot rise; and all rates together can be reached.
            var noBetter = rates.Where(entry => entry.Value <= rate + 1e-6).ToDictionary(entry => entry.Key, entry => entry.Value);
            Assert.Equal(rate, plain.Highest(0, pair, noBetter)!.Value, 1e-4);
            Assert.InRange(plain.Highest(0, pair, rates)!.Value, rate - 1e-4, rate + 1e-4);
        }
    }

    private static AllocationProblem Multiplied(AllocationProblem problem, long factor) => problem with
    {
        Lots = [.. problem.Lots.Select(lot => lot with { Quantity = factor * lot.Quantity })],
        Lanes = [.. problem.Lanes.Select(lane => lane with { CapacityPerDay = factor * lane.CapacityPerDay })],
        Demands = [.. problem.Demands.Select(demand => demand with { Units = factor * demand.Units })],
    };

    private static Dictionary<(int Place, int Item), double>[] Filled(AllocationProblem problem)
    {
        var network = new AllocationNetwork(problem);
        var clock = new SolveClock(new AllocationOptions(), TestContext.Current.CancellationToken);
        using var stages = new StageSolver(network, new TimeExpandedProgramme(network, integer: false), clock);
        var filled = new Dictionary<(int, int), double>[problem.Levels.Length];
        for (int level = 0; level < filled.Length; level++)
        {
            (double[]? columns, bool complete) = WaterFilling.Run(stages, level, 1, clock);
            Assert.True(complete);
            LevelPairs pairs = network.PairsOfLevel[level];
            filled[level] = Enumerable.Range(0, pairs.Count).ToDictionary(
                pair => pairs.Keys[pair], pair => columns![stages.Programme.Fairness[level].Rate[pair]]);
        }

        return filled;
    }
}
