using Readiness.Assessment;
using Readiness.Plans;

namespace Readiness.Tests.Assessment;

public sealed class DecisionComparerTests
{
    private static readonly DateOnly Day = new(2020, 1, 24);

    [Fact]
    public void Decisions_that_differ_are_counted_and_listed()
    {
        PlanDecisions first = new(
            [new SiteOpening("same", Day, Day, []), new SiteOpening("closed", Day, Day, [new Admission("z", Day, 4)]), new SiteOpening("fuller", Day, Day, [])],
            [new Assignment("stays", "d", "l", Day, "s"), new Assignment("moves", "d", "l", Day, "s"), new Assignment("rests", "d", "l", Day, "s"), new Assignment("moves", "d", "l", Day.AddDays(1), "s")],
            [new PlannedShipment("i", "a", "b", Day, Day, 10), new PlannedShipment("i", "a", "c", Day, Day, 10), new PlannedShipment("i", "a", "d", Day, Day, 10)],
            [], [])
        {
            Purchases = [new PlannedPurchase("same", 1), new PlannedPurchase("less", 3)],
            Substitutions = [new SubstitutedIssue("n", "i", "r", Day, 4), new SubstitutedIssue("n", "i", "other", Day, 1)],
        };
        PlanDecisions other = new(
            [new SiteOpening("same", Day, Day, []), new SiteOpening("fuller", Day, Day, [new Admission("z", Day, 4)])],
            [new Assignment("stays", "d", "l", Day, "s"), new Assignment("moves", "e", "l", Day, "s"), new Assignment("comes", "d", "l", Day, "s"), new Assignment("moves", "d", "l", Day.AddDays(1), "s")],
            [new PlannedShipment("i", "a", "b", Day, Day, 10), new PlannedShipment("i", "a", "c", Day.AddDays(1), Day, 10), new PlannedShipment("i", "a", "d", Day, Day, 30), new PlannedShipment("i", "x", "b", Day, Day, 5)],
            [], [])
        {
            Purchases = [new PlannedPurchase("same", 1), new PlannedPurchase("less", 2), new PlannedPurchase("more", 5)],
            Substitutions = [new SubstitutedIssue("n", "i", "r", Day.AddDays(1), 4), new SubstitutedIssue("n", "i", "other", Day, 1)],
        };

        DecisionDifferences d = DecisionComparer.Compare(first, other, 10);
        Assert.Equal([new SiteDifference("closed", new SiteUse(Day, Day, 4), null), new SiteDifference("fuller", new SiteUse(Day, Day, 0), new SiteUse(Day, Day, 4))], d.Sites);
        Assert.Equal(
            [new ShipmentDifference("i", "a", "d", 10, 30, 1), new ShipmentDifference("i", "x", "b", 0, 5, 1), new ShipmentDifference("i", "a", "c", 10, 10, 2)], d.Shipments);
        Assert.Equal([new PersonDifference("comes", 0, 1, 0), new PersonDifference("moves", 1, 0, 0), new PersonDifference("rests", 0, 0, 1)], d.People);
        Assert.Equal((2, 3, 3, 1, 1, 1), (d.SiteCount, d.ShipmentCount, d.PeopleCount, d.MovedDays, d.AddedDays, d.ReleasedDays));

        Assert.Equal([new PurchaseDifference("less", 3, 2), new PurchaseDifference("more", 0, 5)], d.Purchases);
        Assert.Equal([new SubstitutionDifference("n", "i", "r", 4, 4, 2)], d.Substitutions);
        Assert.Equal((2, 1), (d.PurchaseCount, d.SubstitutionCount));

        DecisionDifferences cut = DecisionComparer.Compare(first, other, 1);
        Assert.Equal((2, 3, 3), (cut.SiteCount, cut.ShipmentCount, cut.PeopleCount));
        Assert.Equal((1, 1, 1), (cut.Sites.Length, cut.Shipments.Length, cut.People.Length));
        DecisionDifferences none = DecisionComparer.Compare(first, first, 10);
        Assert.Equal((0, 0, 0), (none.SiteCount, none.ShipmentCount, none.PeopleCount));
    }
}
