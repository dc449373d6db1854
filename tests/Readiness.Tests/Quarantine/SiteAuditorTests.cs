using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

public sealed class SiteAuditorTests
{
    private static readonly LocationProblem Problem = new()
    {
        Days = 4,
        LengthOfStay = 2,
        WholeUnits = true,
        SingleSource = false,
        Sites =
        [
            new("a", 3, OpeningCost: 5, CostPerOpenDay: 1),
            new("b", 3, OpeningCost: 2, EarliestDay: 1),
            new("c", 3, Opening: OpeningRule.Forbidden),
            new("d", 3, EarliestDay: 2, Opening: OpeningRule.MustOpen),
        ],
        Customers = [new("x", [2, 0, 2, 0]), new("y", [1, 1, 0, 1])],
        AssignmentCosts = [1, 2, 3, double.PositiveInfinity, 1, 2, 3, 4],
        Resources = [new("nurses", false, [4, 5, 9, 9], [1, 1, 1, 1], [1, 1, 1, 1]), new("kits", true, [3, 6, 12, 18], [0, 0, 0, 1], [1, 1, 1, 1])],
    };

    private static readonly SitePlan Correct = new(
        [new(0, 0, 1), new(1, 1, 3), new(3, 2, 3)],
        [new(0, 0, 0, 2), new(1, 0, 0, 1), new(0, 2, 1, 2), new(1, 3, 3, 1)],
        new PlanProof(Termination.Finished, [new("unserved", 2, 0), new("cost", 5 + 2 + 2 + 3 + 4 + 4, 0)]))
    {
        Unserved = [new(1, 1, 1, UnservedCause.SiteClosed)],
    };

    // One day, two hotels ten apart, each with a customer beside it.
    private static readonly LocationProblem OneDay = new()
    {
        Sites = [new("a", 3, Class: "hotel", Clearance: 8), new("b", 3, Class: "hotel")],
        Customers = [new("x", [2]) { Classes = ["hotel"] }, new("y", [2])],
        AssignmentCosts = [1, 10, 10, 1],
        Distances = [1, 10, 10, 1],
        SiteDistances = [0, 10, 10, 0],
    };

    private static readonly SitePlan BothOpen = new(
        [new(0, 0, 0), new(1, 0, 0)],
        [new(0, 0, 0, 2), new(1, 0, 1, 2)],
        new PlanProof(Termination.Optimal, [new("unserved", 0, 0), new("cost", 4, 4)]));

    public static TheoryData<string, string, LocationProblem> TightenedRules => new()
    {
        { "reach", "x/a", OneDay with { Distances = [3, 10, 10, 1], MaxDistance = 2 } },
        { "siteClass", "y/b", OneDay with { Customers = [OneDay.Customers[0], OneDay.Customers[1] with { Classes = ["hospital"] }] } },
        { "clearance", "a", OneDay with { LeastClearance = 9 } },
        { "separation", "a/b", OneDay with { LeastSeparation = 11 } },
        { "numberOfSites", "2", OneDay with { MostSites = 1 } },
        { "classLimit", "hotel", OneDay with { ClassLimits = [new("hotel", 0, 1)] } },
        { "proof", "levels", OneDay with { Objectives = [LocationCriterion.Unserved, LocationCriterion.SiteCount, LocationCriterion.Cost] } },
    };

    public static TheoryData<string, SitePlan> Mutations => new()
    {
        { "knownSite", Correct with { Sites = Correct.Sites.Add(new(9, 0, 1)) } },
        { "oneOpening", Correct with { Sites = Correct.Sites.Add(new(0, 3, 3)) } },
        { "forbiddenSite", Correct with { Sites = Correct.Sites.Add(new(2, 0, 0)) } },
        { "openingDays", Correct with { Sites = Correct.Sites.SetItem(1, new(1, 0, 3)) } },
        { "openingDays", Correct with { Sites = Correct.Sites.SetItem(1, new(1, 1, 4)) } },
        { "mustOpen", Correct with { Sites = Correct.Sites.SetItem(2, new(3, 3, 3)) } },
        { "mustOpen", Correct with { Sites = Correct.Sites.RemoveAt(2) } },
        { "siteClosed", Correct with { Sites = Correct.Sites.RemoveAt(0) } },
        { "siteClosed", Correct with { Sites = Correct.Sites.SetItem(0, new(0, 0, 0)) } },
        { "knownPlacement", Correct with { Placements = Correct.Placements.Add(new(0, 4, 1, 1)) } },
        { "positiveQuantity", Correct with { Placements = Correct.Placements.Add(new(1, 3, 1, 0)) } },
        { "wholeUnits", Correct with { Placements = Correct.Placements.SetItem(2, new(0, 2, 1, 1.5)) } },
        { "allowedPair", Correct with { Placements = Correct.Placements.SetItem(2, new(0, 2, 3, 2)) } },
        { "demand", Correct with { Placements = Correct.Placements.SetItem(2, new(0, 2, 1, 3)) } },
        { "capacity", Correct with { Placements = Correct.Placements.SetItem(0, new(0, 0, 0, 3)) } },
        { "resource", Correct with { Placements = Correct.Placements.SetItem(0, new(0, 0, 0, 3)) } },
        { "proof", Correct with { Proof = Correct.Proof with { Levels = [new("unserved", 1, 0), Correct.Proof.Levels[1]] } } },
        { "proof", Correct with { Proof = Correct.Proof with { Levels = [Correct.Proof.Levels[0], new("cost", 20, 21)] } } },
        { "proof", Correct with { Proof = Correct.Proof with { Levels = [Correct.Proof.Levels[0]] } } },
        { "proof", Correct with { Proof = new PlanProof(Termination.Infeasible, []) } },
        { "unservedDemand", Correct with { Unserved = [] } },
        { "unservedDemand", Correct with { Unserved = [Correct.Unserved[0] with { Quantity = 0.5 }] } },
        { "unservedDemand", Correct with { Unserved = Correct.Unserved.Add(Correct.Unserved[0]) } },
        { "unservedDemand", Correct with { Unserved = Correct.Unserved.Add(new(0, 0, 1, UnservedCause.NoRoom)) } },
        { "unservedDemand", Correct with { Unserved = Correct.Unserved.Add(new(2, 0, 1, UnservedCause.NoRoom)) } },
        { "unservedCause", Correct with { Unserved = [Correct.Unserved[0] with { Cause = UnservedCause.NoRoom }] } },
        { "unservedCause", Correct with { Unserved = [Correct.Unserved[0] with { Cause = UnservedCause.OutOfReach }] } },
    };

    [Fact]
    public void A_correct_plan_passes()
    {
        Assert.Empty(new SiteAuditor().Audit(Problem, Correct));
        // Of y, 2 of 5 unit-days stay unserved; only its last one could go to either of two sites.
        Assert.Equal(new SiteEvaluation(2, 20) { SiteCount = 3, WorstOff = 0.4, WithoutBackup = 12 }, new SiteAuditor().Evaluate(Problem, Correct));
    }

    [Theory]
    [MemberData(nameof(Mutations), DisableDiscoveryEnumeration = true)]
    public void A_broken_rule_is_named(string rule, SitePlan plan) =>
        Assert.Contains(new SiteAuditor().Audit(Problem, plan), violation => violation.Rule == rule);

    [Theory]
    [MemberData(nameof(TightenedRules), DisableDiscoveryEnumeration = true)]
    public void A_rule_that_is_tightened_is_the_only_one_broken(string rule, string subject, LocationProblem problem)
    {
        Assert.Empty(new SiteAuditor().Audit(OneDay, BothOpen));
        Assert.Equal((rule, subject), Assert.Single(new SiteAuditor().Audit(problem, BothOpen).Select(violation => (violation.Rule, violation.Subject))));
    }

    [Fact]
    public void Fewer_sites_than_asked_for_are_named()
    {
        SitePlan none = new([], [], new PlanProof(Termination.Optimal, [new("unserved", 4, 4), new("cost", 0, 0)]))
        {
            Unserved = [new(0, 0, 2, UnservedCause.SiteClosed), new(1, 0, 2, UnservedCause.SiteClosed)],
        };

        Assert.Empty(new SiteAuditor().Audit(OneDay, none));
        Assert.Equal(["numberOfSites"], new SiteAuditor().Audit(OneDay with { LeastSites = 1 }, none).Select(violation => violation.Rule));
        Assert.Equal(["classLimit"], new SiteAuditor().Audit(OneDay with { ClassLimits = [new("hotel", 1)] }, none).Select(violation => violation.Rule));
    }

    [Fact]
    public void Splitting_a_demand_breaks_single_source()
    {
        LocationProblem single = Problem with { SingleSource = true };
        SitePlan split = Correct with { Placements = Correct.Placements.SetItem(2, new(0, 2, 1, 1)) };

        Assert.Empty(new SiteAuditor().Audit(single, Correct));
        Assert.Contains(new SiteAuditor().Audit(single, split), violation => violation.Rule == "singleSource" && violation.Day == 2);
    }

    [Fact]
    public void A_stock_is_counted_over_the_days_and_a_daily_resource_day_by_day()
    {
        LocationProblem scarce = Problem with
        {
            Resources = [Problem.Resources[0] with { Available = [4, 3, 9, 9] }, Problem.Resources[1] with { Available = [3, 6, 8, 18] }],
        };

        RuleViolation[] found = [.. new SiteAuditor().Audit(scarce, Correct)];

        Assert.Equal([("nurses", 1), ("kits", 2)], found.Select(violation => (violation.Subject, violation.Day!.Value)));
    }
}
