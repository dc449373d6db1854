using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;

namespace Readiness.Planning;

/// <summary>Turns the kits of given heads and the needs that are not bound to a shift into an allocation problem, and its plan back.</summary>
internal sealed class SupplyTranslation
{
    // So that 0.29 of 100 units are 29.
    private const double ShareTolerance = 1e-6;

    // Pinned heads and dispatches come before all others, of whatever class.
    private const double PinnedWeight = 1e6;

    private readonly PlanningContext context;
    private readonly Keep keep;
    private readonly ImmutableArray<SupplyDemand>.Builder demands = ImmutableArray.CreateBuilder<SupplyDemand>();
    private readonly Dictionary<int, List<HeadSlot>> headSlots = [];
    private readonly Dictionary<int, (string Need, string Item)> needs = [];
    private readonly ILookup<string, Recipe> recipes;

    /// <summary>Builds the problem of equipping the heads and serving the burn rates and the guests.</summary>
    public SupplyTranslation(PlanningContext context, HeadCount heads, SiteDecisions sites, HomeMonitoring home, Keep keep = Keep.Window)
    {
        this.context = context;
        this.keep = keep;
        recipes = context.District.Recipes.ToLookup(recipe => recipe.Item);
        HeadCount pinned = RosterTranslation.Filled(context, context.Kept.Pinned);
        AddKits((task, day, shift) => Math.Min(pinned[task, day, shift], heads[task, day, shift]), isPinned: true);
        AddTeamKits((team, day, shift) => PinnedTeams(pinned, heads, team, day, shift), isPinned: true);
        AddKits((task, day, shift) => heads[task, day, shift] - Math.Min(pinned[task, day, shift], heads[task, day, shift]), isPinned: false);
        AddTeamKits((team, day, shift) => Teams(heads, team, day, shift) - PinnedTeams(pinned, heads, team, day, shift), isPinned: false);
        AddLeaving();
        AddBurnRates(home);
        AddGuestNeeds(sites);
        Problem = SupplyProblem.Of(context, demands.ToImmutable(), keep);
    }

    /// <summary>Levels of the needs that are not bound to a shift.</summary>
    public static ImmutableArray<int> ItemLevels { get; } = [.. Enumerable.Range(1, 4).Select(ItemLevel)];

    /// <summary>The problem.</summary>
    public AllocationProblem Problem { get; }

    /// <summary>Takes away the heads whose kits the plan does not serve, in the order of the day's shifts from the last.</summary>
    public HeadCount Equipped(HeadCount heads, SupplyPlan plan)
    {
        var equipped = new HeadCount(context);
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    equipped[task, day, shift] = heads[task, day, shift];
                }
            }
        }

        foreach ((int demand, List<HeadSlot> slots) in headSlots)
        {
            long served = plan.Served[demand];
            foreach (HeadSlot slot in slots)
            {
                int units = (int)Math.Min(served, slot.Units);
                served -= units;
                foreach ((int task, int headsPerUnit) in slot.Tasks)
                {
                    equipped[task, slot.Day, slot.Shift] -= (slot.Units - units) * headsPerUnit;
                }
            }
        }

        return equipped;
    }

    /// <summary>The transfers of the plan, and what is kept of a published one that leaves within the horizon and arrives after it.</summary>
    public ImmutableArray<PlannedShipment> Shipments(SupplyPlan plan) =>
        [.. context.Kept.Leaving(keep), .. plan.Transfers.Select(transfer =>
        {
            Lane lane = context.District.Lanes[transfer.Lane];
            DateOnly day = context.District.Horizon.DateOf(transfer.Day);
            return new PlannedShipment(
                context.District.Items[transfer.Item].Id, lane.From, lane.To, day, day.AddDays(lane.LeadTimeDays), transfer.Quantity);
        })];

    /// <summary>The units that the plan hands out for needs that are not bound to a shift, but for those that recipes serve.</summary>
    public ImmutableArray<StockIssue> Issues(SupplyPlan plan)
    {
        var regular = new long[plan.Served.Length];
        plan.Served.CopyTo(regular);
        foreach (AlternativeUse use in plan.Alternatives)
        {
            regular[use.Demand] -= use.Units;
        }

        return
        [
            .. needs.Where(need => regular[need.Key] > 0).OrderBy(need => need.Key)
                .Select(need => new StockIssue(need.Value.Need, need.Value.Item, DateOf(need.Key), regular[need.Key])),
        ];
    }

    /// <summary>The units that recipes serve.</summary>
    public ImmutableArray<SubstitutedIssue> Substitutions(SupplyPlan plan) =>
        [.. plan.Alternatives.Select(use => new SubstitutedIssue(
            needs[use.Demand].Need, needs[use.Demand].Item, RecipeOf(use).Id, DateOf(use.Demand), use.Units))];

    /// <summary>What the plan buys, with what is kept of a published one.</summary>
    public ImmutableArray<PlannedPurchase> Purchases(SupplyPlan plan)
    {
        long[] lots = [.. context.Kept.Lots(keep)];
        foreach (Purchase purchase in plan.Purchases)
        {
            lots[purchase.Offer] += purchase.Lots;
        }

        return [.. lots.Index().Where(offer => offer.Item > 0).Select(offer => new PlannedPurchase(context.District.Offers[offer.Index].Id, offer.Item))];
    }

    /// <summary>The plan of this problem that decisions stand for, in which every head is equipped.</summary>
    public SupplyPlan PlanOf(PlanDecisions decisions)
    {
        Dictionary<(string, string, DateOnly), long> issued = decisions.Issues.ToDictionary(issue => (issue.Need, issue.Item, issue.Day), issue => issue.Quantity);
        ILookup<(string, string, DateOnly), SubstitutedIssue> substituted = decisions.Substitutions.ToLookup(issue => (issue.Need, issue.Item, issue.Day));
        var served = new long[demands.Count];
        var alternatives = ImmutableArray.CreateBuilder<AlternativeUse>();
        for (int demand = 0; demand < served.Length; demand++)
        {
            served[demand] = demands[demand].Units;
            if (needs.TryGetValue(demand, out (string Need, string Item) need))
            {
                (string, string, DateOnly) key = (need.Need, need.Item, DateOf(demand));
                served[demand] = issued.GetValueOrDefault(key) + substituted[key].Sum(issue => issue.Units);
                foreach ((int position, Recipe recipe) in Allowed(need.Item, ClassOf(demands[demand])).Index())
                {
                    long units = substituted[key].Where(issue => issue.Recipe == recipe.Id).Sum(issue => issue.Units);
                    if (units > 0)
                    {
                        alternatives.Add(new AlternativeUse(demand, position, units));
                    }
                }
            }
        }

        return new SupplyPlan(context.Kept.Transfers(keep), [.. served], new PlanProof(Termination.Finished, [])) { Alternatives = alternatives.ToImmutable() };
    }

    /// <summary>The priority class of a demand.</summary>
    public static int ClassOf(SupplyDemand demand) => (demand.Level / 2) + 1;

    /// <summary>The recipe that an alternative stands for.</summary>
    public Recipe RecipeOf(AlternativeUse use) => Allowed(needs[use.Demand].Item, ClassOf(demands[use.Demand])).ElementAt(use.Alternative);

    /// <summary>What a need lacks on a day, for needs that are not bound to a shift.</summary>
    public Dictionary<(string Need, string Item, DateOnly Day), DemandShortage> ByNeed(ImmutableArray<Shortage> shortages) =>
        shortages.SelectMany(shortage => shortage.Demands)
            .Where(shortage => needs.ContainsKey(shortage.Demand))
            .ToDictionary(shortage => (needs[shortage.Demand].Need, needs[shortage.Demand].Item, DateOf(shortage.Demand)));

    private DateOnly DateOf(int demand) => context.District.Horizon.DateOf(demands[demand].Day);

    private void AddKits(Func<int, int, int, int> heads, bool isPinned)
    {
        var groups = new Dictionary<(int Place, int Day, string Kit, int Class), List<HeadSlot>>();
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            if (info.Kit is null || info.InTeam)
            {
                continue;
            }

            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    int count = heads(task, day, shift);
                    if (count == 0)
                    {
                        continue;
                    }

                    (int, int, string, int) key = (info.Place, day, info.Kit, info.PriorityClass);
                    if (!groups.TryGetValue(key, out List<HeadSlot>? slots))
                    {
                        groups.Add(key, slots = []);
                    }

                    slots.Add(new HeadSlot(day, shift, count, [(task, 1)]));
                }
            }
        }

        foreach (((int place, int day, string kit, int priorityClass), List<HeadSlot> slots) in groups)
        {
            AddHeads(slots, place, day, priorityClass, KitNeeds([(kit, 1)]), context.Tasks[slots[0].Tasks[0].Task].Weight, isPinned);
        }
    }

    private void AddTeamKits(Func<ImmutableArray<int>, int, int, int> wanted, bool isPinned)
    {
        foreach (ImmutableArray<int> team in context.Teams)
        {
            PlanningTask first = context.Tasks[team[0]];
            ImmutableArray<ItemNeed> needs = KitNeeds([.. team
                .Where(task => context.Tasks[task].Kit is not null)
                .Select(task => (context.Tasks[task].Kit!, context.Tasks[task].HeadsPerTeam))]);
            if (needs.IsEmpty)
            {
                continue;
            }

            ImmutableArray<(int, int)> members = [.. team.Select(task => (task, context.Tasks[task].HeadsPerTeam))];
            for (int day = 0; day < context.Days; day++)
            {
                var slots = new List<HeadSlot>();
                for (int shift = 0; shift < first.Shifts.Length; shift++)
                {
                    int teams = wanted(team, day, shift);
                    if (teams > 0)
                    {
                        slots.Add(new HeadSlot(day, shift, teams, members));
                    }
                }

                if (slots.Count > 0)
                {
                    AddHeads(slots, first.Place, day, first.PriorityClass, needs, members.Sum(member => member.Item2), isPinned);
                }
            }
        }
    }

    private int Teams(HeadCount heads, ImmutableArray<int> team, int day, int shift) =>
        heads[team[0], day, shift] / context.Tasks[team[0]].HeadsPerTeam;

    private int PinnedTeams(HeadCount pinned, HeadCount heads, ImmutableArray<int> team, int day, int shift) =>
        Math.Min(Teams(heads, team, day, shift), team.Min(task => pinned[task, day, shift] / context.Tasks[task].HeadsPerTeam));

    /// <summary>What must leave although it arrives after the horizon is missing where it comes from.</summary>
    private void AddLeaving()
    {
        foreach (PlannedShipment sent in context.Kept.Leaving(keep))
        {
            demands.Add(new SupplyDemand(
                context.Index.Places[sent.From], context.District.Horizon.DayOf(sent.Day), CoverLevel(1), 1, [new ItemNeed(context.Index.Items[sent.Item], sent.Quantity)], PinnedWeight));
        }
    }

    private void AddHeads(
        List<HeadSlot> slots, int place, int day, int priorityClass, ImmutableArray<ItemNeed> needs, double weight, bool isPinned)
    {
        headSlots.Add(demands.Count, slots);
        demands.Add(new SupplyDemand(
            place, day, CoverLevel(isPinned ? 1 : priorityClass), slots.Sum(slot => slot.Units), needs, isPinned ? PinnedWeight : weight));
    }

    private void AddBurnRates(HomeMonitoring home)
    {
        foreach (BurnRate rate in context.District.BurnRates)
        {
            for (int day = 0; day < context.Days; day++)
            {
                AddNeed(rate.Id, context.Index.Places[rate.Place], rate.Item, day, rate.PriorityClass,
                    context.Workload.UnitsNeeded(rate, day, home));
            }
        }
    }

    private void AddGuestNeeds(SiteDecisions sites)
    {
        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            CandidateSite site = context.District.CandidateSites[s];
            for (int day = 0; day < context.Days; day++)
            {
                long guests = sites.Guests(s, day);
                foreach (GuestNeed need in site.GuestNeeds)
                {
                    AddNeed(site.Id, context.Index.Places[site.Id], need.Item, day, need.PriorityClass,
                        WorkloadModel.GuestUnits(need, guests));
                }
            }
        }
    }

    private void AddNeed(string need, int place, string item, int day, int priorityClass, long units)
    {
        if (units > 0)
        {
            needs.Add(demands.Count, (need, item));
            demands.Add(new SupplyDemand(
                place, day, ItemLevel(priorityClass), units, [new ItemNeed(context.Index.Items[item], 1)])
            {
                Alternatives = [.. Allowed(item, priorityClass).Select(recipe => new DemandAlternative(
                    [.. recipe.Uses.Select(use => new ItemNeed(context.Index.Items[use.Item], use.Quantity))],
                    recipe.Serves,
                    (long)Math.Floor((recipe.MostShare * units) + ShareTolerance),
                    recipe.Weight))],
            });
        }
    }

    private IEnumerable<Recipe> Allowed(string item, int priorityClass) => recipes[item].Where(recipe => recipe.Classes.Contains(priorityClass));

    private ImmutableArray<ItemNeed> KitNeeds(ImmutableArray<(string Kit, int Heads)> kits) =>
        [.. kits
            .SelectMany(entry => context.District.Kits[context.Index.Kits[entry.Kit]].Items
                .Select(item => (Item: context.Index.Items[item.Item], Quantity: item.Quantity * entry.Heads)))
            .GroupBy(entry => entry.Item)
            .OrderBy(group => group.Key)
            .Select(group => new ItemNeed(group.Key, group.Sum(entry => entry.Quantity)))];

    private static int CoverLevel(int priorityClass) => 2 * (priorityClass - 1);

    /// <summary>Level of the needs of a class that are not bound to a shift.</summary>
    public static int ItemLevel(int priorityClass) => (2 * (priorityClass - 1)) + 1;

    /// <summary>Heads (or complete teams) of a demand in one shift, with the tasks and heads that a unit stands for.</summary>
    private sealed record HeadSlot(int Day, int Shift, int Units, ImmutableArray<(int Task, int HeadsPerUnit)> Tasks);
}
