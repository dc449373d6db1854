using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning;

/// <summary>The district's policy decides how places share scarce items.</summary>
public class ItemSharingTests
{
    [Theory]
    [InlineData(SharingRule.MaxMin, 6, 6)]
    [InlineData(SharingRule.Proportional, 6, 6)]
    [InlineData(SharingRule.RiskWeighted, 9, 3)]
    public void Two_places_share_twelve_units_where_each_wants_twelve(SharingRule rule, long ward, long post)
    {
        // A missing share weighs three times as much on the ward: 3/12 there is as bad as 9/12 at the post.
        ReadinessPlan plan = Plan(TwoPlaces(rule));

        Assert.Equal((ward, post), (Issued(plan, "ward"), Issued(plan, "post")));
    }

    [Theory]
    [InlineData(SharingRule.MaxMin, 4, 2)]
    [InlineData(SharingRule.MaximumFill, 12, 0)]
    public void A_small_lorry_takes_what_the_policy_asks_for(SharingRule rule, long gowns, long beds)
    {
        // It takes four litres a day: four gowns or one bed, where four of each are wanted every day.
        District district = TwoPlaces(rule);
        ReadinessPlan plan = Plan(district with
        {
            Items = [.. district.Items, district.Items[0] with { Id = "bed", LitresPerPack = 4 }],
            StockLots = [new StockLot("clinic", "gown", 99), new StockLot("clinic", "bed", 99)],
            Lanes = [new Lane("clinic", "post", 0, 4)],
            BurnRates = [new BurnRate("gowns", "post", "gown", 2, PerDay: 4), new BurnRate("beds", "post", "bed", 2, PerDay: 4)],
        });

        Assert.Equal((gowns, beds), (Issued(plan, "gowns"), Issued(plan, "beds")));
    }

    [Fact]
    public void The_joint_planner_follows_the_policy_too()
    {
        ReadinessPlan plan = new ReadinessPlanner().Plan(
            TwoPlaces(SharingRule.RiskWeighted), new PlannerOptions { WorkLimit = 1, Threads = 1 }, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.Equal((9, 3), (Issued(plan, "ward"), Issued(plan, "post")));
    }

    private static ReadinessPlan Plan(District district)
    {
        ReadinessPlan plan = new SequentialPlanner().Plan(
            district, new SequentialOptions { WorkLimit = 1, Threads = 1, PlanSupplies = true }, progress: null, TestContext.Current.CancellationToken);
        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        return plan;
    }

    private static long Issued(ReadinessPlan plan, string need) => plan.Decisions.Issues.Where(issue => issue.Need == need).Sum(issue => issue.Quantity);

    private static District TwoPlaces(SharingRule rule)
    {
        District district = TwoHotels.Make(nearRooms: 5, farRooms: 5);
        Facility clinic = district.Facilities[0];
        return district with
        {
            Policy = district.Policy with { ItemSharing = rule },
            CandidateSites = [],
            Duties = [],
            Facilities = [clinic with { RiskWeight = 3 }, clinic with { Id = "post" }],
            Lanes = [new Lane("clinic", "post", 0)],
            StockLots = [new StockLot("clinic", "gown", 12)],
            BurnRates =
            [
                new BurnRate("ward", "clinic", "gown", 2, PerDay: 4),
                new BurnRate("post", "post", "gown", 2, PerDay: 4),
            ],
        };
    }
}
