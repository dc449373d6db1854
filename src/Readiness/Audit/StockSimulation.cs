using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>
/// Follows the stock of every place and item through the days: arrivals; transfers of lead time 0 from the morning's stock; kits,
/// then issues, then recipes; longer transfers; expiry. Whatever is asked for beyond the stock is reported, and what is there is taken.
/// </summary>
internal sealed class StockSimulation
{
    private readonly AuditContext context;
    private readonly WorkTable table;
    private readonly long[] heads;
    private readonly IssueAudit issues;
    private readonly List<AuditedTransfer> transfers;
    private readonly ILookup<int, AuditedRecipeUse> recipes;
    private readonly int items;
    private readonly ShelfStock[] shelves;
    private readonly ReserveAudit reserves;
    private readonly StorageAudit storage;
    private readonly long[] spare;
    private readonly long[] wasted;
    private readonly List<(int Shelf, int Expires, long Quantity)>[] arrivals;
    private readonly List<(int Expires, long Quantity)> taken = [];
    private readonly List<(int Shelf, int Expires, long Quantity)> delivered = [];
    private int nextTransfer;

    public StockSimulation(AuditContext context, WorkTable table, long[] heads, IssueAudit issues, List<AuditedTransfer> transfers, PurchaseAudit purchases)
    {
        this.context = context;
        this.table = table;
        this.heads = heads;
        this.issues = issues;
        this.transfers = transfers;
        items = context.District.Items.Length;
        shelves = [.. Enumerable.Range(0, context.Index.PlaceIds.Length * items).Select(_ => new ShelfStock())];
        arrivals = [.. Enumerable.Range(0, context.Days).Select(_ => new List<(int, int, long)>())];
        reserves = new ReserveAudit(context, shelves);
        storage = new StorageAudit(context, transfers);
        KitUse = new long[shelves.Length * context.Days];
        spare = new long[shelves.Length * context.Days];
        wasted = new long[spare.Length];
        foreach (StockLot lot in context.District.StockLots)
        {
            arrivals[0].Add((Shelf(context.Index.Places[lot.Place], context.Index.Items[lot.Item]), Expiry(lot.Expires), lot.Quantity));
        }

        foreach ((Shipment shipment, int day, long units) in DeliveryAudit.Of(context.District))
        {
            arrivals[day].Add((Shelf(context.Index.Places[shipment.To], context.Index.Items[shipment.Item]), Expiry(shipment.Expires), units));
        }

        foreach ((int bought, int day, long units) in purchases.Arrivals())
        {
            PurchaseOffer offer = context.District.Offers[bought];
            arrivals[day].Add((Shelf(context.Index.Places[offer.To], context.Index.Items[offer.Item]), Expiry(offer.Expires), units));
        }

        recipes = issues.Recipes.ToLookup(use => use.Day);
    }

    /// <summary>Units that the kits of the assigned heads use up, by <see cref="At"/>.</summary>
    public long[] KitUse { get; }

    /// <summary>Units that expired unused.</summary>
    public long Expired { get; private set; }

    /// <summary>Position of a place, item and day in <see cref="KitUse"/>.</summary>
    public int At(int place, int item, int day) => day * shelves.Length + Shelf(place, item);

    /// <summary>
    /// Units that a class could take after the day's uses without missing on a later day or breaking a reserve: those that expire that
    /// night, and of the others no more than every later day ends with. At times more could be taken, never less.
    /// </summary>
    public long Spare(int place, int item, int day, int priorityClass)
    {
        int at = At(place, item, day);
        return wasted[at] + Math.Min(spare[at] - wasted[at], reserves.Free(Shelf(place, item), day, priorityClass));
    }

    public void Run()
    {
        SumKits();
        RunTo(context.Days);
        HoldBackForLaterDays();
        reserves.LookAhead();
    }

    /// <summary>Follows the stock up to the morning of a day, before anything comes in.</summary>
    /// <returns>What is there, and what is on its way or comes in from then on, with the day.</returns>
    public (IEnumerable<(int Place, int Item, int Expires, long Units)> There, IEnumerable<(int Place, int Item, int Expires, long Units, int Day)> Coming) MorningOf(int day)
    {
        SumKits();
        RunTo(day);
        return (
            Enumerable.Range(0, shelves.Length).SelectMany(shelf => shelves[shelf].Lots.Select(lot => (shelf / items, shelf % items, lot.Expires, lot.Quantity))),
            Enumerable.Range(day, context.Days - day).SelectMany(later => arrivals[later].Select(lot => (lot.Shelf / items, lot.Shelf % items, lot.Expires, lot.Quantity, later))));
    }

    private void RunTo(int end)
    {
        for (int day = 0; day < end; day++)
        {
            foreach ((int shelf, int expires, long quantity) in arrivals[day])
            {
                shelves[shelf].Add(expires, quantity);
            }

            reserves.Open(day);
            DispatchSameDay(day);
            UseKits(day);
            UseIssues(day);
            UseRecipes(day);
            DispatchLonger(day);
            reserves.Close(day);
            storage.Close(day, shelves);
            for (int shelf = 0; shelf < shelves.Length; shelf++)
            {
                int at = day * shelves.Length + shelf;
                spare[at] = shelves[shelf].Usable(day);
                long expired = shelves[shelf].Expire(day);
                wasted[at] = Math.Min(expired, spare[at]);
                Expired += expired;
            }
        }
    }

    /// <summary>Turns what each day ends with into what could be taken: see <see cref="Spare"/>.</summary>
    private void HoldBackForLaterDays()
    {
        var leastLater = new long[shelves.Length];
        Array.Fill(leastLater, long.MaxValue);
        for (int at = spare.Length - 1; at >= 0; at--)
        {
            int shelf = at % shelves.Length;
            long left = spare[at];
            spare[at] = wasted[at] + Math.Min(left - wasted[at], leastLater[shelf]);
            leastLater[shelf] = Math.Min(leastLater[shelf], left);
        }
    }

    private int Shelf(int place, int item) => place * items + item;

    private int Expiry(DateOnly? date) => date is { } last ? context.District.Horizon.DayOf(last) : ShelfStock.Never;

    private void SumKits()
    {
        int[][] kitItems = [.. context.District.Kits.Select(kit => kit.Items.Select(entry => context.Index.Items[entry.Item]).ToArray())];
        foreach (AuditedWork work in table.Works)
        {
            for (int line = 0; line < work.Lines.Length; line++)
            {
                int kit = work.Lines[line].Kit;
                for (int shift = 0; shift < work.Shifts.Length && kit >= 0; shift++)
                {
                    for (int day = 0; day < work.Days; day++)
                    {
                        long count = heads[work.Slot(line, shift, day)];
                        for (int entry = 0; entry < kitItems[kit].Length && count > 0; entry++)
                        {
                            long units = count * context.District.Kits[kit].Items[entry].Quantity;
                            KitUse[At(work.Place, kitItems[kit][entry], day)] += units;
                            reserves.Use(Shelf(work.Place, kitItems[kit][entry]), day, work.Lines[line].PriorityClass, units);
                        }
                    }
                }
            }
        }
    }

    private void DispatchSameDay(int day)
    {
        delivered.Clear();
        for (; nextTransfer < transfers.Count && transfers[nextTransfer].Day == day && transfers[nextTransfer].LeadDays == 0; nextTransfer++)
        {
            Dispatch(transfers[nextTransfer], delivered);
        }

        foreach ((int shelf, int expires, long quantity) in delivered)
        {
            shelves[shelf].Add(expires, quantity);
            reserves.Deliver(shelf, day, expires, quantity);
        }
    }

    private void DispatchLonger(int day)
    {
        for (; nextTransfer < transfers.Count && transfers[nextTransfer].Day == day; nextTransfer++)
        {
            int arrival = day + transfers[nextTransfer].LeadDays;
            Dispatch(transfers[nextTransfer], arrival < context.Days ? arrivals[arrival] : null);
        }
    }

    private void Dispatch(AuditedTransfer transfer, List<(int Shelf, int Expires, long Quantity)>? arriving)
    {
        taken.Clear();
        long missing = shelves[Shelf(transfer.From, transfer.Item)].Take(transfer.Quantity, transfer.Day + transfer.LeadDays, taken);
        reserves.Dispatch(Shelf(transfer.From, transfer.Item), transfer.Day, transfer.LeadDays, transfer.Quantity - missing);
        if (missing > 0)
        {
            string subject = $"{context.District.Items[transfer.Item].Id}/{context.Index.PlaceIds[transfer.From]}/{context.Index.PlaceIds[transfer.To]}";
            context.Report(AuditRules.DispatchBeyondStock, subject, transfer.Day, $"{transfer.Quantity} units dispatched, {missing} of them not there or not usable on arrival.", missing);
        }

        int target = Shelf(transfer.To, transfer.Item);
        foreach ((int expires, long quantity) in taken)
        {
            arriving?.Add((target, expires, quantity));
        }
    }

    private void UseKits(int day)
    {
        for (int shelf = 0; shelf < shelves.Length; shelf++)
        {
            long use = KitUse[day * shelves.Length + shelf];
            long missing = use > 0 ? shelves[shelf].Take(use, day) : 0;
            if (missing > 0)
            {
                string subject = $"{context.Index.PlaceIds[shelf / items]}/{context.District.Items[shelf % items].Id}";
                context.Report(AuditRules.KitMissing, subject, day, $"The day's kits ask for {use} units, {missing} of them are not there.", missing);
            }
        }
    }

    private void UseIssues(int day)
    {
        for (int position = 0; position < issues.Needs.Length; position++)
        {
            AuditedNeed need = issues.Needs[position];
            long use = issues.Issued[position][day];
            long missing = use > 0 ? shelves[Shelf(need.Place, need.Item)].Take(use, day) : 0;
            reserves.Use(Shelf(need.Place, need.Item), day, need.PriorityClass, use - missing);
            if (missing > 0)
            {
                context.Report(AuditRules.IssueBeyondStock, $"{need.Id}/{context.District.Items[need.Item].Id}", day, $"{use} units issued, {missing} of them are not there.", missing);
            }
        }
    }

    private void UseRecipes(int day)
    {
        foreach (AuditedRecipeUse use in recipes[day])
        {
            AuditedNeed need = issues.Needs[use.Need];
            foreach (RecipeItem part in use.Recipe.Uses)
            {
                int shelf = Shelf(need.Place, context.Index.Items[part.Item]);
                long units = use.Batches * part.Quantity;
                long missing = shelves[shelf].Take(units, day);
                reserves.Use(shelf, day, need.PriorityClass, units - missing);
                if (missing > 0)
                {
                    context.Report(
                        AuditRules.RecipeBeyondStock, $"{need.Id}/{context.District.Items[need.Item].Id}/{use.Recipe.Id}", day,
                        $"The recipe takes {units} of {part.Item}, {missing} of them are not there.");
                }
            }
        }
    }
}
