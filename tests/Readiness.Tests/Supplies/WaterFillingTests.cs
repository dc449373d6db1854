using CsCheck;
using Readiness.Solving;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

public sealed class WaterFillingTests
{
    [Fact]
    public void Rates_equal_those_of_repeated_programmes_that_test_every_pair() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            AllocationProblem problem = RandomAllocation.District(seed, centres: 2, items: 2, days: 3, scarcity: 0.5);
            problem = problem with { Levels = [.. problem.Levels.Select(level => level with { Rule = FairnessRule.MaxMin })] };
            var network = new AllocationNetwork(problem);
            var programme = new TimeExpandedProgramme(network, integer: false);
            var clock = new SolveClock(new AllocationOptions(), TestContext.Current.CancellationToken);
            using var filling = new StageSolver(network, programme, clock);
            (double[]? columns, bool complete) = WaterFilling.Run(filling, 0, 1, clock);
            Assert.True(complete);
            double[] rates = [.. programme.Fairness[0].Rate.Select(rate => columns![rate])];
            Assert.All(rates.Zip(Reference(network, programme, clock)), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        },
        iter: 10,
        threads: 1);

    // Raises the common rate, then asks for every pair apart whether it could rise above it.
    private static double[] Reference(AllocationNetwork network, TimeExpandedProgramme programme, SolveClock clock)
    {
        using var stages = new StageSolver(network, programme, clock);
        FairnessColumns fairness = programme.Fairness[0];
        double[] settled = new double[fairness.Rate.Length];
        Array.Fill(settled, double.NaN);
        while (settled.Any(double.IsNaN))
        {
            stages.TieRates(0);
            for (int pair = 0; pair < settled.Length; pair++)
            {
                stages.SetBounds(fairness.Lift[pair], 0, double.IsNaN(settled[pair]) ? 0 : 1);
            }

            stages.AimAtMost(fairness.Worst, 0);
            SolveOutcome common = stages.Solve(1);
            double rate = -common.Objective;
            stages.SetBounds(fairness.Worst, 0, 0);
            for (int pair = 0; pair < settled.Length; pair++)
            {
                stages.RaiseLower(fairness.Rate[pair], double.IsNaN(settled[pair]) ? Math.Max(0, rate - 1e-9) : settled[pair] - 1e-9);
            }

            double[] highest = new double[settled.Length];
            for (int pair = 0; pair < settled.Length; pair++)
            {
                stages.AimAtMost(fairness.Rate[pair], 0);
                highest[pair] = -stages.Solve(1).Objective;
            }

            int before = settled.Count(double.IsNaN);
            for (int pair = 0; pair < settled.Length; pair++)
            {
                settled[pair] = double.IsNaN(settled[pair]) && highest[pair] < rate + 1e-6 ? rate : settled[pair];
            }

            Assert.True(settled.Count(double.IsNaN) < before);
        }

        return settled;
    }
}
