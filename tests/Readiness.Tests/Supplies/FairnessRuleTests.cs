using CsCheck;
using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

/// <summary>What each rule of sharing comes to, and the programmes behind the rules against independent ones.</summary>
public sealed class FairnessRuleTests
{
    [Theory]
    [InlineData(FairnessRule.MaximumFill, 8, 8)]
    [InlineData(FairnessRule.MaxMin, 4, 4)]
    [InlineData(FairnessRule.Proportional, 8, 2)]
    public void A_lorry_is_shared_among_large_and_small_packs(FairnessRule rule, long small, long most)
    {
        // The lorry takes 20: everybody a fifth, or half of its room for each, or the small packs as far as they are wanted.
        AllocationProblem problem = Lorry(rule, wanted: rule == FairnessRule.Proportional ? 16 : 20, capacity: rule == FairnessRule.Proportional ? 16 : 20);
        SupplyPlan plan = Solve(problem);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        if (rule == FairnessRule.MaximumFill)
        {
            Assert.Equal([20L, 0L], plan.Served);
            return;
        }

        Assert.Equal([small, most], plan.Served);
    }

    [Fact]
    public void A_proportional_level_shares_one_stock_in_proportion_to_demand()
    {
        AllocationProblem problem = Store(1, 6, new TransportLane(0, 1), demands: [Need(0, 0, 8), Need(1, 0, 4)]) with
        {
            Levels = [new("need", FairnessRule.Proportional)],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([4L, 2L], plan.Served);
        Assert.Equal(["need.logShortfall", "need.worstShortfall", "need", "expired", "transport"], plan.Proof.Levels.Select(level => level.Level));
        Assert.InRange(plan.Proof.Levels[0].Objective, 12 * Math.Log(2), 12 * (Math.Log(2) + 0.007));
    }

    [Fact]
    public void Shortfalls_are_weighted_by_risk()
    {
        AllocationProblem problem = Store(1, 9, new TransportLane(0, 1), demands: [Need(0, 0, 8), Need(1, 0, 4)]) with
        {
            Levels = [new("need", FairnessRule.RiskWeighted)],
            PlaceRisks = [0.5, 1],
        };
        SupplyPlan plan = Solve(problem);

        // Three units are missing: 3/8 at half the weight is as good as nothing at the centre, 2/8 and 1/4 is worse.
        Assert.Equal([5L, 4L], plan.Served);
        Assert.Equal(0.1875, plan.Proof.Levels[0].Objective, 1e-9);
        Assert.Equal([0.8125, 1], new SupplyAuditor().Evaluate(problem, plan).Levels[0].AscendingRates());
    }

    [Fact]
    public void The_interpolated_logarithm_is_at_most_a_little_above_it_and_the_same_in_planner_and_audit()
    {
        for (int served = 0; served <= 1000; served++)
        {
            double audited = new SupplyLevelValue("x", FairnessRule.Proportional, 0, 0, [new PairFillRate(0, 0, 1000, served)]).LogShortfall / 1000;
            Assert.Equal(audited, LogarithmPieces.Of(served / 1000.0), 1e-9);
            if (served >= 10)
            {
                Assert.InRange(audited + Math.Log(served / 1000.0), -1e-12, 0.007);
            }
        }
    }

    [Fact]
    public void Weighted_leximin_equals_that_of_repeated_programmes() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            AllocationProblem problem = With(RandomAllocation.Lorries(seed), FairnessRule.RiskWeighted, seed);
            using var plain = new LotProgramme(problem);
            using StageSolver stages = Stages(problem, out AllocationNetwork network, out SolveClock clock);
            for (int level = 0; level < problem.Levels.Length; level++)
            {
                (double[]? columns, bool complete) = WaterFilling.Run(stages, level, 1, clock);
                Assert.True(complete);
                Dictionary<(int Place, int Item), double> expected = plain.Leximin(level);
                LevelPairs pairs = network.PairsOfLevel[level];
                Assert.All(Enumerable.Range(0, pairs.Count), pair => Assert.Equal(expected[pairs.Keys[pair]], columns![stages.Programme.Fairness[level].Rate[pair]], 1e-4));
            }
        },
        iter: 150,
        threads: 1);

    [Fact]
    public void The_least_logarithmic_shortfall_equals_that_of_a_programme_over_all_chords() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            AllocationProblem problem = With(RandomAllocation.Lorries(seed), FairnessRule.Proportional, seed);
            using var plain = new LotProgramme(problem);
            using StageSolver stages = Stages(problem, out _, out _);
            var step = new ObjectiveStage(StageKind.Logarithm, 0);
            stages.Aim(step);
            double least = stages.Solve(1).Objective;
            double expected = plain.LeastLogShortfall(0);
            Assert.Equal(expected, least, 1e-5 * Math.Max(1, expected));
        },
        iter: 150,
        threads: 1);

    [Fact]
    public void Mistakes_in_rules_and_risks_are_named_at_once()
    {
        AllocationProblem problem = Store(1, 1, new TransportLane(0, 1)) with
        {
            Levels = [new("a", (FairnessRule)7), new("b", FairnessRule.Proportional), new("b.logShortfall", FairnessRule.MaximumFill)],
            PlaceRisks = [0, 1.5, double.NaN],
        };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            ["Levels[0].Rule", "Levels[2].Name", "PlaceRisks has 3 entries", "PlaceRisks[0]", "PlaceRisks[1]", "PlaceRisks[2]"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static AllocationProblem Lorry(FairnessRule rule, long wanted, double capacity) => new()
    {
        Days = 1,
        Places = ["store", "centre"],
        Items = [new("small", 1, 1), new("large", 1, 4)],
        Levels = [new("need", rule)],
        Lots = [new(0, 0, 99), new(0, 1, 99)],
        Lanes = [new(0, 1, 0, capacity)],
        Demands = [Need(1, 0, wanted, item: 0), Need(1, 0, wanted, item: 1)],
    };

    private static AllocationProblem With(AllocationProblem problem, FairnessRule rule, int seed) => RandomAllocation.WithRules(problem, seed) with
    {
        Levels = [.. problem.Levels.Select(level => level with { Rule = rule })],
    };

    private static StageSolver Stages(AllocationProblem problem, out AllocationNetwork network, out SolveClock clock)
    {
        network = new AllocationNetwork(problem);
        clock = new SolveClock(new AllocationOptions(), TestContext.Current.CancellationToken);
        return new StageSolver(network, new TimeExpandedProgramme(network, integer: false), clock);
    }
}
