namespace Readiness.Quarantine.Intervals;

/// <summary>
/// Branch and price over the openings of the sites: the linear relaxation over all uses of all openings by column generation, dives, and branching on whether and
/// when a site opens and closes.
/// </summary>
/// <remarks>
/// A use says who stays when, so its column knows what the relaxation of the <see cref="StrongFormulation"/> does not: that rooms stand empty while a site fills and
/// empties. See Barnhart, Johnson, Nemhauser, Savelsbergh, Vance: Branch-and-price, Operations Research 46 (1998), doi:10.1287/opre.46.3.316.
/// </remarks>
internal sealed class IntervalTree : IDisposable
{
    private const double Whole = 1e-6;
    private const double Converged = 0.1;
    private const double MostSmoothing = 0.8;
    private const int DiveRounds = 10;
    private const int NodesPerDive = 20;
    private const double Dearer = 100;

    // The programme slows down with its columns, most of which no solution uses any more.
    private const int ColumnsPerSite = 100;
    private const double KeptColumns = 0.4;

    private readonly IndexedLocation location;
    private readonly IntervalPricing[] pricing;
    private readonly IntervalMaster master;
    private readonly SearchClock clock;
    private readonly PriorityQueue<(OpeningChoice[] Choices, double Bound), (double Bound, int Order)> open = new();
    private readonly List<OpeningColumn>[] found;
    private readonly double[] least;
    private readonly OpeningSplit split;
    private double[] center = [];
    private double smoothing = 0.5;
    private double closed = double.PositiveInfinity;
    private int order;

    /// <summary>Starts at the root.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="level">The level to minimise: unserved or cost.</param>
    /// <param name="groups">The customers.</param>
    /// <param name="best">A plan.</param>
    /// <param name="clock">When to stop.</param>
    /// <param name="threads">Threads to use.</param>
    public IntervalTree(IndexedLocation location, LocationCriterion level, CustomerGroups groups, SiteCandidate best, SearchClock clock, int threads)
    {
        this.location = location;
        this.clock = clock;
        MostColumns = ColumnsPerSite * location.Sites;
        pricing = [.. Enumerable.Range(0, threads).Select(_ => new IntervalPricing(location, level, groups, clock))];
        found = [.. Enumerable.Range(0, location.Sites).Select(_ => new List<OpeningColumn>())];
        least = new double[location.Sites];
        master = new IntervalMaster(location, level, groups, best.Unserved, 1 + (2 * Math.Max(best.Of(level), location.TotalUnitDays)));
        split = new OpeningSplit(location, master);
        Push([.. Enumerable.Range(0, location.Sites).Select(RootChoice)], double.NegativeInfinity);
        master.Restrict(open.Peek().Choices);
        master.Add(UsesOf(best, groups));
    }

    /// <summary>Told of whole choices of openings: the first and the last open day of each site, the last before the first where it stays closed.</summary>
    public required Action<int[], int[]> Found { get; init; }

    /// <summary>Told of a better bound.</summary>
    public required Action<double> Report { get; init; }

    /// <summary>Value of the best plan by the level.</summary>
    public required Func<double> Best { get; init; }

    /// <summary>Whether a bound is as good as the best plan.</summary>
    public required Func<double, bool> IsEnough { get; init; }

    /// <summary>Most nodes to solve.</summary>
    public int MostNodes { get; init; } = int.MaxValue;

    /// <summary>Columns beyond which most are forgotten.</summary>
    public int MostColumns { get; init; }

    /// <summary>Whether these are spent.</summary>
    public bool IsWorkSpent { get; private set; }

    /// <summary>Bound on every plan.</summary>
    public double Bound => Math.Min(closed, open.Count > 0 ? open.Peek().Bound : double.PositiveInfinity);

    /// <summary>Searches until the bound is good enough, or the time or the nodes are spent.</summary>
    public void Run()
    {
        for (int nodes = 0; open.Count > 0 && !clock.IsOver && !IsEnough(Bound); nodes++)
        {
            if (nodes == MostNodes)
            {
                IsWorkSpent = true;
                return;
            }

            (OpeningChoice[] choices, double parent) = open.Dequeue();
            double bound = Math.Max(parent, Solve(choices, int.MaxValue, Converged));
            OpeningChoice[][] parts = IsEnough(bound) || clock.IsOver ? [] : split.Split(choices);
            if (parts.Length == 0 && !IsEnough(bound) && !clock.IsOver)
            {
                // Where there is nothing to split only the end of column generation says what these choices are worth.
                bound = Math.Max(bound, Converge(choices));
                parts = split.Split(choices);
            }

            if (IsEnough(bound))
            {
                closed = Math.Min(closed, bound);
            }
            else if (clock.IsOver)
            {
                Push(choices, bound);
            }
            else
            {
                if (nodes % NodesPerDive == 0 || parts.Length == 0)
                {
                    Dive(choices);
                }

                foreach (OpeningChoice[] part in parts)
                {
                    Push(part, bound);
                }

                closed = parts.Length == 0 ? Math.Min(closed, bound) : closed;
            }

            if (master.Columns.Count > MostColumns && !clock.IsOver)
            {
                master.Keep((int)(KeptColumns * MostColumns));
            }

            Report(Bound);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => master.Dispose();

    private OpeningChoice RootChoice(int site)
    {
        int first = location.FirstDay[site];
        int end = location.Days - 1;
        return location.Forced[site] ? new OpeningChoice(false, first, first, end, end) : new OpeningChoice(true, first, first <= end ? end : -1, 0, end);
    }

    private void Push(OpeningChoice[] choices, double bound) => open.Enqueue((choices, bound), (bound, -order++));

    private OpeningColumn[] UsesOf(SiteCandidate plan, CustomerGroups groups) =>
        [.. Enumerable.Range(0, location.Sites).Where(plan.IsOpen).Select(j => UseOf(plan, groups, j))];

    private OpeningColumn UseOf(SiteCandidate plan, CustomerGroups groups, int site)
    {
        (int Cell, double Units)[] stays =
        [
            .. plan.Placements.Where(p => p.Site == site)
                .GroupBy(p => (groups.GroupOf(p.Customer) * location.Days) + p.Day, p => p.Quantity)
                .OrderBy(of => of.Key).Select(of => (of.Key, of.Sum())),
        ];
        double cost = pricing[0].OpeningCost(site, plan.Last[site] - plan.First[site] + 1)
            + stays.Sum(stay => stay.Units * pricing[0].CostOf(site, stay.Cell / location.Days, stay.Cell % location.Days));
        return new OpeningColumn(site, plan.First[site], plan.Last[site], cost, [.. stays.Select(stay => stay.Cell)], [.. stays.Select(stay => stay.Units)]);
    }

    // Column generation under some choices; returns a bound on them. It ends early once what it can still add is a share of the gap to the best plan. Prices are
    // smoothed towards those of the best bound (Pessoa, Sadykov, Uchoa, Vanderbeck: INFORMS Journal on Computing 30, 2018).
    private double Solve(OpeningChoice[] choices, int rounds, double share)
    {
        master.Restrict(choices);
        double bound = double.NegativeInfinity;
        for (int round = 0; !clock.IsOver && master.Solve(clock.Left, clock.Token); round++)
        {
            double weight = center.Length == 0 || master.IsArtificial ? 0 : smoothing;
            bool isNew = false;
            while (!isNew)
            {
                double[] duals = weight == 0 ? master.Duals : [.. master.Duals.Select((dual, row) => (weight * center[row]) + ((1 - weight) * dual))];
                if (PriceAll(choices, duals) is not { } value)
                {
                    return bound;
                }

                if (value > bound)
                {
                    (bound, center) = (value, duals);
                }

                OpeningColumn[] worth = [.. found.SelectMany(of => of).Where(use => weight == 0 || master.ReducedCost(use) < -Whole)];
                master.Add(worth);
                isNew = worth.Length > 0;
                smoothing = Math.Clamp(smoothing + (weight > 0 && !isNew ? -0.1 : 0.05), 0, MostSmoothing);
                if (IsEnough(bound) || master.Objective - bound <= Math.Max(Whole * Math.Abs(bound), share * (Best() - bound)) || (!isNew && weight == 0))
                {
                    return bound;
                }

                weight = 0;
            }

            if (round >= rounds)
            {
                break;
            }
        }

        return bound;
    }

    // To the end. What is served in an artificial way by then may only be too cheap: dearer, it shows whether any plan keeps these choices.
    private double Converge(OpeningChoice[] choices)
    {
        double bound = Solve(choices, int.MaxValue, 0);
        if (master.IsArtificial && !IsEnough(bound) && !clock.IsOver)
        {
            master.SetDear(Dearer);
            bound = Math.Max(bound, Solve(choices, int.MaxValue, 0));
            master.SetDear(1);
        }

        return bound;
    }

    // The cheapest uses of every site at prices; returns the bound that these give, null if there was no time.
    private double? PriceAll(OpeningChoice[] choices, double[] duals)
    {
        master.SetPrices(duals);
        Parallel.For(0, pricing.Length, new ParallelOptions { MaxDegreeOfParallelism = pricing.Length }, thread =>
        {
            for (int j = thread; j < location.Sites && !clock.IsOver; j += pricing.Length)
            {
                found[j].Clear();
                least[j] = pricing[thread].Price(j, master.Prices, choices[j], found[j]);
            }
        });
        return clock.IsOver ? null : master.DualValue + master.Prices.Sites.Sum() + least.Sum();
    }

    // Binds one site after the other to its likeliest opening.
    private void Dive(OpeningChoice[] from)
    {
        OpeningChoice[] choices = [.. from];
        while (!clock.IsOver && master.Objective < Best() && Likeliest(choices) is { } use)
        {
            choices[use.Site] = new OpeningChoice(false, use.First, use.First, use.Last, use.Last);
            Solve(choices, DiveRounds, Converged);
        }

        if (!clock.IsOver && master.Objective < Best())
        {
            Found(
                [.. choices.Select(choice => IsBound(choice) ? choice.EarliestFirst : location.Days)],
                [.. choices.Select(choice => IsBound(choice) ? choice.EarliestLast : -1)]);
        }
    }

    private static bool IsBound(OpeningChoice choice) =>
        !choice.MayStayClosed && choice.EarliestFirst == choice.LatestFirst && choice.EarliestLast == choice.LatestLast;

    // The opening with the largest share at a site that is not bound yet; null if none is left.
    private OpeningColumn? Likeliest(OpeningChoice[] choices)
    {
        var shares = new Dictionary<(int Site, int First, int Last), double>();
        OpeningColumn? likeliest = null;
        double most = Whole;
        for (int c = 0; c < master.Columns.Count; c++)
        {
            OpeningColumn column = master.Columns[c];
            if (master.Share(c) <= 0 || IsBound(choices[column.Site]))
            {
                continue;
            }

            (int, int, int) key = (column.Site, column.First, column.Last);
            double share = shares.GetValueOrDefault(key) + master.Share(c);
            shares[key] = share;
            if (share > most)
            {
                (most, likeliest) = (share, column);
            }
        }

        return likeliest;
    }
}
