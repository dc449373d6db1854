using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>Random allocation problems.</summary>
internal static class RandomAllocation
{
    /// <summary>A problem small enough to enumerate: two places, one or two items, two or three days.</summary>
    public static AllocationProblem Tiny(int seed)
    {
        var random = new Random(seed);
        int items = random.Next(1, 3);
        int days = items == 1 ? random.Next(2, 4) : 2;
        int levels = random.Next(1, 3);
        int lanes = random.Next(0, 3);
        return new AllocationProblem
        {
            Days = days,
            Places = ["a", "b"],
            Items = [.. Enumerable.Range(0, items).Select(i => new AllocationItem($"i{i}", random.Next(1, 3), random.Next(0, 3)))],
            Levels = [.. Enumerable.Range(0, levels).Select(l => new DemandLevel($"l{l}", random.Next(2) == 0 ? FairnessRule.MaxMin : FairnessRule.MaximumFill))],
            Lots =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SupplyLot(
                    random.Next(2), random.Next(items), random.Next(0, 4), random.Next(0, 2), random.Next(3) == 0 ? random.Next(0, days) : int.MaxValue)),
            ],
            Lanes =
            [
                .. Enumerable.Range(0, lanes).Select(l => new TransportLane(
                    l, 1 - l, random.Next(0, 2), random.Next(2) == 0 ? double.PositiveInfinity : random.Next(0, 4), random.Next(0, 3))),
            ],
            Demands =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SupplyDemand(
                    random.Next(2), random.Next(days), random.Next(levels), random.Next(1, 4),
                    [.. Enumerable.Range(0, items).Where(i => i == 0 || random.Next(2) == 0).Select(i => new ItemNeed(i, random.Next(1, 3)))],
                    random.Next(1, 3))),
            ],
            Reserves = [.. Enumerable.Range(0, random.Next(2)).Select(_ => new StockReserve(random.Next(2), random.Next(items), random.Next(1, 4), random.Next(-1, levels)))],
            StorageLimits = [.. Enumerable.Range(0, random.Next(3)).Select(place => new StorageLimit(place, random.Next(0, 5)))],
        };
    }

    /// <summary>The problem with other rules of sharing, drawn at random, and risks of its places.</summary>
    public static AllocationProblem WithRules(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        FairnessRule[] rules = Enum.GetValues<FairnessRule>();
        return problem with
        {
            Levels = [.. problem.Levels.Select(level => level with { Rule = rules[random.Next(rules.Length)] })],
            PlaceRisks = [.. problem.Places.Select(_ => new[] { 1, 0.75, 0.5, 0.2 }[random.Next(4)])],
        };
    }

    /// <summary>The problem with alternatives of some demands: other items, more of an item or less, up to a share or without limit.</summary>
    public static AllocationProblem WithAlternatives(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        int items = problem.Items.Length;
        DemandAlternative Other(SupplyDemand demand) => new(
            [
                .. Enumerable.Range(0, items).Where(_ => random.Next(2) == 0).DefaultIfEmpty(random.Next(items))
                    .Select(item => new ItemNeed(item, random.Next(1, 3))),
            ],
            random.Next(1, 4),
            random.Next(2) == 0 ? long.MaxValue : random.Next(0, (int)demand.Units + 1),
            random.Next(1, 3));
        return problem with
        {
            Demands = [.. problem.Demands.Select(demand => demand with { Alternatives = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Other(demand))] })],
        };
    }

    /// <summary>The problem with lanes that take a few units at least, or more than there are.</summary>
    public static AllocationProblem WithMinimum(AllocationProblem problem, int seed, int most = 5)
    {
        var random = new Random(seed);
        return problem with { Lanes = [.. problem.Lanes.Select(lane => lane with { MinimumUnits = random.Next(0, most + 1) })] };
    }

    /// <summary>The problem with up to two small offers, and budgets over all days and over some.</summary>
    public static AllocationProblem WithOffers(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with
        {
            Offers =
            [
                .. Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
                {
                    int day = random.Next(0, problem.Days + (random.Next(4) == 0 ? 1 : 0));
                    return new SupplyOffer(
                        random.Next(2), random.Next(problem.Items.Length), random.Next(1, 3), random.Next(0, 3), random.Next(0, 4), day,
                        random.Next(3) == 0 ? random.Next(day, problem.Days + 1) : int.MaxValue, random.Next(0, 2));
                }),
            ],
            Budgets = [.. Enumerable.Range(0, random.Next(0, 3)).Select(k => new PurchaseBudget(random.Next(0, 7), 0, k == 0 ? int.MaxValue : 0))],
        };
    }

    /// <summary>The problem with one or two transfers pinned, which may be more than there is.</summary>
    public static AllocationProblem WithPins(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        Transfer? Pin()
        {
            int lane = random.Next(Math.Max(1, problem.Lanes.Length));
            int item = random.Next(problem.Items.Length);
            int day = random.Next(problem.Days);
            long packs = random.Next(1, 3);
            return problem.Lanes.IsEmpty || day + problem.Lanes[lane].LeadTimeDays >= problem.Days ? null : new Transfer(lane, item, day, packs * problem.Items[item].PackSize);
        }

        return problem with
        {
            Pins = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pin()).OfType<Transfer>().DistinctBy(pin => (pin.Lane, pin.Item, pin.Day))],
        };
    }

    /// <summary>The problem with rules of sharing, alternatives, least dispatches and one offer, all at once.</summary>
    public static AllocationProblem WithEverything(AllocationProblem problem, int seed)
    {
        problem = WithOffers(WithMinimum(WithRules(WithAlternatives(problem, seed), seed), seed), seed);
        return problem with { Offers = [problem.Offers[0]], Demands = [.. problem.Demands.Take(2)] };
    }

    /// <summary>The district with offers of everything at the store, dear and cheap, soon and later, for a part of what is needed.</summary>
    public static AllocationProblem WithMarket(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with
        {
            Offers =
            [
                .. Enumerable.Range(0, 2 * problem.Items.Length).Select(k => new SupplyOffer(
                    random.Next(3) == 0 ? random.Next(problem.Places.Length) : 0, k / 2, random.Next(1, 40), random.Next(0, 20), random.Next(1, 50), random.Next(problem.Days),
                    random.Next(3) == 0 ? problem.Days : int.MaxValue, random.Next(problem.Days))),
            ],
            Budgets = [new PurchaseBudget(random.Next(0, 600)), new PurchaseBudget(random.Next(0, 300), 0, problem.Days / 2)],
        };
    }

    /// <summary>
    /// Two fair levels at a store and three centres whose lanes take both items on small lorries. Something comes in every day, so that
    /// the relaxation cannot take several days together.
    /// </summary>
    public static AllocationProblem Lorries(int seed)
    {
        var random = new Random(seed);
        int days = random.Next(2, 5);
        int Place() => random.Next(4);
        double Capacity() => random.Next(4) == 0 ? double.PositiveInfinity : random.Next(0, 9);
        return new AllocationProblem
        {
            Days = days,
            Places = ["store", "a", "b", "c"],
            Items = [.. Enumerable.Range(0, 2).Select(i => new AllocationItem($"i{i}", random.Next(1, 4), random.Next(0, 4)))],
            Levels = [new DemandLevel("urgent", FairnessRule.MaxMin), new DemandLevel("routine", FairnessRule.MaxMin)],
            Lots =
            [
                .. Enumerable.Range(0, 2 * days).Select(k => new SupplyLot(random.Next(2) * Place(), k % 2, 1 + random.Next(9), k / 2)),
                .. Enumerable.Range(0, 3).Select(_ => new SupplyLot(Place(), random.Next(2), random.Next(0, 12), random.Next(days), random.Next(days))),
            ],
            Lanes =
            [
                .. Enumerable.Range(1, 3).Select(place => new TransportLane(0, place, random.Next(0, 2), Capacity())),
                .. Enumerable.Range(0, random.Next(0, 3)).Select(k => new TransportLane(1 + k, 1 + ((k + 1) % 3), random.Next(0, 2), Capacity())),
            ],
            Demands =
            [
                .. Enumerable.Range(0, random.Next(4, 15)).Select(_ => new SupplyDemand(
                    Place(), random.Next(days), random.Next(2), random.Next(0, 12),
                    [.. Enumerable.Range(0, 2).Where(i => random.Next(3) > 0).DefaultIfEmpty(0).Select(i => new ItemNeed(i, random.Next(1, 4)))])),
            ],
        };
    }

    /// <summary>A store, health centres below it and posts below those, with kits, packs, expiry and lorries.</summary>
    public static AllocationProblem District(int seed, int centres = 4, int posts = 1, int items = 4, int days = 8, double scarcity = 0.7, bool withReserves = false, bool withStorage = false)
    {
        var random = new Random(seed);
        var lanes = new List<TransportLane>();
        var demands = new List<SupplyDemand>();
        var lots = new List<SupplyLot>();
        int places = 1 + (centres * (1 + posts));
        AllocationItem[] articles = [.. Enumerable.Range(0, items).Select(i => new AllocationItem($"item{i}", new[] { 1, 5, 10, 20 }[random.Next(4)], random.Next(1, 4)))];
        for (int c = 0; c < centres; c++)
        {
            int centre = 1 + c;
            lanes.Add(new TransportLane(0, centre, random.Next(0, 2), random.Next(3) == 0 ? 40 : double.PositiveInfinity, 1 + random.Next(20)));
            for (int p = 0; p < posts; p++)
            {
                lanes.Add(new TransportLane(centre, 1 + centres + (c * posts) + p, 0, double.PositiveInfinity, 1));
            }
        }

        long[] needed = new long[items];
        for (int place = 1; place < places; place++)
        {
            for (int day = 0; day < days; day++)
            {
                for (int level = 0; level < 4; level++)
                {
                    // Levels 0 and 2 cover heads in kits, 1 and 3 are single items, balanced.
                    bool kit = level % 2 == 0;
                    int first = random.Next(items);
                    int[] used = kit ? [.. Enumerable.Range(0, items).Where(i => i == first || random.Next(2) == 0)] : [first];
                    long units = random.Next(0, 12);
                    demands.Add(new SupplyDemand(place, day, level, units, [.. used.Select(i => new ItemNeed(i, kit ? 1 + random.Next(2) : 1))]));
                    foreach (ItemNeed need in demands[^1].Needs)
                    {
                        needed[need.Item] += need.Quantity * units;
                    }
                }
            }
        }

        for (int item = 0; item < items; item++)
        {
            long total = (long)(needed[item] * scarcity);
            lots.Add(new SupplyLot(0, item, total / 3, 0, random.Next(2) == 0 ? days / 2 : int.MaxValue));
            lots.Add(new SupplyLot(0, item, total / 3, days / 3));
            for (int place = 1; place < places; place++)
            {
                lots.Add(new SupplyLot(place, item, total / 3 / places, 0, random.Next(4) == 0 ? 1 + random.Next(days) : int.MaxValue));
            }
        }

        StockReserve[] reserves =
        [
            .. Enumerable.Range(0, withReserves ? places : 0).Select(place => new StockReserve(
                place, random.Next(items), random.Next(0, (int)Math.Max(1, needed.Max() / places / 2)), random.Next(-1, 3))),
        ];
        StorageLimit[] limits = [.. Enumerable.Range(1, withStorage ? places - 1 : 0).Select(place => new StorageLimit(place, random.Next(0, 60)))];
        return new AllocationProblem
        {
            Days = days,
            Reserves = [.. reserves],
            StorageLimits = [.. limits],
            Places = [.. Enumerable.Range(0, places).Select(p => $"place{p}")],
            Items = [.. articles],
            Levels = [new("cover1", FairnessRule.MaximumFill), new("items1", FairnessRule.MaxMin), new("cover2", FairnessRule.MaximumFill), new("items2", FairnessRule.MaxMin)],
            Lots = [.. lots],
            Lanes = [.. lanes],
            Demands = [.. demands],
        };
    }
}
