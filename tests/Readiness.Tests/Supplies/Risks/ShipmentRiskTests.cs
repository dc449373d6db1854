using CsCheck;
using Readiness.Supplies;
using Readiness.Supplies.Risks;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies.Risks;

/// <summary>What fixed plans risk.</summary>
public sealed class ShipmentRiskTests
{
    [Fact]
    public void A_late_shipment_is_missed_by_whoever_waits_for_it()
    {
        // Ten come to the store on day 0 with 0.7, on day 1 with 0.2 and never with 0.1; two of them are wanted there on day 0, six at the centre on day 1.
        AllocationProblem problem = Store(3, 1, new TransportLane(0, 1, LeadTimeDays: 1), demands: [Need(0, 0, 3), Need(1, 1, 6)]) with
        {
            Shipments = [new SupplyShipment(0, 0, 10, 0, [new(0, 0.7), new(1, 0.2)])],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([3L, 6L], plan.Served);

        ShipmentRisk risk = Evaluate(problem, plan);

        Assert.True(risk.Exact);
        Assert.Equal(3, risk.Outcomes);
        ItemShortfall missing = Assert.Single(risk.Items);
        Assert.Equal((0, 0, 0.0, 0.0), (missing.Level, missing.Item, missing.PlannedUnmet, missing.StandardError));
        Assert.Equal(0.3 * (2 + 6), missing.ExpectedUnmet, 12);
        Assert.Equal([(0, 0), (1, 1)], risk.StockOuts.Select(chance => (chance.Place, chance.Day)));
        Assert.All(risk.StockOuts, chance => Assert.Equal(0.3, chance.Probability, 12));
    }

    [Fact]
    public void A_dispatch_is_cut_to_whole_packs_and_to_nothing_below_the_least_dispatch()
    {
        AllocationProblem problem = Store(2, 5, new TransportLane(0, 1), pack: 2, demands: [Need(1, 1, 8)]) with
        {
            Shipments = [new SupplyShipment(0, 0, 3, 0, [new(0, 0.5)])],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal(2, Evaluate(problem, plan).Items[0].ExpectedUnmet, 12);
        AllocationProblem coarse = problem with { Lanes = [problem.Lanes[0] with { MinimumUnits = 6 }] };
        Assert.Equal(4, Evaluate(coarse, Solve(coarse)).Items[0].ExpectedUnmet, 12);
    }

    [Fact]
    public void Caution_serves_less_for_sure_and_risks_nothing()
    {
        AllocationProblem problem = Store(4, 2, new TransportLane(0, 1), demands: [Need(0, 1, 5), Need(0, 3, 5)]) with
        {
            Shipments = [new SupplyShipment(0, 0, 8, 1, [new(0, 0.5), new(2, 0.5)])],
        };
        ShipmentRisk bold = Evaluate(problem, Solve(problem));
        ShipmentRisk cautious = Evaluate(problem, Solve(problem with { ShipmentConfidence = 0.9 }));
        Assert.Equal((0, 1.5), (bold.Items[0].PlannedUnmet, bold.Items[0].ExpectedUnmet));
        Assert.Equal((3, 3), (cautious.Items[0].PlannedUnmet, cautious.Items[0].ExpectedUnmet));
        Assert.Empty(cautious.StockOuts);
    }

    [Fact]
    public void Every_way_in_which_shipments_turn_out_is_carried_out_as_if_by_hand() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 3]).Sample(
            sample =>
            {
                AllocationProblem problem = RandomShipments.Add(Varied(RandomAllocation.Tiny(sample.Item1), sample.Item1, sample.Item2), sample.Item1);
                SupplyPlan plan = Solve(problem);

                ShipmentRisk risk = Evaluate(problem, plan);

                var missing = new Dictionary<(int, int), double>();
                var stockOuts = new SortedDictionary<(int, int, int), double>();
                double total = 0;
                foreach ((double probability, SupplyLot[] lots) in Combinations(problem).Where(way => way.Probability > 1e-12))
                {
                    total += probability;
                    (long[] served, HashSet<(int, int, int)> without) = UnitByUnit.Run(problem, plan, lots);
                    foreach ((SupplyDemand demand, int j) in problem.Demands.Select((demand, j) => (demand, j)))
                    {
                        foreach (ItemNeed need in demand.Needs)
                        {
                            (int, int) key = (demand.Level, need.Item);
                            missing[key] = missing.GetValueOrDefault(key) + (probability * need.Quantity * (demand.Units - served[j]));
                        }
                    }

                    foreach ((int, int, int) at in without)
                    {
                        stockOuts[at] = stockOuts.GetValueOrDefault(at) + probability;
                    }
                }

                Assert.Equal(1, total, 9);
                Assert.True(risk.Exact);
                Assert.All(risk.Items, item => Assert.Equal(missing[(item.Level, item.Item)], item.ExpectedUnmet, 9));
                Assert.All(risk.Items, item => Assert.True(item.ExpectedUnmet >= item.PlannedUnmet - 1e-9));
                Assert.Equal(stockOuts.Keys, risk.StockOuts.Select(chance => (chance.Place, chance.Item, chance.Day)));
                Assert.All(risk.StockOuts, chance => Assert.Equal(stockOuts[(chance.Place, chance.Item, chance.Day)], chance.Probability, 9));
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void Draws_come_near_the_exact_figures_and_are_the_same_for_a_seed()
    {
        AllocationProblem problem = Store(6, 4, new TransportLane(0, 1), demands: [.. Enumerable.Range(0, 6).Select(day => Need(day % 2, day, 5))]) with
        {
            Shipments = [.. Enumerable.Range(0, 5).Select(day => new SupplyShipment(0, 0, 5, day, [new(0, 0.5), new(1, 0.3), new(3, 0.1, 0.5)]))],
        };
        SupplyPlan plan = Solve(problem);
        ShipmentRisk exact = Evaluate(problem, plan);
        var draws = new ShipmentRiskOptions { MostOutcomes = 1, Samples = 2_000, Seed = 7, TimeLimit = TimeSpan.FromMinutes(5) };

        ShipmentRisk drawn = Evaluate(problem, plan, draws);

        Assert.Equal((true, false, 2_000), (exact.Exact, drawn.Exact, drawn.Outcomes));
        Assert.InRange(drawn.Items[0].StandardError, 0.001, 1);
        Assert.InRange(drawn.Items[0].ExpectedUnmet, exact.Items[0].ExpectedUnmet - (5 * drawn.Items[0].StandardError), exact.Items[0].ExpectedUnmet + (5 * drawn.Items[0].StandardError));
        ShipmentRisk again = Evaluate(problem, plan, draws);
        Assert.Equal(drawn.Items, again.Items);
        Assert.Equal(drawn.StockOuts, again.StockOuts);
        Assert.NotEqual(drawn.Items, Evaluate(problem, plan, draws with { Seed = 8 }).Items);
    }

    [Fact]
    public void What_cannot_be_evaluated_is_refused()
    {
        AllocationProblem problem = Store(2, 5, new TransportLane(0, 1), demands: [Need(0, 1, 8)]);
        SupplyPlan plan = Solve(problem);
        Assert.Contains("servedStock", Assert.Throws<ArgumentException>(() => Evaluate(problem, plan with { Served = [8] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate(problem, plan, new ShipmentRiskOptions { Samples = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate(problem, plan, new ShipmentRiskOptions { MostOutcomes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate(problem, plan, new ShipmentRiskOptions { Seed = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate(problem, plan, new ShipmentRiskOptions { TimeLimit = TimeSpan.Zero }));
        Assert.Throws<OperationCanceledException>(() => new ShipmentRiskEvaluator().Evaluate(problem, plan, cancellationToken: new CancellationToken(canceled: true)));
    }

    private static ShipmentRisk Evaluate(AllocationProblem problem, SupplyPlan plan, ShipmentRiskOptions? options = null) =>
        new ShipmentRiskEvaluator().Evaluate(problem, plan, options, TestContext.Current.CancellationToken);

    private static AllocationProblem Varied(AllocationProblem problem, int seed, int kind) => kind switch
    {
        1 => RandomAllocation.WithAlternatives(problem, seed),
        2 => RandomAllocation.WithMinimum(problem, seed),
        3 => problem with { Offers = [new SupplyOffer(0, 0, 2, 2, 1, AvailableDay: 1)], Budgets = [new PurchaseBudget(1)] },
        _ => problem,
    };

    private static IEnumerable<(double Probability, SupplyLot[] Lots)> Combinations(AllocationProblem problem)
    {
        IEnumerable<(double Probability, SupplyLot[] Lots)> all = [(1, [.. problem.Lots])];
        foreach (SupplyShipment shipment in problem.Shipments)
        {
            var arrivals = shipment.Arrivals.IsEmpty ? [new ShipmentArrival(0, 1)] : shipment.Arrivals;
            all =
            [
                .. all.SelectMany(before => arrivals
                    .Select(arrival => (before.Probability * arrival.Probability, (SupplyLot[])
                    [
                        .. before.Lots,
                        new SupplyLot(shipment.Place, shipment.Item, (long)Math.Floor(shipment.Quantity * (decimal)arrival.Share), shipment.AnnouncedDay + arrival.DelayDays, shipment.LastUsableDay),
                    ]))
                    .Append((before.Probability * (1 - arrivals.Sum(arrival => arrival.Probability)), before.Lots))),
            ];
        }

        return all;
    }
}
