namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>
/// The linear relaxation with cuts, over all sites and pairs: <see cref="CutProgramme"/> with those that its prices ask for. Bounds are computed from the prices alone, so
/// that they hold however exact the programme is.
/// </summary>
/// <remarks>An instance serves one thread.</remarks>
internal sealed class CutRelaxation : IRelaxation, IDisposable
{
    private const int MostPricings = 20;

    // Share of the gap that the programme may still be above its bound.
    private const double Slack = 0.01;

    // Customers that a site gets at first, in loads of it.
    private const double FirstLoads = 1.5;

    private readonly CapacitatedLocation location;
    private readonly SearchClock clock;
    private readonly CutProgramme programme;
    private readonly CutSeparation separation;
    private readonly LagrangianBound lagrangian;

    /// <summary>Starts with the sites that are open in a relaxation, those customers that bring most to them, and some cuts.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="clock">Ends solves.</param>
    /// <param name="prices">Prices per unit, by customer.</param>
    /// <param name="open">How much of each site is open at them.</param>
    /// <param name="fixing">What is settled about each site.</param>
    /// <param name="cuts">The cuts.</param>
    public CutRelaxation(
        CapacitatedLocation location, SearchClock clock, double[] prices, double[] open, Fixing[] fixing, IReadOnlyCollection<FlowCut> cuts)
    {
        this.location = location;
        this.clock = clock;
        programme = new CutProgramme(location, clock, prices.Append(1).Max());
        separation = new CutSeparation(location);
        lagrangian = new LagrangianBound(location);
        Best = (double[])prices.Clone();
        lagrangian.Value(prices, fixing);
        (int Site, int Customer)[] needed = [.. cuts.SelectMany(static cut => cut.Sites.SelectMany((site, k) => cut.Served[k].Select(i => (site, i))))];
        HashSet<int> sites = [.. Enumerable.Range(0, location.Sites).Where(j => fixing[j] != Fixing.Closed && open[j] > 0), .. cuts.SelectMany(static cut => cut.Sites)];
        foreach (int site in sites.Order())
        {
            programme.AddSite(site);
            AddPairs(site, lagrangian.BestCustomers(site, prices, FirstLoads * location.Capacity[site]));
        }

        foreach ((int site, int customer) in needed)
        {
            AddPairs(site, [customer]);
        }

        foreach (FlowCut cut in cuts)
        {
            programme.Add(cut);
        }
    }

    /// <inheritdoc/>
    public double Bound { get; private set; }

    /// <inheritdoc/>
    public double[] Best { get; private set; }

    /// <inheritdoc/>
    public PricedCuts? Cuts { get; private set; }

    /// <inheritdoc/>
    public double[] Open => programme.Point.Open;

    /// <inheritdoc/>
    public List<PriceStep>? Steps { get; set; }

    /// <summary>Number of cuts.</summary>
    public int CutCount => programme.CutCount;

    /// <summary>The cuts that count in the best bound of the last solve.</summary>
    public IReadOnlyCollection<FlowCut> ActiveCuts => [.. Cuts?.Cuts.Select(static c => c.Cut) ?? []];

    /// <inheritdoc/>
    public RelaxationState Solve(double[] prices, PricedCuts? cuts, Fixing[] fixing, double cutoff, double target)
    {
        Steps?.Clear();
        Bound = double.NegativeInfinity;
        RelaxationState state = Weigh(prices, cuts, fixing, cutoff);
        for (int k = 0; k < MostPricings && state == RelaxationState.Undecided; k++)
        {
            programme.Settle(fixing);
            if (!programme.Solve())
            {
                break;
            }

            state = Weigh(programme.Prices, programme.CutPrices, fixing, cutoff);
            if (programme.Cost - Bound <= Slack * (cutoff - Bound) || !AddColumns(fixing))
            {
                break;
            }
        }

        return state;
    }

    /// <summary>Cuts that the last solution violates.</summary>
    public List<FlowCut> Separate() => separation.Find(programme.Point, () => clock.IsOver);

    /// <summary>Lets cuts count whose sites and pairs are part of the programme.</summary>
    public void Add(List<FlowCut> cuts) => cuts.ForEach(programme.Add);

    /// <inheritdoc/>
    public void Dispose() => programme.Dispose();

    private RelaxationState Weigh(double[] prices, PricedCuts? cuts, Fixing[] fixing, double cutoff)
    {
        lagrangian.Charge(cuts);
        double value = lagrangian.Value(prices, fixing);
        if (value > Bound)
        {
            (Bound, Best, Cuts) = (value, (double[])prices.Clone(), cuts);
        }

        return value >= cutoff ? RelaxationState.Empty
            : lagrangian.Settle(prices, value, fixing, cutoff, Steps) ? RelaxationState.Settled
            : RelaxationState.Undecided;
    }

    private bool AddColumns(Fixing[] fixing)
    {
        bool isAdded = false;
        for (int site = 0; site < location.Sites; site++)
        {
            if (fixing[site] == Fixing.Closed || (lagrangian.Open[site] <= 0 && !programme.Has(site)))
            {
                continue;
            }

            if (!programme.Has(site))
            {
                programme.AddSite(site);
                isAdded = true;
            }

            isAdded |= AddPairs(site, lagrangian.BestCustomers(site, programme.Prices, location.Capacity[site]));
        }

        return isAdded;
    }

    private bool AddPairs(int site, IEnumerable<int> customers)
    {
        bool isAdded = false;
        foreach (int customer in customers)
        {
            if (!programme.Has(site, customer))
            {
                programme.AddPair(site, customer);
                isAdded = true;
            }
        }

        return isAdded;
    }
}
