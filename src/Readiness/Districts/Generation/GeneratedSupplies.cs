namespace Readiness.Districts.Generation;

/// <summary>Stock and shipments that together cover the asked share of the expected need, and the rules of keeping them.</summary>
internal sealed class GeneratedSupplies
{
    // A good third is on hand, the rest comes in weekly shipments, or in two on a short horizon.
    private const double OnHand = 0.4;

    private const int ReservedPart = 20;
    private const double DaysOfRoom = 1;

    private readonly GeneratorOptions options;
    private readonly GeneratedWork work;
    private readonly Dictionary<string, double> litres = new(StringComparer.Ordinal);

    public GeneratedSupplies(GeneratorOptions options, GeneratedWork work)
    {
        this.options = options;
        this.work = work;
        var random = new SplitMix64(options.Seed, 5);
        foreach (Item item in work.Items)
        {
            Provide(item, random);
        }
    }

    public List<StockLot> Lots { get; } = [];

    public List<Shipment> Shipments { get; } = [];

    public List<Reserve> Reserves { get; } = [];

    /// <summary>The facilities with their room for stock.</summary>
    public IEnumerable<Facility> WithRoom(IEnumerable<Facility> facilities) => facilities.Select(facility =>
        options.StockRules && facility.Id != GeneratedPlaces.Store && litres.TryGetValue(facility.Id, out double need)
            ? facility with { StorageLitres = Math.Ceiling(need * DaysOfRoom / options.Days) }
            : facility);

    private void Provide(Item article, SplitMix64 random)
    {
        string item = article.Id;
        var needs = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (int day = 0; day < options.Days; day++)
        {
            foreach ((string place, double units) in work.ExpectedNeed(item, day))
            {
                needs[place] = needs.GetValueOrDefault(place) + units;
                litres[place] = litres.GetValueOrDefault(place) + (units * article.LitresPerPack / article.PackSize);
            }
        }

        long supply = (long)Math.Floor(needs.Values.Sum() * options.Scarcity);
        long onHand = (long)Math.Floor(supply * OnHand);
        long left = Stock(item, onHand, needs, random);
        AddLot(GeneratedPlaces.Store, item, left / 3, 2 + random.Below(options.Days));
        AddLot(GeneratedPlaces.Store, item, left - left / 3, null);
        Ship(item, supply - onHand, random);
        if (options.StockRules)
        {
            Reserves.Add(new Reserve(GeneratedPlaces.Store, item, supply / ReservedPart, LastClass: 1));
        }
    }

    /// <summary>Half of what is on hand lies at the places that use it, in proportion to their need.</summary>
    /// <returns>What is left for the store.</returns>
    private long Stock(string item, long onHand, SortedDictionary<string, double> needs, SplitMix64 random)
    {
        long left = onHand;
        double total = needs.Values.Sum();
        foreach ((string place, double units) in needs)
        {
            long here = total > 0 ? (long)Math.Floor(onHand * 0.5 * units / total) : 0;
            AddLot(place, item, here, random.Below(4) == 0 ? 1 + random.Below(options.Days) : null);
            left -= here;
        }

        return left;
    }

    private void Ship(string item, long quantity, SplitMix64 random)
    {
        int count = Math.Max(2, options.Days / 7);
        for (int number = 1; number <= count; number++)
        {
            long part = quantity * number / count - quantity * (number - 1) / count;
            int arrives = Math.Clamp(options.Days * number / (count + 1) - random.Below(2), 1, options.Days - 1);
            DateOnly date = GeneratedEpidemic.Start.AddDays(arrives);
            DateOnly? expires = random.Below(5) == 0 ? date.AddDays(3 + random.Below(options.Days)) : null;
            Shipments.Add(new Shipment($"shipment-{item}-{number}", item, GeneratedPlaces.Store, part, date, expires));
        }
    }

    private void AddLot(string place, string item, long quantity, int? lastDay)
    {
        if (quantity > 0)
        {
            Lots.Add(new StockLot(place, item, quantity, lastDay is { } day ? GeneratedEpidemic.Start.AddDays(day) : null));
        }
    }
}
