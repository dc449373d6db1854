using Readiness.Benchmarks.Tables.Supplies.Scale;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tests.Tables.Supplies.Scale;

public sealed class ScaleEvaluatorTests
{
    // Ten units at the store until day 1, a lorry of 6 a day that takes a day, 8 wanted at the post on day 1.
    private static readonly WeightedAllocation Instance = new(
        new AllocationProblem
        {
            Days = 3,
            Places = ["store", "post"],
            Items = [new("gloves", 1, 1)],
            Levels = [new("urgent", FairnessRule.MaximumFill)],
            Lots = [new(0, 0, 10, 0, 1)],
            Lanes = [new(0, 1, 1, 6, 50)],
            Demands = [new(1, 1, 0, 8, [new(0, 1)])],
        },
        [1000],
        0.01);

    private static readonly ScaleFlows Sound = new([new(0, 0, 0, 1, 6)], [new(1, 0, 1, 1, 6)], [6]);

    [Fact]
    public void Sound_flows_pass_and_cost_what_they_cost()
    {
        Assert.Empty(ScaleEvaluator.Faults(Instance, Sound));
        Assert.Equal((2 * 1000) + (6 * 0.5), ScaleEvaluator.Objective(Instance, Sound), 1e-9);
        Assert.Equal((1, 1), ScaleEvaluator.Lorries(Instance.Problem, Sound));
    }

    public static TheoryData<string> Mutations => ["overloaded", "too late", "from nothing", "not served", "more than wanted", "negative", "no lane", "wrong label", "count"];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Every_mutation_is_found(string mutation)
    {
        ScaleFlows broken = mutation switch
        {
            "overloaded" => new ScaleFlows([new(0, 0, 0, 1, 8)], [new(1, 0, 1, 1, 8)], [8]),
            "too late" => Sound with { Transfers = [new(0, 0, 1, 1, 6)] },
            "from nothing" => Sound with { Transfers = [] },
            "not served" => Sound with { Uses = [new(1, 0, 1, 1, 5)] },
            "more than wanted" => Sound with { Served = [9] },
            "negative" => Sound with { Transfers = [new(0, 0, 0, 1, -1)] },
            "no lane" => Sound with { Transfers = [new(1, 0, 0, 1, 6)] },
            "wrong label" => Sound with { Transfers = [new(0, 0, 0, 3, 6)] },
            _ => Sound with { Served = [] },
        };

        Assert.NotEmpty(ScaleEvaluator.Faults(Instance, broken));
    }

    [Fact]
    public void What_comes_on_a_day_is_not_sent_on_without_lead_time_on_that_day()
    {
        var chain = new WeightedAllocation(
            new AllocationProblem
            {
                Days = 1,
                Places = ["a", "b", "c"],
                Items = [new("gloves", 1, 1)],
                Levels = [new("urgent", FairnessRule.MaximumFill)],
                Lots = [new(0, 0, 5)],
                Lanes = [new(0, 1), new(1, 2)],
                Demands = [new(2, 0, 0, 5, [new(0, 1)])],
            },
            [1000],
            0);
        Assert.NotEmpty(ScaleEvaluator.Faults(chain, new ScaleFlows([new(0, 0, 0, 1, 5), new(1, 0, 0, 1, 5)], [new(2, 0, 0, 1, 5)], [5])));
    }
}
