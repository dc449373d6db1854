using System.Collections.Immutable;
using Readiness.Supplies;
using Readiness.Tests.Audit.Mutations;

namespace Readiness.Tests.Supplies;

/// <summary>Good plans of random problems, broken on purpose at every place.</summary>
public sealed class SupplyMutationTests
{
    private static readonly string[] Rules =
    [
        "servedCount", "servedRange", "alternativeIndex", "alternativeUnique", "alternativeRange", "purchaseIndex", "purchaseUnique", "purchaseRange", "budget", "transferIndex", "transferUnique", "wholePacks", "minimumTransfer", "laneCapacity", "morningStock", "servedStock", "dispatchStock", "reserve", "storage",
        "proofLevels", "proofObjective", "proofBound",
    ];

    private readonly MutationTable table = new();

    [Fact]
    public void Every_rule_is_named_at_every_place_in_whatever_way_it_is_broken()
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            AllocationProblem problem = RandomAllocation.District(seed, centres: 2, items: 3, days: 5);
            problem = seed == 1 ? problem : RandomAllocation.WithMarket(RandomAllocation.WithRules(RandomAllocation.WithAlternatives(problem, seed), seed), seed);
            SupplyPlan plan = new SupplyPlanner().Plan(
                problem, new AllocationOptions { TimeLimit = TimeSpan.FromSeconds(1), Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(new SupplyAuditor().Audit(problem, plan));
            BreakServed(problem, plan);
            BreakAlternatives(problem, plan);
            BreakPurchases(problem, plan);
            BreakTransfers(problem, plan);
            BreakLanes(problem, plan);
            BreakStock(problem, plan);
            BreakReserves(problem, plan);
            BreakStorage(problem, plan);
            BreakProof(problem, plan);
        }

        Assert.Equal(Rules.Order(), table.Rules.Order());
        table.AssertAllCaught();
    }

    private void Try(string rule, string way, string subject, int? day, AllocationProblem problem, SupplyPlan plan) =>
        table.Add(rule, way, subject, day, new SupplyAuditor().Audit(problem, plan));

    private void BreakServed(AllocationProblem problem, SupplyPlan plan)
    {
        Try("servedCount", "a figure too few", "served", null, problem, plan with { Served = plan.Served.RemoveAt(0) });
        Try("servedCount", "a figure too many", "served", null, problem, plan with { Served = plan.Served.Add(0) });
        for (int j = 0; j < plan.Served.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            Try("servedRange", "less than nothing", $"{j}", demand.Day, problem, plan with { Served = plan.Served.SetItem(j, -1) });
            Try("servedRange", "one more than wanted", $"{j}", demand.Day, problem, plan with { Served = plan.Served.SetItem(j, demand.Units + 1) });
        }
    }

    private void BreakAlternatives(AllocationProblem problem, SupplyPlan plan)
    {
        foreach (AlternativeUse use in plan.Alternatives)
        {
            SupplyDemand demand = problem.Demands[use.Demand];
            void Replaced(string rule, string way, string subject, int? day, AlternativeUse other) =>
                Try(rule, way, subject, day, problem, plan with { Alternatives = plan.Alternatives.Replace(use, other) });
            string subject = $"{use.Demand}/{use.Alternative}";
            Replaced("alternativeIndex", "no such demand", $"{problem.Demands.Length}/{use.Alternative}", null, use with { Demand = problem.Demands.Length });
            Replaced("alternativeIndex", "no such alternative", $"{use.Demand}/{demand.Alternatives.Length}", null, use with { Alternative = demand.Alternatives.Length });
            Replaced("alternativeRange", "none", subject, demand.Day, use with { Units = 0 });
            Replaced("alternativeRange", "more than are served", $"{use.Demand}", demand.Day, use with { Units = plan.Served[use.Demand] + 1 });
            Try("alternativeUnique", "the same again", subject, demand.Day, problem, plan with { Alternatives = plan.Alternatives.Add(use) });
            DemandAlternative strict = demand.Alternatives[use.Alternative] with { MostUnits = use.Units - 1 };
            AllocationProblem stricter = problem with
            {
                Demands = problem.Demands.SetItem(use.Demand, demand with { Alternatives = demand.Alternatives.SetItem(use.Alternative, strict) }),
            };
            Try("alternativeRange", "more than the policy allows", subject, demand.Day, stricter, plan);
        }
    }

    private void BreakPurchases(AllocationProblem problem, SupplyPlan plan)
    {
        foreach (Purchase purchase in plan.Purchases)
        {
            SupplyOffer offer = problem.Offers[purchase.Offer];
            void Replaced(string rule, string way, string subject, int? day, Purchase other) =>
                Try(rule, way, subject, day, problem, plan with { Purchases = plan.Purchases.Replace(purchase, other) });
            Replaced("purchaseIndex", "no such offer", $"{problem.Offers.Length}", null, purchase with { Offer = problem.Offers.Length });
            Replaced("purchaseRange", "none", $"{purchase.Offer}", offer.PayDay, purchase with { Lots = 0 });
            Replaced("purchaseRange", "more than on offer", $"{purchase.Offer}", offer.PayDay, purchase with { Lots = offer.MostLots + 1 });
            Try("purchaseUnique", "the same again", $"{purchase.Offer}", offer.PayDay, problem, plan with { Purchases = plan.Purchases.Add(purchase) });
        }

        for (int b = 0; b < problem.Budgets.Length; b++)
        {
            PurchaseBudget budget = problem.Budgets[b];
            double spent = plan.Purchases.Where(purchase => budget.Covers(problem.Offers[purchase.Offer])).Sum(purchase => purchase.Lots * problem.Offers[purchase.Offer].PricePerLot);
            if (spent > 0)
            {
                AllocationProblem poorer = problem with { Budgets = problem.Budgets.SetItem(b, budget with { Amount = spent - 0.01 }) };
                Try("budget", "a smaller budget", $"{b}", null, poorer, plan);
            }
        }
    }

    private void BreakTransfers(AllocationProblem problem, SupplyPlan plan)
    {
        foreach (Transfer transfer in plan.Transfers)
        {
            long pack = problem.Items[transfer.Item].PackSize;
            Transfer[] unknown =
            [
                transfer with { Lane = -1 }, transfer with { Lane = problem.Lanes.Length }, transfer with { Item = -1 },
                transfer with { Item = problem.Items.Length }, transfer with { Day = -1 }, transfer with { Day = problem.Days },
            ];
            foreach (Transfer other in unknown)
            {
                Try("transferIndex", "no such lane, item or day", Subject(other), other.Day, problem, Replacing(plan, transfer, other));
            }

            TransportLane lane = problem.Lanes[transfer.Lane];
            AllocationProblem larger = problem with { Lanes = problem.Lanes.SetItem(transfer.Lane, lane with { MinimumUnits = transfer.Quantity + 1 }) };
            Try("minimumTransfer", "one unit too few", Subject(transfer), transfer.Day, larger, plan);
            Try("transferUnique", "the same again", Subject(transfer), transfer.Day, problem, plan with { Transfers = plan.Transfers.Add(transfer) });
            foreach (long quantity in pack > 1 ? new[] { 0, -pack, transfer.Quantity + 1, transfer.Quantity - 1 } : [0, -pack])
            {
                Try("wholePacks", "no positive number of packs", Subject(transfer), transfer.Day, problem, Replacing(plan, transfer, transfer with { Quantity = quantity }));
            }
        }
    }

    private void BreakLanes(AllocationProblem problem, SupplyPlan plan)
    {
        foreach (var load in plan.Transfers.GroupBy(transfer => (transfer.Lane, transfer.Day)))
        {
            double volume = load.Sum(transfer => transfer.Quantity / problem.Items[transfer.Item].PackSize * problem.Items[transfer.Item].VolumePerPack);
            TransportLane lane = problem.Lanes[load.Key.Lane] with { CapacityPerDay = volume - 1e-3 };
            Try("laneCapacity", "a smaller lorry", $"{load.Key.Lane}", load.Key.Day, problem with { Lanes = problem.Lanes.SetItem(load.Key.Lane, lane) }, plan);
        }

        foreach (Transfer transfer in plan.Transfers.Where(transfer => double.IsFinite(problem.Lanes[transfer.Lane].CapacityPerDay)))
        {
            long packs = (long)problem.Lanes[transfer.Lane].CapacityPerDay + 1;
            Transfer larger = transfer with { Quantity = packs * problem.Items[transfer.Item].PackSize };
            Try("laneCapacity", "a larger load", $"{transfer.Lane}", transfer.Day, problem, Replacing(plan, transfer, larger));
        }
    }

    private void BreakStock(AllocationProblem problem, SupplyPlan plan)
    {
        AllocationProblem empty = problem with { Lots = [] };
        SupplyPlan unbought = plan with { Purchases = [] };
        foreach (Transfer transfer in plan.Transfers)
        {
            string rule = problem.Lanes[transfer.Lane].LeadTimeDays == 0 ? "morningStock" : "dispatchStock";
            Transfer larger = transfer with { Quantity = transfer.Quantity + 1_000_000 * problem.Items[transfer.Item].PackSize };
            Try(rule, "more than all that there is", Subject(transfer), transfer.Day, problem, Replacing(plan, transfer, larger));
            Try(rule, "nothing is there", Subject(transfer), transfer.Day, empty, unbought);
        }

        for (int j = 0; j < plan.Served.Length; j++)
        {
            foreach (ItemNeed need in problem.Demands[j].Needs)
            {
                SupplyPlan more = plan with { Served = plan.Served.SetItem(j, 1_000_000) };
                Try("servedStock", "more than all that there is", $"{j}/{need.Item}", problem.Demands[j].Day, problem, more);
                if (plan.Served[j] > plan.Alternatives.Where(use => use.Demand == j).Sum(use => use.Units))
                {
                    Try("servedStock", "nothing is there", $"{j}/{need.Item}", problem.Demands[j].Day, empty, unbought);
                }
            }
        }
    }

    private void BreakReserves(AllocationProblem problem, SupplyPlan plan)
    {
        // Nothing expires, so that nobody may take what is on its last day.
        AllocationProblem keeping = problem with { Lots = [.. problem.Lots.Select(lot => lot with { LastUsableDay = int.MaxValue })] };
        void Breaking(string way, int place, int item, int day, int lastLevel)
        {
            StockReserve reserve = new(place, item, 1_000_000_000, lastLevel);
            Try("reserve", way, $"{place}/{item}", day, keeping with { Reserves = [reserve] }, plan);
        }

        foreach (Transfer transfer in plan.Transfers)
        {
            Breaking("a dispatch", problem.Lanes[transfer.Lane].From, transfer.Item, transfer.Day, problem.Levels.Length - 1);
        }

        for (int j = 0; j < plan.Served.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            foreach (ItemNeed need in demand.Needs.Where(_ => plan.Served[j] > plan.Alternatives.Where(use => use.Demand == j).Sum(use => use.Units)))
            {
                Breaking("a demand that may not", demand.Place, need.Item, demand.Day, demand.Level - 1);
            }
        }
    }

    private void BreakStorage(AllocationProblem problem, SupplyPlan plan)
    {
        // A lot that nobody touches is there at the end of every day; a place without room may then receive nothing.
        int item = problem.Items.Length;
        foreach (Transfer transfer in plan.Transfers)
        {
            TransportLane lane = problem.Lanes[transfer.Lane];
            AllocationProblem full = problem with
            {
                Items = problem.Items.Add(new AllocationItem("ballast", 2, 1)),
                Lots = problem.Lots.Add(new SupplyLot(lane.To, item, 20)),
                StorageLimits = [new StorageLimit(lane.To, 9.9)],
            };
            Try("storage", "a full place", $"{lane.To}", transfer.Day + lane.LeadTimeDays, full, plan);
        }
    }

    private void BreakProof(AllocationProblem problem, SupplyPlan plan)
    {
        ImmutableArray<LevelProof> levels = plan.Proof.Levels;
        SupplyPlan Proving(ImmutableArray<LevelProof> stated, Termination termination = Termination.Finished) =>
            plan with { Proof = new PlanProof(termination, stated) };

        for (int k = 0; k < levels.Length; k++)
        {
            LevelProof level = levels[k];
            double step = 1e-3 * Math.Max(1, Math.Abs(level.Objective));
            Try("proofLevels", "a level is missing", "proof", null, problem, Proving(levels.RemoveAt(k)));
            Try("proofLevels", "a level has another name", "proof", null, problem, Proving(levels.SetItem(k, level with { Level = "x" })));
            foreach (double objective in new[] { level.Objective - step, level.Objective + step, double.NaN })
            {
                Try("proofObjective", "another objective", level.Level, null, problem, Proving(levels.SetItem(k, level with { Objective = objective })));
            }

            Try("proofBound", "above the objective", level.Level, null, problem, Proving(levels.SetItem(k, level with { Bound = level.Objective + step })));
            Try("proofBound", "not a number", level.Level, null, problem, Proving(levels.SetItem(k, level with { Bound = double.NaN })));
            Try("proofBound", "optimal in spite of a gap", level.Level, null, problem, Proving(levels.SetItem(k, level with { Bound = level.Objective - step }), Termination.Optimal));
        }
    }

    private static string Subject(Transfer transfer) => $"{transfer.Lane}/{transfer.Item}";

    private static SupplyPlan Replacing(SupplyPlan plan, Transfer old, Transfer transfer) => plan with { Transfers = plan.Transfers.Replace(old, transfer) };
}
