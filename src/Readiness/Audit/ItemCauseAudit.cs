using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks the causes of missing units: the limit that is named must exist where the units would come from, and the units, too.</summary>
/// <remarks>
/// The units that a limit is said to keep from the needs of a class are units of the item that nobody as urgent uses; those that more urgent needs are said to use up are not used by
/// needs of the same class; and all units said to be anywhere are no more than there are.
/// </remarks>
internal sealed class ItemCauseAudit
{
    private readonly AuditContext context;
    private readonly IssueAudit issues;
    private readonly PurchaseAudit purchases;
    private readonly Dictionary<int, bool[]> upstream = [];

    // Units by item and class (1 to 4): used in kits, issued or used by recipes, said to be kept away by a limit, by more urgent needs, by equal ones.
    private readonly long[,] kits;
    private readonly long[,] issued;
    private readonly long[,] byLimit;
    private readonly long[,] byPriority;
    private readonly long[,] byFairness;

    // Units by item that are said to be on offer and not bought.
    private readonly long[] byBudget;

    public ItemCauseAudit(AuditContext context, WorkTable table, long[] heads, IssueAudit issues, PurchaseAudit purchases)
    {
        this.context = context;
        this.issues = issues;
        this.purchases = purchases;
        int items = context.District.Items.Length;
        kits = new long[items, 5];
        issued = new long[items, 5];
        byLimit = new long[items, 5];
        byPriority = new long[items, 5];
        byFairness = new long[items, 5];
        byBudget = new long[items];
        AddKits(table, heads);
        for (int position = 0; position < issues.Needs.Length; position++)
        {
            issued[issues.Needs[position].Item, issues.Needs[position].PriorityClass] += issues.Issued[position].Sum();
        }

        foreach (AuditedRecipeUse use in issues.Recipes)
        {
            foreach (RecipeItem part in use.Recipe.Uses)
            {
                issued[context.Index.Items[part.Item], issues.Needs[use.Need].PriorityClass] += use.Batches * part.Quantity;
            }
        }
    }

    /// <summary>Whether a cause can be one of a missing item.</summary>
    public static bool IsOfItems(UnmetCause cause) => cause is not (UnmetCause.Staff or UnmetCause.Kit or UnmetCause.Room);

    /// <summary>Checks one entry, and remembers it for <see cref="Compare"/>.</summary>
    public void Check(UnmetNeed unmet, string subject, int day, int position)
    {
        AuditedNeed need = issues.Needs[position];
        if (!Exists(unmet.Cause, need))
        {
            context.Report(AuditRules.UnmetCauseUnsupported, subject, day, $"Nothing between the stock and the need makes {unmet.Cause} a cause.");
        }

        long[,]? sum = unmet.Cause switch
        {
            UnmetCause.Stock => null,
            UnmetCause.Priority => byPriority,
            UnmetCause.Fairness => byFairness,
            _ => byLimit,
        };
        if (sum is not null)
        {
            sum[need.Item, need.PriorityClass] += unmet.Amount;
        }

        byBudget[need.Item] += unmet.Cause == UnmetCause.Budget ? unmet.Amount : 0;
    }

    /// <summary>Compares the units that are said to be somewhere with those that are.</summary>
    public void Compare()
    {
        for (int item = 0; item < context.District.Items.Length; item++)
        {
            long onOffer = OnOffer(item);
            long supply = Supply(item) + onOffer;
            if (byBudget[item] > onOffer)
            {
                context.Report(
                    AuditRules.UnmetCauseUnsupported, context.District.Items[item].Id, null,
                    $"{byBudget[item]} units are said to be on offer and not bought; there are {onOffer}.");
            }

            long moreUrgent = 0;
            for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
            {
                moreUrgent += kits[item, priorityClass];
                long equal = issued[item, priorityClass];
                long limit = byLimit[item, priorityClass];
                long priority = byPriority[item, priorityClass];
                CompareUnits(item, priorityClass, "limits", limit, supply - moreUrgent - equal);
                CompareUnits(item, priorityClass, "more urgent needs", priority == 0 ? 0 : limit + priority, supply - equal);
                CompareUnits(item, priorityClass, "equal needs", byFairness[item, priorityClass] == 0 ? 0 : limit + priority + byFairness[item, priorityClass], supply);
                moreUrgent += equal;
            }
        }
    }

    private void CompareUnits(int item, int priorityClass, string what, long said, long there)
    {
        if (said > Math.Max(0, there))
        {
            context.Report(
                AuditRules.UnmetCauseUnsupported, context.District.Items[item].Id, null,
                $"{said} units are said to be kept from class {priorityClass} by {what}; there are {Math.Max(0, there)}.");
        }
    }

    private bool Exists(UnmetCause cause, AuditedNeed need)
    {
        Item item = context.District.Items[need.Item];
        bool[] from = Upstream(need.Place);
        IEnumerable<Lane> lanes = context.District.Lanes.Where(lane => from[context.Index.Places[lane.To]]);
        return cause switch
        {
            UnmetCause.PackSize => (item.PackSize > 1 && lanes.Any()) || Expires(item, from),
            UnmetCause.MinimumDispatch => lanes.Any(lane => lane.MinimumUnits > item.PackSize),
            UnmetCause.Budget => Enumerable.Range(0, context.District.Offers.Length)
                .Any(offer => IsOnOffer(offer, need.Item) && from[context.Index.Places[context.District.Offers[offer].To]]),
            UnmetCause.Lorry => item.LitresPerPack > 0 && lanes.Any(lane => lane.CapacityLitresPerDay is not null),
            UnmetCause.Storage => item.LitresPerPack > 0
                && context.District.Facilities.Any(facility => facility.StorageLitres is not null && from[context.Index.Places[facility.Id]]),
            UnmetCause.Reserve => context.District.Reserves.Any(reserve => reserve.Quantity > 0 && reserve.Item == item.Id && from[context.Index.Places[reserve.Place]]
                && (context.Index.Places[reserve.Place] != need.Place || !(need.PriorityClass <= reserve.LastClass))),
            UnmetCause.Expiry => Expires(item, from),

            // A lane without lead time still loads only what was there in the morning, so two of them take a day.
            UnmetCause.LeadTime => lanes.Any(lane => lane.LeadTimeDays > 0 || context.Index.Places[lane.To] != need.Place),

            // Late, or not counted on at all.
            UnmetCause.Delivery => context.District.Shipments.Any(shipment => shipment.Item == item.Id && from[context.Index.Places[shipment.To]]
                && context.District.Horizon.Contains(shipment.Arrives)
                && (context.District.Horizon.DayOf(shipment.Arrives) > 0 || (context.District.Policy.ShipmentConfidence is not null && !shipment.Arrival.IsEmpty)))
                || Enumerable.Range(0, context.District.Offers.Length).Any(offer => context.District.Offers[offer].Item == item.Id
                    && purchases.ArrivalDay(offer) > 0 && from[context.Index.Places[context.District.Offers[offer].To]]),
            _ => true,
        };
    }

    private bool Expires(Item item, bool[] from) =>
        context.District.StockLots.Any(lot => lot.Item == item.Id && lot.Expires is not null && from[context.Index.Places[lot.Place]])
        || context.District.Shipments.Any(shipment => shipment.Item == item.Id && shipment.Expires is not null && from[context.Index.Places[shipment.To]])
        || context.District.Offers.Any(offer => offer.Item == item.Id && offer.Expires is not null && from[context.Index.Places[offer.To]]);

    /// <summary>Whether an offer has lots of an item that are not bought and would come in within the horizon.</summary>
    private bool IsOnOffer(int offer, int item) => context.District.Offers[offer].Item == context.District.Items[item].Id
        && purchases.Lots[offer] < context.District.Offers[offer].MostLots && purchases.ArrivalDay(offer) < context.Days;

    private long OnOffer(int item) => Enumerable.Range(0, context.District.Offers.Length).Where(offer => IsOnOffer(offer, item))
        .Sum(offer => (context.District.Offers[offer].MostLots - purchases.Lots[offer]) * context.District.Offers[offer].UnitsPerLot);

    /// <summary>Places from which lanes lead to a place, itself included.</summary>
    private bool[] Upstream(int place)
    {
        if (!upstream.TryGetValue(place, out bool[]? from))
        {
            from = new bool[context.Index.PlaceIds.Length];
            from[place] = true;
            for (bool changed = true; changed;)
            {
                changed = false;
                foreach (Lane lane in context.District.Lanes)
                {
                    if (from[context.Index.Places[lane.To]] && !from[context.Index.Places[lane.From]])
                    {
                        from[context.Index.Places[lane.From]] = true;
                        changed = true;
                    }
                }
            }

            upstream[place] = from;
        }

        return from;
    }

    private long Supply(int item)
    {
        string id = context.District.Items[item].Id;
        return context.District.StockLots.Where(lot => lot.Item == id).Sum(lot => lot.Quantity)
            + context.District.Shipments.Where(shipment => shipment.Item == id && context.District.Horizon.Contains(shipment.Arrives)).Sum(shipment => shipment.Quantity)
            + purchases.Arrivals().Where(bought => context.District.Offers[bought.Offer].Item == id).Sum(bought => bought.Units);
    }

    private void AddKits(WorkTable table, long[] heads)
    {
        foreach (AuditedWork work in table.Works)
        {
            for (int line = 0; line < work.Lines.Length; line++)
            {
                if (work.Lines[line].Kit < 0)
                {
                    continue;
                }

                long worn = 0;
                for (int shift = 0; shift < work.Shifts.Length; shift++)
                {
                    for (int day = 0; day < work.Days; day++)
                    {
                        worn += heads[work.Slot(line, shift, day)];
                    }
                }

                foreach (KitItem entry in context.District.Kits[work.Lines[line].Kit].Items)
                {
                    kits[context.Index.Items[entry.Item], work.Lines[line].PriorityClass] += worn * entry.Quantity;
                }
            }
        }
    }
}
