using System.Diagnostics;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Tests.Planning;

/// <summary>Plans of districts whose shipments may be late.</summary>
public sealed class UncertainShipmentTests
{
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(2), Threads = 1 };

    /// <summary>Nurses of class 1 wear a gown on the third day; two gowns are announced for the first, come then with 0.5, and on the third with 0.375.</summary>
    private static readonly District Ward = TwoHotels.Make(nearRooms: 5, farRooms: 5) with
    {
        CandidateSites = [],
        StockLots = [],
        Shipments = [new Shipment("gowns", "gown", "clinic", 2, TwoHotels.Date(0)) { Arrival = [new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.375)] }],
    };

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.8, 0, 1)]
    [InlineData(0.9, 0, 0)]
    public void A_plan_counts_on_a_gown_when_it_is_likely_enough_to_be_there(double? confidence, int clerks, int nurses)
    {
        ReadinessPlan plan = Plan(Apply(Ward, new SetShipmentConfidence(confidence)));
        Assert.Equal((clerks, nurses), (Assigned(plan, "desk"), Assigned(plan, "ward")));
    }

    [Fact]
    public void The_risk_of_the_plan_is_told()
    {
        ReadinessPlan plan = Plan(Ward);
        Assert.NotNull(plan.Risk);
        Assert.True(plan.Risk.Exact);
        Assert.Equal(3, plan.Risk.Outcomes);

        // One gown for a clerk on one of the first two days, which is there with 0.5, one for the nurse on the third, with 0.875.
        Assert.Equal([("gown", 1, 0.125), ("gown", 4, 0.5)], plan.Risk.Items.Select(item => (item.Item, item.PriorityClass, Math.Round(item.ExpectedMissing, 12))));
        Assert.Equal([0.5, 0.125], plan.Risk.StockOuts.Select(chance => Math.Round(chance.Probability, 12)));
        Assert.Equal(TwoHotels.Date(2), plan.Risk.StockOuts[1].Day);
        Assert.Null(Plan(TwoHotels.Make(5, 5)).Risk);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Plans_of_random_districts_keep_to_what_is_counted_on(int seed)
    {
        District district = Generate(seed);
        District cautious = Apply(district, new SetShipmentConfidence(0.9));
        ReadinessPlan bold = Plan(district);
        ReadinessPlan careful = Plan(cautious);

        Assert.All([bold, careful], plan => Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations)));
        Assert.All([bold, careful], plan => Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective)));
        Assert.NotEmpty(PlanAuditor.Audit(cautious, bold.Forecast, bold.Decisions).Violations);
        Assert.True(Missing(careful) < Missing(bold), $"{Missing(careful)} {Missing(bold)}");
    }

    [Fact]
    public void The_risk_of_a_large_district_is_drawn()
    {
        District sample = DistrictDocument.LoadSample("xishan");
        PlanningContext context = PlanningContext.Of(sample with
        {
            Shipments = [.. sample.Shipments.Select(shipment => shipment with { Arrival = [new ShipmentOutcome(0, 0.7), new ShipmentOutcome(4, 0.2)] })],
        });
        var budget = new TimeBudget(new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(100), Threads = 1 });
        var round = new PlanningRound(context, budget, static _ => { }, TestContext.Current.CancellationToken) { FirstComeFirstServed = true };
        Candidate candidate = round.Run(SitesInOrder.Choose(context, SiteOrder.Nearest), start: null, new RoundShares(0, 0.03, 0.01));

        long started = Stopwatch.GetTimestamp();
        PlanRisk? risk = SupplyRisk.Of(context, candidate, budget, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{context.Shipments.Length} shipments, {risk?.Outcomes} outcomes in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms: {risk?.Items.Sum(item => item.ExpectedMissing):F0} units, {risk?.StockOuts.Length} stock-outs");
        Assert.NotNull(risk);
        Assert.False(risk.Exact);
        Assert.NotEmpty(risk.StockOuts);
        Assert.All(risk.StockOuts, chance => Assert.InRange(chance.Probability, 0, 1));
    }

    private static double Missing(ReadinessPlan plan) => plan.Risk!.Items.Sum(item => item.ExpectedMissing);

    private static ReadinessPlan Plan(District district) => new ReadinessPlanner().Plan(district, Quick, progress: null, TestContext.Current.CancellationToken);

    private static int Assigned(ReadinessPlan plan, string duty) => plan.Decisions.Assignments.Count(assignment => assignment.Duty == duty);

    private static District Apply(District district, ScenarioChange change) => ScenarioRunner.Apply(district, new Scenario("x", [change]));

    private static District Generate(int seed)
    {
        District district = DistrictGenerator.Generate(
            new GeneratorOptions { Seed = seed, Zones = 2, FacilitiesPerZone = 2, Staff = 30, Sites = 1, Days = 8, Items = 2, Scarcity = 0.9 });
        return district with
        {
            Shipments = [.. district.Shipments.Select(shipment => shipment with
            {
                Expires = null,
                Arrival = [new ShipmentOutcome(0, 0.6), new ShipmentOutcome(2, 0.25), new ShipmentOutcome(3, 0.1, 0.5)],
            })],
        };
    }
}
