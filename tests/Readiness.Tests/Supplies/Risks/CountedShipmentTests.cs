using System.Collections.Immutable;
using CsCheck;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies.Risks;

/// <summary>What a plan may count on of shipments that may be late.</summary>
public sealed class CountedShipmentTests
{
    private static readonly SupplyShipment Late = new(0, 0, 100, 2, [new(0, 0.6), new(3, 0.3), new(5, 0.05, 0.29)]);

    // One of the confidences is the sum of two probabilities, which rounding makes a little more.
    private static readonly Gen<double?> Confidence = Gen.OneOf(Gen.Const((double?)null), Gen.Double[0.01, 1].Select(value => (double?)value), Gen.Const((double?)0.3));

    [Theory]
    [InlineData(null, "2:100")]
    [InlineData(0.5, "2:100")]
    [InlineData(0.6, "2:100")]
    [InlineData(0.61, "5:100")]
    [InlineData(0.9, "5:100")]
    [InlineData(0.95, "7:29")]
    [InlineData(0.96, "")]
    public void A_unit_is_counted_on_from_the_day_by_which_it_is_likely_enough_to_have_arrived(double? confidence, string counted) =>
        Assert.Equal(counted, string.Join(' ', Late.CountedOn(confidence).Select(lot => FormattableString.Invariant($"{lot.AvailableDay}:{lot.Quantity}"))));

    [Fact]
    public void A_shipment_that_may_be_cut_is_counted_on_in_parts()
    {
        // A fifth arrives for sure, on the second day if not on the first; all of it with 0.7.
        var shipment = new SupplyShipment(0, 0, 50, 0, [new(0, 0.7), new(1, 0.3, 0.2)], LastUsableDay: 4);
        var slow = new SupplyShipment(0, 0, 50, 0, [new(0, 0.5, 0.2), new(1, 0.2), new(2, 0.3)]);
        Assert.Equal([new SupplyLot(0, 0, 10, 0), new SupplyLot(0, 0, 40, 2)], slow.CountedOn(0.5));
        Assert.Equal([new SupplyLot(0, 0, 50, 0, 4)], shipment.CountedOn(0.7));
        Assert.Equal([new SupplyLot(0, 0, 10, 1, 4)], shipment.CountedOn(0.99));
        Assert.Throws<ArgumentOutOfRangeException>(() => shipment.CountedOn(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => shipment.CountedOn(1.01));
    }

    [Fact]
    public void Higher_confidence_never_counts_on_a_unit_earlier_and_every_count_keeps_the_chance_constraint() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[0.01, 1], Gen.Double[0.01, 1]).Sample(
            sample =>
            {
                SupplyShipment shipment = RandomShipments.Shipment(new Random(sample.Item1), places: 1, items: 1, days: 6);
                (double low, double high) = (Math.Min(sample.Item2, sample.Item3), Math.Max(sample.Item2, sample.Item3));
                for (int day = 0; day < 12; day++)
                {
                    long bold = By(shipment, low, day);
                    Assert.InRange(By(shipment, high, day), 0, bold);
                    Assert.InRange(By(shipment, null, day), 0, day >= shipment.AnnouncedDay ? shipment.Quantity : 0);

                    // The most units that are likely enough, no more and no fewer.
                    Assert.True(bold == 0 || Probability(shipment, bold, day) >= low - 1e-9);
                    Assert.True(bold == shipment.Quantity || Probability(shipment, bold + 1, day) < low);
                }
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void Plans_pass_an_audit_that_counts_for_itself() =>
        Gen.Select(Gen.Int[0, 1_000_000], Confidence).Sample(
            sample =>
            {
                AllocationProblem problem = RandomShipments.Add(RandomAllocation.Tiny(sample.Item1), sample.Item1) with { ShipmentConfidence = sample.Item2 };
                SupplyPlan plan = Solve(problem);
                AllocationProblem counted = problem.Counted();
                Assert.Empty(counted.Shipments);
                Assert.Equal(
                    problem.Lots.Sum(lot => lot.Quantity) + problem.Shipments.Sum(shipment => shipment.Quantity), counted.Lots.Sum(lot => lot.Quantity));
                Assert.Equal(Solve(counted).Served, plan.Served);
                Assert.Equal(
                    Enumerable.Range(0, plan.Served.Length).Sum(j => problem.Demands[j].Units - plan.Served[j]),
                    new SupplyExplainer().Explain(problem, plan, cancellationToken: TestContext.Current.CancellationToken).Sum(shortage => shortage.Unserved));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void A_plan_that_counts_on_what_may_be_late_fails_the_audit_of_a_more_cautious_one()
    {
        AllocationProblem problem = Store(8, 0, new TransportLane(0, 1), demands: [Need(0, 2, 40)]) with { Shipments = [Late] };
        SupplyPlan bold = Solve(problem);
        Assert.Equal([40L], bold.Served);
        Assert.Contains("servedStock", Rules(problem with { ShipmentConfidence = 0.8 }, bold));
        Assert.Equal([0L], Solve(problem with { ShipmentConfidence = 0.8 }).Served);

        // What is not counted on in time is a delivery that comes too late.
        Shortage shortage = Assert.Single(new SupplyExplainer().Explain(
            problem with { ShipmentConfidence = 0.97 }, Solve(problem with { ShipmentConfidence = 0.97 }), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal([new CauseShare(ShortageCause.Delivery, 40)], shortage.Causes);
    }

    [Fact]
    public void Mistakes_in_shipments_are_named_at_once()
    {
        AllocationProblem problem = Store(8, 0, new TransportLane(0, 1)) with
        {
            ShipmentConfidence = 0,
            Shipments = [new(2, 1, -1, -1, [new(-1, 0, 0), new(4000, 1.2, 2)]), new(0, 0, 1, 0, default), new(0, 0, 1, 0, [new(0, 0.6), new(1, 0.5)])],
        };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            [
                "ShipmentConfidence", "Shipments[0].Place", "Shipments[0].Item", "Shipments[0].Quantity", "Shipments[0].AnnouncedDay", "Shipments[0].Arrivals[0].DelayDays",
                "Shipments[0].Arrivals[0].Probability", "Shipments[0].Arrivals[0].Share", "Shipments[0].Arrivals[1].DelayDays", "Shipments[0].Arrivals[1].Probability",
                "Shipments[0].Arrivals[1].Share", "Shipments[1].Arrivals must be initialised", "Shipments[2].Arrivals have probabilities that add up to 1.1",
            ],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static long By(SupplyShipment shipment, double? confidence, int day) =>
        shipment.CountedOn(confidence).Where(lot => lot.AvailableDay <= day).Sum(lot => lot.Quantity);

    private static double Probability(SupplyShipment shipment, long units, int day) => shipment.Arrivals.IsEmpty
        ? day >= shipment.AnnouncedDay ? 1 : 0
        : shipment.Arrivals.Where(arrival => shipment.AnnouncedDay + arrival.DelayDays <= day && Math.Floor(shipment.Quantity * (decimal)arrival.Share) >= units).Sum(arrival => arrival.Probability);
}
