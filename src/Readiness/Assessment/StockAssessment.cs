using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Supplies;

namespace Readiness.Assessment;

/// <summary>Days of supply of every item at every place and in the district.</summary>
internal sealed class StockAssessment
{
    private readonly PlanningContext context;
    private readonly InventoryOptions options;
    private readonly DailyAmounts units;

    // What comes in on which day, the stock on hand on day 0 before any shipment; the district's is that of all places.
    private readonly Dictionary<(int Place, int Subject), List<Lot>> lots = [];

    public StockAssessment(PlanningContext context, InventoryOptions options, DailyAmounts units)
    {
        this.context = context;
        this.options = options;
        this.units = units;
        foreach (StockLot lot in context.District.StockLots)
        {
            Add(context.Index.Places[lot.Place], context.Index.Items[lot.Item], new Lot(0, Expiry(lot.Expires), lot.Quantity, OnHand: true));
        }

        foreach (SupplyLot lot in context.Deliveries)
        {
            Add(lot.Place, lot.Item, new Lot(lot.AvailableDay, lot.LastUsableDay, lot.Quantity, OnHand: false));
        }
    }

    public IEnumerable<StockEntry> Entries() =>
        units.Keys.Union(lots.Keys).Order().Select(key => Assess(key.Place, key.Subject))
            .Where(entry => entry.OnHand > 0 || entry.Arriving > 0 || entry.Consumption > 0);

    private StockEntry Assess(int place, int item)
    {
        List<Lot> stock = lots.GetValueOrDefault((place, item)) ?? [];
        long[] need = units[place, item];
        long onHand = stock.Where(lot => lot.OnHand).Sum(lot => lot.Quantity);
        long usable = onHand - Follow(stock.Where(lot => lot.OnHand), need).Expired;
        Course course = Follow(stock, need);
        int window = Math.Min(options.WindowDays, need.Length);
        double perDay = need.Take(window).Sum() / (double)window;
        var entry = new StockEntry
        {
            Place = place == DailyAmounts.All ? null : context.Index.PlaceIds[place],
            Item = context.District.Items[item].Id,
            Light = course.Missing == 0 ? TrafficLight.Green : options.Thresholds.Supplies.LightOf(course.DaysUntilShort),
            Value = perDay > 0 ? usable / perDay : null,
            Unit = "days",
            Capacity = usable,
            Need = perDay,
            Missing = course.Missing,
            Measure = context.District.Items[item].Unit,
            OnHand = onHand,
            Arriving = stock.Where(lot => !lot.OnHand).Sum(lot => lot.Quantity),
            Expiring = course.Expired,
            Consumption = need.Sum(),
            DaysUntilShort = course.DaysUntilShort,
            FirstShort = course.Missing == 0 ? null : context.District.Horizon.DateOf(course.DaysUntilShort),
            Explanation = string.Empty,
        };
        return entry with { Explanation = Explain(entry) };
    }

    private string Explain(StockEntry entry)
    {
        if (entry.Consumption == 0)
        {
            return Words.Text($"Not used here; {entry.OnHand:N0} on hand, {entry.Arriving:N0} arriving.");
        }

        string usable = entry.Capacity < entry.OnHand
            ? Words.Text($"{entry.Capacity:N0} of {entry.OnHand:N0} usable before they expire")
            : Words.Text($"{entry.Capacity:N0} usable");
        string days = entry.Value is { } value
            ? Words.Text($"{usable} / {entry.Need:#,0.#} a day = {value:#,0.#} days of supply")
            : Words.Text($"{usable}, no use in the first {options.WindowDays} days");
        string arriving = entry.Arriving > 0 ? Words.Text($", {entry.Arriving:N0} arriving") : "";
        return entry.FirstShort is { } date
            ? Words.Text($"{days}{arriving}; short from {date:yyyy-MM-dd}, {entry.Missing:N0} of {entry.Consumption:N0} missing over {context.Days} days.")
            : Words.Text($"{days}{arriving}; lasts all {context.Days} days.");
    }

    /// <summary>Uses the stock day by day: arrivals, consumption from what expires first, expiry.</summary>
    private static Course Follow(IEnumerable<Lot> stock, long[] need)
    {
        var shelf = new ShelfStock();
        ILookup<int, Lot> arrivals = stock.ToLookup(lot => lot.Day);
        long missing = 0;
        long expired = 0;
        int daysUntilShort = need.Length;
        for (int day = 0; day < need.Length; day++)
        {
            foreach (Lot lot in arrivals[day])
            {
                shelf.Add(lot.Expires, lot.Quantity);
            }

            long shortToday = shelf.Take(need[day], day);
            if (shortToday > 0)
            {
                daysUntilShort = Math.Min(daysUntilShort, day);
                missing += shortToday;
            }

            expired += shelf.Expire(day);
        }

        return new Course(missing, expired, daysUntilShort);
    }

    private int Expiry(DateOnly? date) => date is { } last ? context.District.Horizon.DayOf(last) : ShelfStock.Never;

    private void Add(int place, int item, Lot lot)
    {
        foreach (int at in (ReadOnlySpan<int>)[place, DailyAmounts.All])
        {
            (int, int) key = (at, item);
            if (!lots.TryGetValue(key, out List<Lot>? list))
            {
                list = [];
                lots.Add(key, list);
            }

            list.Add(lot);
        }
    }

    private readonly record struct Lot(int Day, int Expires, long Quantity, bool OnHand);

    private readonly record struct Course(long Missing, long Expired, int DaysUntilShort);
}
