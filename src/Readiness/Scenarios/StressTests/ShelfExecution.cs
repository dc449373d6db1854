using Readiness.Audit;
using Readiness.Districts;
using Readiness.Supplies.Risks;

namespace Readiness.Scenarios.StressTests;

/// <summary>Carries out day by day what a plan equips, hands out and dispatches, cut down to what is there.</summary>
/// <remarks>
/// The order of a day is that of <see cref="Plans.PlanDecisions"/>. Where a shelf does not do for all, kits and then other needs of a class come before those of less urgent ones; what is
/// needed beyond what the plan expected comes last of all. Nothing that was cut down is made up for later.
/// </remarks>
internal sealed class ShelfExecution
{
    private readonly PlannedSupplies planned;
    private readonly FutureNeeds needs;
    private readonly int[] present;
    private readonly int items;
    private readonly DatedStock[] shelves;
    private readonly List<(int Shelf, int Last, long Units)>[] coming;
    private readonly List<(int Shelf, int Last, long Units)> delivered = [];
    private int nextTransfer;

    public ShelfExecution(PlannedSupplies planned, FutureNeeds needs, int[] present)
    {
        this.planned = planned;
        this.needs = needs;
        this.present = present;
        District district = needs.Context.District;
        items = district.Items.Length;
        shelves = [.. Enumerable.Range(0, needs.Context.Index.PlaceIds.Length * items).Select(static _ => new DatedStock())];
        coming = [.. Enumerable.Range(0, needs.Context.Days).Select(static _ => new List<(int, int, long)>())];
        foreach ((int shelf, int day, int last, long units) in planned.OnHand)
        {
            coming[day].Add((shelf, last, units));
        }

        foreach ((Shipment shipment, int day, long units) in DeliveryAudit.Of(district))
        {
            int shelf = needs.Context.Index.Places[shipment.To] * items + needs.Context.Index.Items[shipment.Item];
            coming[day].Add((shelf, shipment.Expires is { } last ? district.Horizon.DayOf(last) : ShelfStock.Never, units));
        }

        Heads = new int[needs.Table.Slots];
        Unequipped = new int[Heads.Length];
        ShortItem = new int[Heads.Length];
        Dispatched = new long[planned.Transfers.Count];
        Issued = [.. needs.Items.Select(_ => new long[needs.Context.Days])];
        OfRecipe = new long[planned.Recipes.Length];
    }

    /// <summary>Heads at work, by slot.</summary>
    public int[] Heads { get; }

    /// <summary>Heads who came and find no kit, by slot.</summary>
    public int[] Unequipped { get; }

    /// <summary>The item that they lack, by slot.</summary>
    public int[] ShortItem { get; }

    /// <summary>Units sent, by transfer of the plan.</summary>
    public long[] Dispatched { get; }

    /// <summary>Units handed out, by need and day.</summary>
    public long[][] Issued { get; }

    /// <summary>Units of needs served, by recipe use of the plan.</summary>
    public long[] OfRecipe { get; }

    /// <summary>Units of a need served by recipes on a day.</summary>
    public long Substituted(int need, int day) => planned.RecipesOf(need, day).Sum(use => OfRecipe[use]);

    public void Run()
    {
        int crew = 0;
        for (int day = 0; day < coming.Length; day++)
        {
            Receive(coming[day]);
            Dispatch(day, sameDay: true);
            Receive(delivered);
            for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
            {
                for (; crew < planned.Crews.Length && planned.Crews[crew].Day == day && planned.Crews[crew].PriorityClass == priorityClass; crew++)
                {
                    Equip(planned.Crews[crew]);
                }

                ServePlanned(day, priorityClass);
            }

            ServeUnforeseen(day);
            Dispatch(day, sameDay: false);
        }
    }

    private void Receive(List<(int Shelf, int Last, long Units)> arrivals)
    {
        foreach ((int shelf, int last, long units) in arrivals)
        {
            shelves[shelf].Add(last, units);
        }

        arrivals.Clear();
    }

    private void Dispatch(int day, bool sameDay)
    {
        for (; nextTransfer < Dispatched.Length && planned.Transfers[nextTransfer].Day == day
            && (!sameDay || planned.Transfers[nextTransfer].LeadDays == 0); nextTransfer++)
        {
            AuditedTransfer transfer = planned.Transfers[nextTransfer];
            DatedStock shelf = shelves[transfer.From * items + transfer.Item];
            int usableOn = day + transfer.LeadDays;
            long pack = needs.Context.District.Items[transfer.Item].PackSize;
            long units = Math.Min(transfer.Quantity, shelf.Usable(usableOn)) / pack * pack;
            if (units >= needs.Context.District.Lanes[transfer.Lane].MinimumUnits)
            {
                List<(int Shelf, int Last, long Units)>? receiver = sameDay ? delivered : usableOn < coming.Length ? coming[usableOn] : null;
                shelf.Take(units, usableOn, receiver, transfer.To * items + transfer.Item);
                Dispatched[nextTransfer] = units;
            }
        }
    }

    private void Equip(Crew crew)
    {
        long come = long.MaxValue;
        for (int line = 0; line < crew.Slots.Length; line++)
        {
            int required = needs.Table.Works[crew.Work].Lines[crew.Lines[line]].Required[crew.Day];
            come = Math.Min(come, Math.Min(present[crew.Slots[line]], required) / crew.Heads[line]);
        }

        long equipped = come;
        int lacking = -1;
        foreach ((int item, long units) in crew.Kit)
        {
            long there = shelves[crew.Place * items + item].Usable(crew.Day) / units;
            (equipped, lacking) = there < equipped ? (there, item) : (equipped, lacking);
        }

        foreach ((int item, long units) in crew.Kit)
        {
            shelves[crew.Place * items + item].Take(equipped * units, crew.Day);
        }

        for (int line = 0; line < crew.Slots.Length; line++)
        {
            Heads[crew.Slots[line]] = (int)equipped * crew.Heads[line];
            Unequipped[crew.Slots[line]] = (int)(come - equipped) * crew.Heads[line];
            ShortItem[crew.Slots[line]] = lacking;
        }
    }

    private void ServePlanned(int day, int priorityClass)
    {
        for (int need = 0; need < needs.Items.Length; need++)
        {
            if (needs.Items[need].PriorityClass != priorityClass)
            {
                continue;
            }

            long required = needs.Items[need].Required[day];
            long regular = Math.Min(required, planned.Issued[need][day]);
            Issued[need][day] = Take(need, regular, day);
            long left = required - regular;
            foreach (int use in planned.RecipesOf(need, day))
            {
                left -= Substitute(use, Math.Min(left, (long)((decimal)planned.Recipes[use].Recipe.MostShare * required)));
            }
        }
    }

    private void ServeUnforeseen(int day)
    {
        foreach (int need in planned.NeedsByClass)
        {
            long unforeseen = needs.Items[need].Required[day] - planned.Required[need][day];
            if (unforeseen > 0)
            {
                Issued[need][day] += Take(need, unforeseen, day);
            }
        }
    }

    private long Take(int need, long units, int day)
    {
        DatedStock shelf = shelves[needs.Items[need].Place * items + needs.Items[need].Item];
        long taken = Math.Min(units, shelf.Usable(day));
        shelf.Take(taken, day);
        return taken;
    }

    /// <summary>Serves units by a recipe, as many as there are batches for; returns those that were asked for.</summary>
    private long Substitute(int use, long most)
    {
        AuditedRecipeUse planning = planned.Recipes[use];
        long units = Math.Min(planning.Units, most);
        long possible = (units + planning.Recipe.Serves - 1) / planning.Recipe.Serves;
        int place = needs.Items[planning.Need].Place;
        foreach (RecipeItem part in planning.Recipe.Uses)
        {
            possible = Math.Min(possible, shelves[place * items + needs.Context.Index.Items[part.Item]].Usable(planning.Day) / part.Quantity);
        }

        foreach (RecipeItem part in planning.Recipe.Uses)
        {
            shelves[place * items + needs.Context.Index.Items[part.Item]].Take(possible * part.Quantity, planning.Day);
        }

        OfRecipe[use] = Math.Min(units, possible * planning.Recipe.Serves);
        return units;
    }
}
