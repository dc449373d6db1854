using System.Collections.Immutable;
using System.Globalization;
using Readiness.Districts.Generation;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>
/// Draws instances: facilities and warehouses in a square, stock with last usable days, shipments short of the demand, lanes with lorries. All that is drawn or computed are
/// whole numbers, and lengths are the roots of sums of squares, so that a size and a seed give the same instance on every platform.
/// </summary>
internal static class ScaleGenerator
{
    /// <summary>Costs of an unserved unit by class.</summary>
    public static readonly ImmutableArray<double> UnservedCosts = [1000, 100, 10, 1];

    /// <summary>Cost of a unit and kilometre.</summary>
    public const double CostPerKm = 0.01;

    private const int SideMetres = 100_000;
    private const int FacilitiesPerWarehouse = 25;
    private const int WarehouseLanes = 2;
    private const int NeighbourLanes = 3;
    private const int SupplyPercent = 70;
    private const int OnHandPercent = 10;
    private const int ShipmentsPerItem = 12;

    /// <summary>
    /// A lorry's volume in percent of what the facility at its end asks for on an average day. Calibrated once, so that about a third of the lorries in use are full at the
    /// optimum that HiGHS finds for 50 facilities, 10 items and 30 days.
    /// </summary>
    public const int LorryPercent = 60;

    /// <summary>Draws an instance.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="lorryPercent">Volume of a lorry in percent of the daily demand of the facility at its end; more than 0.</param>
    public static WeightedAllocation Generate(ScaleSize size, int seed, int lorryPercent = LorryPercent)
    {
        int warehouses = Math.Max(2, size.Facilities / FacilitiesPerWarehouse);
        (long X, long Y)[] points = Points(size.Facilities + warehouses, new SplitMix64(seed, stream: 1));
        int[] volumes = Numbers(size.Items, 1, 4, new SplitMix64(seed, stream: 2));
        ImmutableArray<SupplyDemand> demands = Demands(size, new SplitMix64(seed, stream: 3));
        var problem = new AllocationProblem
        {
            Days = size.Days,
            Places = [.. points.Select((_, p) => string.Create(CultureInfo.InvariantCulture, $"{(p < size.Facilities ? 'F' : 'W')}{p}"))],
            Items = [.. volumes.Select((volume, i) => new AllocationItem(string.Create(CultureInfo.InvariantCulture, $"I{i}"), 1, volume))],
            Levels = [.. UnservedCosts.Select((_, c) => new DemandLevel(string.Create(CultureInfo.InvariantCulture, $"class{c + 1}"), FairnessRule.MaximumFill))],
            Demands = demands,
            Lots = Lots(size, warehouses, demands, new SplitMix64(seed, stream: 4)),
            Lanes = Lanes(size, warehouses, points, volumes, demands, lorryPercent, new SplitMix64(seed, stream: 5)),
        };
        return new WeightedAllocation(problem, UnservedCosts, CostPerKm);
    }

    private static (long X, long Y)[] Points(int count, SplitMix64 random)
    {
        var points = new (long X, long Y)[count];
        for (int p = 0; p < count; p++)
        {
            long x = random.Below(SideMetres + 1);
            points[p] = (x, random.Below(SideMetres + 1));
        }

        return points;
    }

    private static int[] Numbers(int count, int least, int most, SplitMix64 random)
    {
        int[] numbers = new int[count];
        for (int k = 0; k < count; k++)
        {
            numbers[k] = least + random.Below(most - least + 1);
        }

        return numbers;
    }

    // A facility has a size, an item a usual amount; a class asks on every other day.
    private static ImmutableArray<SupplyDemand> Demands(ScaleSize size, SplitMix64 random)
    {
        int[] sizes = Numbers(size.Facilities, 1, 10, random);
        int[] amounts = Numbers(size.Items, 1, 5, random);
        var demands = ImmutableArray.CreateBuilder<SupplyDemand>();
        for (int p = 0; p < size.Facilities; p++)
        {
            for (int i = 0; i < size.Items; i++)
            {
                ImmutableArray<ItemNeed> needs = [new ItemNeed(i, 1)];
                for (int t = 0; t < size.Days; t++)
                {
                    for (int c = 0; c < UnservedCosts.Length; c++)
                    {
                        bool asks = random.Below(2) == 0;
                        int units = 1 + random.Below(sizes[p] * amounts[i]);
                        if (asks)
                        {
                            demands.Add(new SupplyDemand(p, t, c, units, needs));
                        }
                    }
                }
            }
        }

        return demands.ToImmutable();
    }

    // Of each item 10 % of the demand lies in facilities and warehouses on day 0, half of it with a last usable day within the horizon; 60 % come in
    // shipments on any day, two out of three to warehouses, half of the shipments with that last usable day if it is yet to come.
    private static ImmutableArray<SupplyLot> Lots(ScaleSize size, int warehouses, ImmutableArray<SupplyDemand> demands, SplitMix64 random)
    {
        long[] wanted = new long[size.Items];
        foreach (SupplyDemand demand in demands)
        {
            wanted[demand.Needs[0].Item] += demand.Units;
        }

        int places = size.Facilities + warehouses;
        var lots = ImmutableArray.CreateBuilder<SupplyLot>();
        for (int i = 0; i < size.Items; i++)
        {
            int expiry = (size.Days / 4) + random.Below(Math.Max(1, size.Days / 2));
            int[] weights = Numbers(places, 0, 9, random);
            foreach ((int p, long units) in Shared(wanted[i] * OnHandPercent / 100, weights))
            {
                AddLot(p, units, 0);
            }

            int[] shipments = Numbers(ShipmentsPerItem * warehouses, 1, 9, random);
            foreach ((_, long units) in Shared((wanted[i] * SupplyPercent / 100) - (wanted[i] * OnHandPercent / 100), shipments))
            {
                bool isWarehouse = random.Below(3) > 0;
                int p = isWarehouse ? size.Facilities + random.Below(warehouses) : random.Below(size.Facilities);
                AddLot(p, units, random.Below(size.Days));
            }

            void AddLot(int p, long units, int day)
            {
                bool keeps = random.Below(2) == 0 || day > expiry;
                if (units > 0)
                {
                    lots.Add(new SupplyLot(p, i, units, day, keeps ? int.MaxValue : expiry));
                }
            }
        }

        return lots.ToImmutable();
    }

    // What is rounded are the sums of the first one, two, three: so the whole total is given out.
    private static IEnumerable<(int Index, long Units)> Shared(long total, int[] weights)
    {
        long sum = Math.Max(1, weights.Sum(static weight => (long)weight));
        long reached = 0;
        long given = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            reached += weights[k];
            long upTo = reached * total / sum;
            yield return (k, upTo - given);
            given = upTo;
        }
    }

    // Into each facility: the two nearest warehouses in 0 to 3 days, the three nearest facilities in 1 to 3.
    private static ImmutableArray<TransportLane> Lanes(
        ScaleSize size, int warehouses, (long X, long Y)[] points, int[] volumes, ImmutableArray<SupplyDemand> demands, int lorryPercent, SplitMix64 random)
    {
        long[] volumeOf = new long[size.Facilities];
        foreach (SupplyDemand demand in demands)
        {
            volumeOf[demand.Place] += demand.Units * volumes[demand.Needs[0].Item];
        }

        var lanes = ImmutableArray.CreateBuilder<TransportLane>();
        for (int p = 0; p < size.Facilities; p++)
        {
            long capacity = Math.Max(volumes.Max(), volumeOf[p] * lorryPercent / (100L * size.Days));
            foreach (int q in Nearest(points, p, size.Facilities, warehouses, WarehouseLanes))
            {
                lanes.Add(new TransportLane(q, p, random.Below(4), capacity, Km(points[p], points[q])));
            }

            foreach (int q in Nearest(points, p, 0, size.Facilities, NeighbourLanes))
            {
                lanes.Add(new TransportLane(q, p, 1 + random.Below(3), capacity, Km(points[p], points[q])));
            }
        }

        return lanes.ToImmutable();
    }

    private static int[] Nearest((long X, long Y)[] points, int p, int first, int count, int wanted) =>
    [
        .. Enumerable.Range(first, count).Where(q => q != p).OrderBy(q => Square(points[p], points[q])).ThenBy(static q => q).Take(wanted),
    ];

    // Whole hundreds of metres.
    private static double Km((long X, long Y) a, (long X, long Y) b) => Math.Round(Math.Sqrt(Square(a, b)) / 100) / 10;

    private static long Square((long X, long Y) a, (long X, long Y) b) => ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));
}
