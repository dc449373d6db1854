using System.Collections.Immutable;
using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

/// <summary>Substitutes and extended use: other recipes for a demand.</summary>
public sealed class AlternativeTests
{
    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(4, 10, 6)]
    [InlineData(0, 6, 6)]
    public void A_substitute_is_used_only_where_the_item_is_short(long respirators, long served, long substituted)
    {
        // One reusable mask serves two, and there are three of them.
        AllocationProblem problem = Ward(respirators, masks: 3, units: 10, new DemandAlternative([new(1, 1)], 2));
        SupplyPlan plan = Solve(problem);
        Assert.Equal([served], plan.Served);
        Assert.Equal(substituted > 0 ? [new AlternativeUse(0, 0, substituted)] : [], plan.Alternatives);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        Assert.Equal(substituted, plan.Proof.Levels.Single(level => level.Level == "substituted").Objective, 1e-9);
    }

    [Fact]
    public void Several_substitutes_can_make_one_unit()
    {
        AllocationProblem problem = Ward(respirators: 1, masks: 8, units: 5, new DemandAlternative([new(1, 3)]));
        SupplyPlan plan = Solve(problem);
        Assert.Equal([3L], plan.Served);
        Assert.Equal([new AlternativeUse(0, 0, 2)], plan.Alternatives);
    }

    [Theory]
    [InlineData(long.MaxValue, 10, 6)]
    [InlineData(3, 8, 2)]
    [InlineData(0, 7, 0)]
    public void Extended_use_stretches_what_there_is_up_to_the_allowed_share(long most, long served, long extended)
    {
        // Seven respirators for ten heads: two may share one. Three pairs and four alone need all seven; one pair and six alone are eight heads.
        AllocationProblem problem = Ward(respirators: 7, masks: 0, units: 10, new DemandAlternative([new(0, 1)], 2, most));
        SupplyPlan plan = Solve(problem);
        long used = plan.Served[0] - plan.Alternatives.Sum(use => use.Units) + plan.Alternatives.Sum(use => (use.Units + 1) / 2);
        Assert.InRange(used, 0, 7);
        Assert.Equal(served, plan.Served[0]);
        Assert.Equal(extended, plan.Alternatives.Sum(use => use.Units));
    }

    [Fact]
    public void The_better_alternative_is_taken_first()
    {
        AllocationProblem problem = Ward(respirators: 0, masks: 4, units: 4, new DemandAlternative([new(1, 1)], Weight: 2), new DemandAlternative([new(1, 1)], MostUnits: 3));
        Assert.Equal([new AlternativeUse(0, 0, 1), new AlternativeUse(0, 1, 3)], Solve(problem).Alternatives);
    }

    [Fact]
    public void A_more_urgent_level_takes_the_substitute_from_a_less_urgent_one_but_not_for_convenience()
    {
        AllocationProblem problem = Ward(respirators: 2, masks: 3, units: 4, new DemandAlternative([new(1, 1)])) with
        {
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
        };
        problem = problem with { Demands = problem.Demands.Add(Need(0, 0, 3, level: 1, item: 1)) };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([4L, 1L], plan.Served);
        Assert.Equal([new AlternativeUse(0, 0, 2)], plan.Alternatives);
    }

    [Fact]
    public void Fill_rates_count_a_substituted_unit_as_served()
    {
        AllocationProblem problem = Ward(respirators: 2, masks: 2, units: 4, new DemandAlternative([new(1, 1)])) with { Levels = [new("need", FairnessRule.MaxMin)] };
        SupplyPlan plan = Solve(problem);
        SupplyEvaluation evaluation = new SupplyAuditor().Evaluate(problem, plan);
        Assert.Equal([new PairFillRate(0, 0, 4, 4)], evaluation.Levels[0].Rates);
        Assert.Equal(2, evaluation.Substituted);
    }

    [Fact]
    public void Every_broken_rule_of_alternatives_is_named()
    {
        AllocationProblem problem = Ward(respirators: 4, masks: 3, units: 10, new DemandAlternative([new(1, 1)], 2, 6));
        SupplyPlan plan = Solve(problem);
        ImmutableArray<AlternativeUse> sound = plan.Alternatives;
        Assert.Equal([new AlternativeUse(0, 0, 6)], sound);
        void Named(string rule, params AlternativeUse[] uses) => Assert.Contains(rule, Rules(problem, plan with { Alternatives = [.. uses] }));
        Named("alternativeIndex", sound[0] with { Demand = 1 });
        Named("alternativeIndex", sound[0] with { Demand = -1 });
        Named("alternativeIndex", sound[0] with { Alternative = 1 });
        Named("alternativeUnique", sound[0] with { Units = 3 }, sound[0] with { Units = 3 });
        Named("alternativeRange", sound[0] with { Units = 0 });
        Named("alternativeRange", sound[0] with { Units = 7 });
        Named("alternativeRange", sound[0] with { Units = 11 });

        // With less of a substitute the respirators do not suffice; with more than there is, the masks do not.
        Named("servedStock", sound[0] with { Units = 5 });
        Named("servedStock");
        Assert.Contains("servedStock", Rules(problem with { Lots = [problem.Lots[0], problem.Lots[1] with { Quantity = 2 }] }, plan));
        Assert.Contains("proofObjective", Rules(problem with { Demands = [problem.Demands[0] with { Alternatives = [new([new(1, 1)], 2, 6, 2)] }] }, plan));
        Assert.Contains("proofLevels", Rules(problem with { Demands = [problem.Demands[0] with { Alternatives = [] }] }, plan));
    }

    [Fact]
    public void Mistakes_in_alternatives_are_named_at_once()
    {
        AllocationProblem problem = Ward(
            1, 1, 4, new DemandAlternative([], 1, -1, 0), new DemandAlternative([new(9, 1), new(0, 0), new(0, 1)]), new DemandAlternative([new(0, 1)], 0), new DemandAlternative([new(0, long.MaxValue)]));
        problem = problem with { Levels = [new("substituted", FairnessRule.MaximumFill)] };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        const string Name = "Demands[0].Alternatives";
        Assert.All(
            [
                $"{Name}[0].Needs", $"{Name}[0].MostUnits", $"{Name}[0].Weight", $"{Name}[1].Needs[0].Item", $"{Name}[1].Needs[1].Quantity", $"{Name}[1].Needs[2].Item",
                $"{Name}[2].UnitsPerBatch", $"{Name}[3].Needs[0].Quantity", "Levels[0].Name",
            ],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static AllocationProblem Ward(long respirators, long masks, long units, params DemandAlternative[] alternatives) => new()
    {
        Days = 1,
        Places = ["ward"],
        Items = [new("respirator"), new("mask")],
        Levels = [new("need", FairnessRule.MaximumFill)],
        Lots = [new(0, 0, respirators), new(0, 1, masks)],
        Demands = [Need(0, 0, units) with { Alternatives = [.. alternatives] }],
    };
}
