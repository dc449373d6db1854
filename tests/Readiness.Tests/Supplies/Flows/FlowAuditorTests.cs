using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Tests.Supplies.Flows;

public sealed class FlowAuditorTests
{
    // Ten units at the store, a lorry of twelve, one day on the road; the stock can be used until the day on which it arrives.
    private static readonly WeightedAllocation Problem = new(
        new AllocationProblem
        {
            Days = 3,
            Places = ["store", "centre"],
            Items = [new("mask", VolumePerPack: 1)],
            Lots = [new(0, 0, 10, 0, 1)],
            Lanes = [new(0, 1, 1, 12, 2)],
            Levels = [new("urgent", FairnessRule.MaximumFill)],
            Demands = [new(1, 1, 0, 8, [new(0, 1)])],
        },
        [100],
        1);

    private static readonly FlowPlan Sound = new(
        [new LotTransfer(0, 0, 0, 1, 8)], [new LotUse(1, 0, 1, 1, 8)], [8], new PlanProof(Termination.Optimal, [new(FlowPlan.Level, 16, 16)]));

    public static TheoryData<string, FlowPlan> Mutations => new()
    {
        { "servedCount", Sound with { Served = [] } },
        { "servedRange", Sound with { Served = [9], Uses = [Sound.Uses[0] with { Quantity = 9 }], Transfers = [Sound.Transfers[0] with { Quantity = 9 }] } },
        { "transferIndex", Sound with { Transfers = [Sound.Transfers[0] with { Lane = 1 }] } },
        { "transferIndex", Sound with { Transfers = [Sound.Transfers[0] with { Quantity = double.NaN }] } },
        { "useIndex", Sound with { Uses = [Sound.Uses[0] with { Day = 3 }] } },
        { "laneCapacity", Sound with { Transfers = [Sound.Transfers[0] with { Quantity = 13 }] } },
        { "usedServed", Sound with { Uses = [Sound.Uses[0] with { Quantity = 7 }] } },
        { "dispatchStock", Sound with { Transfers = [Sound.Transfers[0] with { Quantity = 11 }] } },
        { "dispatchStock", Sound with { Transfers = [Sound.Transfers[0] with { Day = 1 }] } },
        { "servedStock", Sound with { Transfers = [] } },
        { "servedStock", Sound with { Transfers = [Sound.Transfers[0] with { Quantity = 6 }] } },
        { "proofObjective", Sound with { Proof = Sound.Proof with { Levels = [new(FlowPlan.Level, 15, 15)] } } },
        { "proofBound", Sound with { Proof = Sound.Proof with { Levels = [new(FlowPlan.Level, 16, 17)] } } },
    };

    [Fact]
    public void A_sound_plan_passes()
    {
        Assert.Empty(new FlowAuditor().Audit(Problem, Sound));
        Assert.Equal(16, new FlowAuditor().Evaluate(Problem, Sound));
    }

    [Theory]
    [MemberData(nameof(Mutations), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_found(string rule, FlowPlan plan) =>
        Assert.Contains(new FlowAuditor().Audit(Problem, plan), violation => violation.Rule == rule);

    [Fact]
    public void Plans_of_random_problems_pass()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            WeightedAllocation problem = RandomWeighted.Create(seed);
            FlowPlan plan = new FlowPlanner().Plan(problem, new FlowOptions { WorkLimit = 20 }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(new FlowAuditor().Audit(problem, plan));
        }
    }

    [Fact]
    public void Rules_that_only_the_other_planner_knows_are_refused()
    {
        AllocationProblem plain = Problem.Problem;
        AllocationProblem[] others =
        [
            plain with { Reserves = [new StockReserve(0, 0, 5, -1)] },
            plain with { Offers = [new SupplyOffer(0, 0, 1, 1, 1)] },
            plain with { Lanes = [.. plain.Lanes.Select(lane => lane with { MinimumUnits = 2 })] },
            plain with { Demands = [.. plain.Demands.Select(demand => demand with { Alternatives = [new DemandAlternative(demand.Needs, 2)] })] },
        ];
        foreach ((AllocationProblem other, string named) in others.Zip(["Reserves", "Offers", "MinimumUnits", "Demands[0].Alternatives"]))
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(
                () => new FlowPlanner().Plan(Problem with { Problem = other }, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        }
    }
}
