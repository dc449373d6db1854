using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>What of a published plan a district still allows, and what of that must stay.</summary>
internal sealed class PinnedDecisions
{
    private readonly District district;
    private readonly Dictionary<(string Slot, int Day), int> heads = [];
    private readonly Dictionary<string, SiteOpening> openings = new(StringComparer.Ordinal);

    public PinnedDecisions(District district, PlanWindow? window, PlanDecisions published, PlanDecisions possible, ImmutableArray<ForcedChange> forced)
    {
        this.district = district;
        Window = window;
        Published = published;
        Possible = possible;
        Forced = forced;
        foreach (Assignment work in possible.Assignments.Where(work => InWindow(work.Day)))
        {
            (string, int) slot = ($"{work.Duty}/{work.Line}/{work.Shift}", district.Horizon.DayOf(work.Day));
            heads[slot] = heads.GetValueOrDefault(slot) + 1;
        }

        foreach (SiteOpening opening in possible.Sites.Where(opening => window is not null && opening.OpenFrom <= window.To && opening.OpenTo >= window.From))
        {
            openings.TryAdd(opening.Site, opening);
        }
    }

    /// <summary>Carries the published plan out in the district.</summary>
    public static PinnedDecisions Of(District district, DemandForecast forecast, PublishedPlan published)
    {
        published.Validate();
        return new PublishedExecution(district, forecast, published).Run();
    }

    /// <summary>The days on which decisions stay; null if there are none.</summary>
    public PlanWindow? Window { get; }

    /// <summary>What the published plan decides within the horizon.</summary>
    public PlanDecisions Published { get; }

    /// <summary>What of it can be carried out.</summary>
    public PlanDecisions Possible { get; }

    /// <summary>What of it cannot.</summary>
    public ImmutableArray<ForcedChange> Forced { get; }

    /// <summary>Changes that no plan can do without: of what is impossible by itself, whatever else is decided.</summary>
    public int LeastChanges => Forced
        .Where(change => change.Kind switch
        {
            DecisionKind.Assignment => WorkMending.IsOfOneDecision(change.Rule)
                && (change.Rule != AuditRules.DutyNotRunning || district.Duties.Any(duty => duty.Id == change.Subject.Split('/')[1])),
            DecisionKind.Site => change.Rule is AuditRules.ClosedSiteOpen or AuditRules.UnknownSite or AuditRules.OpenedBeforeSetUp,
            DecisionKind.Shipment => change.Rule is AuditRules.UnknownItem or AuditRules.UnknownLane or AuditRules.NotWholePacks or AuditRules.MinimumDispatch,
            DecisionKind.Purchase => change.Rule is AuditRules.UnknownOffer or AuditRules.PurchaseBeyondOffer,
            _ => false,
        })
        .Select(change => change.Kind == DecisionKind.Assignment ? (change.Kind, change.Subject.Split('/')[0], change.Day) : (change.Kind, change.Subject, change.Day))
        .Distinct().Count();

    public bool InWindow(DateOnly date) => Window?.Contains(date) == true;

    /// <summary>Day on which a purchase is ordered.</summary>
    public DateOnly OrderDay(PlannedPurchase purchase) =>
        district.Offers.FirstOrDefault(offer => offer.Id == purchase.Offer)?.OrderOn ?? district.Horizon.Start;

    /// <summary>Heads that pinned assignments fill on a day, by "duty/line/shift".</summary>
    public int Heads(string slot, int day) => heads.GetValueOrDefault((slot, day));

    /// <summary>The opening of a site whose days in the window must stay; null if there is none.</summary>
    public SiteOpening? Opening(string site) => openings.GetValueOrDefault(site);

    /// <summary>What differs from the published plan.</summary>
    public long CountChanges(AuditContext context)
    {
        HashSet<Assignment> told = [.. Published.Assignments];
        HashSet<Assignment> works = [.. context.Assignments];
        int people = told.Except(works).Concat(works.Except(told)).Select(work => (work.Staff, work.Day)).Distinct().Count();
        return people
            + Differences(
                Published.Shipments, context.Shipments, sent => (sent.Item, sent.From, sent.To, sent.Day), sent => sent.Quantity)
            + Differences(Published.Purchases, context.Purchases, bought => bought.Offer ?? "", bought => bought.Lots)
            + Sites(Published.Sites).Except(Sites(context.Openings)).Concat(Sites(context.Openings).Except(Sites(Published.Sites))).Select(site => site.Site).Distinct().Count();
    }

    private static IEnumerable<(string Site, DateOnly From, DateOnly To)> Sites(IEnumerable<SiteOpening> openings) =>
        openings.Select(opening => (opening.Site, opening.OpenFrom, opening.OpenTo));

    private static int Differences<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key, Func<T, long> amount)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, long>();
        foreach ((T entry, int sign) in before.Select(entry => (entry, -1)).Concat(after.Select(entry => (entry, 1))))
        {
            sums[key(entry)] = sums.GetValueOrDefault(key(entry)) + (sign * amount(entry));
        }

        return sums.Values.Count(sum => sum != 0);
    }
}
