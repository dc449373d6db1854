using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Books every head, guest and unit that a plan leaves unmet, once, with what stands in the way.</summary>
internal sealed class UnmetBooking
{
    private readonly PlanningContext context;
    private readonly SiteDecisions sites;
    private readonly CoverNeeds needs;
    private readonly HomeMonitoring home;
    private readonly RoundHeads heads;
    private readonly SpareStock spare;
    private readonly ImmutableArray<UnmetNeed>.Builder booked = ImmutableArray.CreateBuilder<UnmetNeed>();

    /// <param name="context">The plan's context.</param>
    /// <param name="sites">Site decisions.</param>
    /// <param name="needs">Heads that are required.</param>
    /// <param name="home">People in quarantine at home.</param>
    /// <param name="heads">Heads of the round.</param>
    /// <param name="spare">Units that could be taken at a place on a day without missing later.</param>
    public UnmetBooking(
        PlanningContext context, SiteDecisions sites, CoverNeeds needs, HomeMonitoring home, RoundHeads heads,
        SpareStock spare)
    {
        this.context = context;
        this.sites = sites;
        this.needs = needs;
        this.home = home;
        this.heads = heads;
        this.spare = spare;
    }

    /// <summary>The bookings: heads, then guests, then items.</summary>
    public ImmutableArray<UnmetNeed> Book(PlanDecisions decisions)
    {
        BookCover();
        BookGuests();
        BookItems(decisions);
        return booked.ToImmutable();
    }

    private void BookCover()
    {
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    BookHeads(info, task, day, shift, needs[task, day]);
                }
            }
        }
    }

    /// <summary>Heads for whom there are people but no kit lack the kit, the others lack people.</summary>
    private void BookHeads(PlanningTask info, int task, int day, int shift, int required)
    {
        int missing = required - heads.Equipped[task, day, shift];
        if (missing <= 0)
        {
            return;
        }

        string? shortItem = ShortItem(task, info, day);
        var booking = new UnmetNeed(
            UnmetKind.Cover, info.PriorityClass, context.District.Horizon.DateOf(day), info.Duty, info.Line,
            context.District.ShiftTypes[info.Shifts[shift]].Id, Item: null, missing, UnmetCause.Staff);
        int notEquipped = heads.Filled[task, day, shift] - heads.Equipped[task, day, shift];
        int unequipped = shortItem is null ? 0 : Math.Min(notEquipped, missing);
        if (unequipped > 0)
        {
            booked.Add(booking with { Amount = unequipped, Cause = UnmetCause.Kit, ShortItem = shortItem });
        }

        if (missing > unequipped)
        {
            booked.Add(booking with { Amount = missing - unequipped });
        }
    }

    /// <summary>An item of the kit of which not even one head's (or team's) quantity is to spare.</summary>
    private string? ShortItem(int task, PlanningTask info, int day)
    {
        ImmutableArray<int> wearers = info.InTeam ? context.Teams.First(team => team.Contains(task)) : [task];
        return wearers
            .Where(wearer => context.Tasks[wearer].Kit is not null)
            .SelectMany(wearer => context.District.Kits[context.Index.Kits[context.Tasks[wearer].Kit!]].Items
                .Select(item => (item.Item, Quantity: item.Quantity * Math.Max(1, context.Tasks[wearer].HeadsPerTeam))))
            .GroupBy(entry => entry.Item, entry => entry.Quantity)
            .FirstOrDefault(item => spare.Units(info.Place, context.Index.Items[item.Key], day, info.PriorityClass) < item.Sum())?.Key;
    }

    private void BookGuests()
    {
        long[,] housed = sites.Housed();
        for (int zone = 0; zone < context.District.Zones.Length; zone++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                long missing = context.Trajectory.Zones[zone].NewContacts[day] - housed[zone, day];
                if (missing > 0)
                {
                    booked.Add(new UnmetNeed(
                        UnmetKind.Guests, context.District.Policy.Quarantine.GuestClass, context.District.Horizon.DateOf(day),
                        context.District.Zones[zone].Id, Line: null, Shift: null, Item: null, missing, UnmetCause.Room));
                }
            }
        }
    }

    private void BookItems(PlanDecisions decisions)
    {
        Dictionary<(string, string, DateOnly), long> served = decisions.Issues
            .ToDictionary(issue => (issue.Need, issue.Item, issue.Day), issue => issue.Quantity);
        foreach (SubstitutedIssue issue in decisions.Substitutions)
        {
            (string, string, DateOnly) key = (issue.Need, issue.Item, issue.Day);
            served[key] = served.GetValueOrDefault(key) + issue.Units;
        }

        for (int day = 0; day < context.Days; day++)
        {
            foreach (BurnRate rate in context.District.BurnRates)
            {
                BookItem(served, rate.Id, rate.Item, day, rate.PriorityClass, context.Workload.UnitsNeeded(rate, day, home));
            }

            for (int s = 0; s < context.District.CandidateSites.Length; s++)
            {
                foreach (GuestNeed need in context.District.CandidateSites[s].GuestNeeds)
                {
                    BookItem(
                        served, context.District.CandidateSites[s].Id, need.Item, day, need.PriorityClass,
                        WorkloadModel.GuestUnits(need, sites.Guests(s, day)));
                }
            }
        }
    }

    private void BookItem(
        Dictionary<(string, string, DateOnly), long> served, string need, string item, int day, int priorityClass, long units)
    {
        DateOnly date = context.District.Horizon.DateOf(day);
        long missing = units - served.GetValueOrDefault((need, item, date));
        if (missing > 0)
        {
            booked.Add(new UnmetNeed(
                UnmetKind.Items, priorityClass, date, need, Line: null, Shift: null, item, missing, UnmetCause.Stock));
        }
    }
}
