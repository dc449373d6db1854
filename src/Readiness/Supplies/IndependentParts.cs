using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Splits a problem into independent parts: the connected components over (place, item), with offers that share a budget joined.</summary>
internal static class IndependentParts
{
    /// <summary>The parts; lots and pins for which there is no demand are in a part of their own.</summary>
    public static ImmutableArray<IndependentPart> Of(AllocationProblem problem)
    {
        int items = problem.Items.Length;
        int[] parent = [.. Enumerable.Range(0, Math.Max(1, problem.Places.Length * items))];
        JoinLanes(problem, parent);
        JoinStorage(problem, parent);
        JoinBudgets(problem, parent);
        JoinDemands(problem, parent);

        // One part per component with demand; everything else cannot change the plan.
        var partOf = new SortedDictionary<int, List<int>>();
        var rest = new List<int>();
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            if (demand.Units == 0)
            {
                rest.Add(j);
                continue;
            }

            int root = Find(parent, (demand.Place * items) + demand.Needs[0].Item);
            if (!partOf.TryGetValue(root, out List<int>? members))
            {
                partOf[root] = members = [];
            }

            members.Add(j);
        }

        ILookup<int, SupplyLot> lots = problem.Lots.ToLookup(lot => Find(parent, (lot.Place * items) + lot.Item));
        ILookup<int, int> offers = Enumerable.Range(0, problem.Offers.Length).ToLookup(o => Find(parent, (problem.Offers[o].Place * items) + problem.Offers[o].Item));
        ILookup<int, Transfer> pins = problem.Pins.ToLookup(pin => Find(parent, (problem.Lanes[pin.Lane].From * items) + pin.Item));
        var parts = ImmutableArray.CreateBuilder<IndependentPart>();
        foreach ((int root, List<int> members) in partOf)
        {
            parts.Add(Part(problem, [.. lots[root]], [.. members], [.. offers[root]], [.. pins[root]]));
        }

        ImmutableArray<SupplyLot> unused = [.. lots.Where(group => !partOf.ContainsKey(group.Key)).SelectMany(group => group)];
        if (unused.Length > 0 || rest.Count > 0 || parts.Count == 0)
        {
            parts.Add(Part(problem, unused, [.. rest], [], [.. pins.Where(group => !partOf.ContainsKey(group.Key)).SelectMany(group => group)]));
        }

        return parts.ToImmutable();
    }

    // A lane carries an item from place to place, and its capacity couples the items that have a volume.
    private static void JoinLanes(AllocationProblem problem, int[] parent)
    {
        int items = problem.Items.Length;
        foreach (TransportLane lane in problem.Lanes)
        {
            int coupled = -1;
            for (int item = 0; item < items; item++)
            {
                Join(parent, (lane.From * items) + item, (lane.To * items) + item);
                if (!double.IsPositiveInfinity(lane.CapacityPerDay) && problem.Items[item].VolumePerPack > 0)
                {
                    if (coupled >= 0)
                    {
                        Join(parent, (lane.From * items) + coupled, (lane.From * items) + item);
                    }

                    coupled = item;
                }
            }
        }
    }

    private static void JoinStorage(AllocationProblem problem, int[] parent)
    {
        int items = problem.Items.Length;
        foreach (StorageLimit limit in problem.StorageLimits)
        {
            int[] stored = [.. Enumerable.Range(0, items).Where(item => problem.Items[item].VolumePerPack > 0)];
            for (int k = 1; k < stored.Length; k++)
            {
                Join(parent, (limit.Place * items) + stored[0], (limit.Place * items) + stored[k]);
            }
        }
    }

    private static void JoinBudgets(AllocationProblem problem, int[] parent)
    {
        int items = problem.Items.Length;
        var book = new OfferBook(problem);
        for (int budget = 0; budget < problem.Budgets.Length; budget++)
        {
            int[] paid = [.. book.CountingFor(budget).Select(o => (problem.Offers[o].Place * items) + problem.Offers[o].Item)];
            foreach (int pair in paid.Skip(1))
            {
                Join(parent, paid[0], pair);
            }
        }
    }

    private static void JoinDemands(AllocationProblem problem, int[] parent)
    {
        int items = problem.Items.Length;
        foreach (SupplyDemand demand in problem.Demands)
        {
            foreach (ItemNeed need in demand.Needs.Concat(demand.Alternatives.SelectMany(other => other.Needs)).Where(_ => demand.Units > 0))
            {
                Join(parent, (demand.Place * items) + demand.Needs[0].Item, (demand.Place * items) + need.Item);
            }
        }
    }

    private static IndependentPart Part(AllocationProblem problem, ImmutableArray<SupplyLot> lots, int[] demands, int[] offers, ImmutableArray<Transfer> pins)
    {
        AllocationProblem part = problem with
        {
            Lots = lots,
            Pins = pins,
            Demands = [.. demands.Select(j => problem.Demands[j])],
            Offers = [.. offers.Select(o => problem.Offers[o])],
        };
        return new IndependentPart(part, demands, offers, ObjectiveStage.All(problem));
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] != x)
        {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }

        return x;
    }

    private static void Join(int[] parent, int a, int b)
    {
        int rootA = Find(parent, a);
        int rootB = Find(parent, b);
        parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }
}
