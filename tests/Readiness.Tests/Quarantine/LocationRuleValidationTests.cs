using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

public sealed class LocationRuleValidationTests
{
    private static readonly LocationProblem Valid = new()
    {
        Sites = [new("a", 1, Class: "hotel"), new("b", 1, Opening: OpeningRule.MustOpen)],
        Customers = [new("x", [1])],
        AssignmentCosts = [1, 1],
        Distances = [1, 2],
        SiteDistances = [0, 5, 5, 0],
    };

    public static TheoryData<string, LocationProblem> Faults => new()
    {
        { "Objectives is missing; Unserved must be the first", Valid with { Objectives = default } },
        { "Objectives is [Cost]; Unserved must be the first", Valid with { Objectives = [LocationCriterion.Cost] } },
        { "Objectives is [WorstOff]; Unserved must be the first but for WorstOff and WithoutBackup", Valid with { Objectives = [LocationCriterion.WorstOff] } },
        { "Unserved must be the first", Valid with { Objectives = [LocationCriterion.WithoutBackup, LocationCriterion.SiteCount, LocationCriterion.Unserved] } },
        { "must be a criterion and stand there once", Valid with { Objectives = [LocationCriterion.WorstOff, LocationCriterion.Unserved, LocationCriterion.WorstOff] } },
        { "must be a criterion and stand there once", Valid with { Objectives = [LocationCriterion.Unserved, LocationCriterion.Unserved] } },
        { "must be a criterion and stand there once", Valid with { Objectives = [LocationCriterion.Unserved, (LocationCriterion)9] } },
        { "Cost must be the last", Valid with { Objectives = [LocationCriterion.Unserved, LocationCriterion.Cost, LocationCriterion.SiteCount] } },
        { "MaxDistance is NaN", Valid with { MaxDistance = double.NaN } },
        { "Distances has 0 entries; a distance limit or the farthest distance needs 2", Valid with { Distances = [], MaxDistance = 3 } },
        { "Distances has 0 entries", Valid with { Distances = [], Objectives = [LocationCriterion.Unserved, LocationCriterion.Farthest] } },
        { "Distances[1] is Infinity", Valid with { Distances = [1, double.PositiveInfinity] } },
        { "Classes or an entry of it is missing", Valid with { Customers = [Valid.Customers[0] with { Classes = default }] } },
        { "LeastClearance is -1", Valid with { LeastClearance = -1 } },
        { "LeastSeparation is Infinity", Valid with { LeastSeparation = double.PositiveInfinity } },
        { "SiteDistances has 0 entries; a separation needs 4", Valid with { SiteDistances = [], LeastSeparation = 1 } },
        { "sites 0 and 1 are 5 apart one way and 6 the other", Valid with { SiteDistances = [0, 5, 6, 0] } },
        { "Clearance is NaN", Valid with { Sites = Valid.Sites.SetItem(0, Valid.Sites[0] with { Clearance = double.NaN }) } },
        { "site 1 (b) must open, but its Clearance 1 is below 2", Valid with { Sites = Valid.Sites.SetItem(1, Valid.Sites[1] with { Clearance = 1 }), LeastClearance = 2 } },
        { "sites 0 and 1 must open, but are 5 apart, less than 6", Valid with { Sites = Valid.Sites.SetItem(0, Valid.Sites[0] with { Opening = OpeningRule.MustOpen }), LeastSeparation = 6 } },
        { "LeastSites is 3; it must be from 0 to 2", Valid with { LeastSites = 3 } },
        { "LeastSites is -1", Valid with { LeastSites = -1 } },
        { "MostSites is 0; it must be at least 1", Valid with { MostSites = 0 } },
        { "ClassLimits, an entry of it or its class is missing", Valid with { ClassLimits = [new(null!)] } },
        { "ClassLimits has 2 limits for hotel", Valid with { ClassLimits = [new("hotel"), new("hotel")] } },
        { "class hotel: Least is 2; it must be from 0 to 1", Valid with { ClassLimits = [new("hotel", 2, 2)] } },
        { "class hotel: Most is 0; it must be at least 1", Valid with { ClassLimits = [new("hotel", 1, 0)] } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_named(string message, LocationProblem problem)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new SitePlanner().Plan(problem, null, null, TestContext.Current.CancellationToken));
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void The_valid_problem_has_a_plan_and_all_faults_are_named_at_once()
    {
        Assert.Equal(Termination.Optimal, new SitePlanner().Plan(Valid, null, null, TestContext.Current.CancellationToken).Proof.Termination);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new SitePlanner().Plan(
            Valid with { MaxDistance = -1, MostSites = 0, LeastClearance = double.NaN }, null, null, TestContext.Current.CancellationToken));
        Assert.Contains("MaxDistance is -1", exception.Message);
        Assert.Contains("MostSites is 0", exception.Message);
        Assert.Contains("LeastClearance is NaN", exception.Message);
    }
}
