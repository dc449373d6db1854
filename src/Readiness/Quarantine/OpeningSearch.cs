namespace Readiness.Quarantine;

/// <summary>
/// First plan: <see cref="RegretGreedy"/> with all sites, a pass that drops sites, then random dropping, adding, swapping of sites and shifting of the days on
/// which they may be used. Rules about which sites open together come first. A somewhat worse plan is accepted too, by a threshold that falls to nothing (Dueck, Scheuer 1990, doi:10.1016/0021-9991(90)90201-B).
/// </summary>
internal sealed class OpeningSearch
{
    // Elementary steps of the ledger, some tenths of a second. A count of steps, not a time, so that the outcome is repeatable.
    private const double StepBudget = 4e8;
    private const double TimeShare = 0.4;
    private const double LargestLoss = 0.03;

    private readonly IndexedLocation location;
    private readonly OpeningLimits limits;
    private readonly RegretGreedy greedy;
    private readonly SearchClock clock;
    private readonly Random random;
    private readonly int[] from;
    private readonly int[] to;
    private readonly long allBuilds;
    private SiteCandidate current;
    private SiteCandidate best;
    private long builds;

    private OpeningSearch(IndexedLocation location, OpeningLimits limits, SearchClock clock, int seed)
    {
        this.location = location;
        this.limits = limits;
        this.clock = clock;
        greedy = new RegretGreedy(location, limits);
        random = new Random(seed);
        from = new int[location.Sites];
        to = new int[location.Sites];
        for (int j = 0; j < location.Sites; j++)
        {
            Open(j);
        }

        double steps = location.Customers * (double)location.Days * (3 + location.Sites)
            + ((location.StayDays[0] + (location.Resources * (double)location.Days)) * location.Customers * location.Days * Math.Min(3, location.Sites));
        builds = (long)Math.Clamp(StepBudget / Math.Max(1, steps), 10, location.Days == 1 ? 1000 : 4000);
        allBuilds = builds;
        best = current = greedy.Build(from, to);
    }

    /// <summary>Searches until the step budget, a quarter of the time limit or the caller's patience is used up.</summary>
    /// <returns>The best plan that it came by; one that breaks the fewest rules about sites if none keeps them.</returns>
    public static SiteCandidate Run(IndexedLocation location, OpeningLimits limits, SearchClock clock, int seed)
    {
        var search = new OpeningSearch(location, limits, clock, seed);
        int[] sites = [.. Enumerable.Range(0, location.Sites).Where(j => !location.Forced[j] && location.FirstDay[j] < location.Days)];
        if (sites.Length > 0)
        {
            search.Try(() => search.greedy.Packs = location.Days > 1);
            search.DropSites(sites);
            search.Wander(sites);
        }

        return search.best;
    }

    private bool IsDone => builds <= 0 || clock.IsPast(TimeShare);

    // The dearest sites per unit of capacity first: they are the likeliest to be superfluous.
    private void DropSites(int[] sites)
    {
        foreach (int site in sites.OrderByDescending(Dearness).ThenBy(site => site))
        {
            if (IsDone)
            {
                return;
            }

            if (current.Last[site] < 0)
            {
                Close(site);
                continue;
            }

            Try(() => Close(site));
        }
    }

    private void Wander(int[] sites)
    {
        int kinds = location.Days > 1 ? 6 : 3;
        while (!IsDone)
        {
            int site = sites[random.Next(sites.Length)];
            int other = sites[random.Next(sites.Length)];
            int shift = 1 + random.Next(location.Days);
            switch (random.Next(kinds))
            {
                case 0:
                    Try(() => Toggle(site));
                    break;
                case 1 or 2:
                    Try(() =>
                    {
                        Toggle(site);
                        Toggle(other);
                    });
                    break;
                case 3:
                    Try(() => from[site] = Math.Clamp(location.FirstDay[site] + shift - 1, location.FirstDay[site], location.Days));
                    break;
                case 4:
                    Try(() => greedy.Packs = !greedy.Packs);
                    break;
                default:
                    Try(() => to[site] = location.Days - shift);
                    break;
            }
        }
    }

    private void Try(Action move)
    {
        int[] oldFrom = [.. from];
        int[] oldTo = [.. to];
        bool packed = greedy.Packs;
        move();
        SiteCandidate next = greedy.Build(from, to);
        builds--;
        if (!IsAcceptable(next))
        {
            oldFrom.CopyTo(from, 0);
            oldTo.CopyTo(to, 0);
            greedy.Packs = packed;
            return;
        }

        current = next;
        int order = Violations(next).CompareTo(Violations(best));
        best = order < 0 || (order == 0 && next.IsBetterThan(best)) ? next : best;
    }

    private int Violations(SiteCandidate candidate) => limits.Violations(candidate.IsOpen);

    private bool IsAcceptable(SiteCandidate next)
    {
        int order = Violations(next).CompareTo(Violations(current));
        if (order != 0)
        {
            return order < 0;
        }

        if (!current.IsBetterThan(next))
        {
            return true;
        }

        double threshold = LargestLoss * builds / allBuilds;
        double margin = 1e-6 * Math.Max(1, best.Unserved);
        return next.Unserved > best.Unserved + margin
            ? next.Unserved <= best.Unserved * (1 + threshold)
            : next.Cost <= best.Cost * (1 + threshold);
    }

    private double Dearness(int site)
    {
        LocationSite facts = location.Problem.Sites[site];
        return (facts.OpeningCost + (facts.CostPerOpenDay * location.Days)) / Math.Max(1e-9, location.Capacity[site]);
    }

    private void Toggle(int site)
    {
        if (from[site] > to[site])
        {
            Open(site);
        }
        else
        {
            Close(site);
        }
    }

    private void Open(int site)
    {
        from[site] = location.FirstDay[site];
        to[site] = location.Days - 1;
    }

    private void Close(int site) => from[site] = location.Days;
}
