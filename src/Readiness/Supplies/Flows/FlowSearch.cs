using System.Diagnostics;

namespace Readiness.Supplies.Flows;

/// <summary>Prices on the lorries from below, shares of the lorries from above, until the two meet. Everything stays warm for the next problem.</summary>
internal sealed class FlowSearch
{
    // Part of the time limit that is left for writing the plan down.
    private const double Usable = 0.97;

    // Predicted gains below this part of the bound are rounding.
    private const double Settled = 1e-9;

    // Iterations between plans grow by this factor: early plans improve fast, late ones are dear.
    private const double Spacing = 1.25;
    private const int FirstPlan = 4;

    private readonly int threads;
    private readonly CoupledNetworks networks;
    private readonly LorryRelaxation relaxation;
    private readonly LorryShares shares;
    private readonly PriceBundle bundle;
    private readonly FlowSnapshot best;
    private double bound;
    private bool areSharesSound;
    private bool isChanged;

    public FlowSearch(WeightedAllocation allocation, int threads)
    {
        this.threads = threads;
        networks = new CoupledNetworks(allocation, threads);
        relaxation = new LorryRelaxation(networks, threads);
        shares = new LorryShares(networks, threads);
        bundle = new PriceBundle(networks);
        best = new FlowSnapshot(networks);
    }

    /// <summary>Changes the units of demands; prices and flows so far are where the next search starts.</summary>
    public void Change(IEnumerable<KeyValuePair<int, long>> units)
    {
        foreach ((int demand, long wanted) in units)
        {
            long more = networks.ChangeUnits(demand, wanted);
            (int item, int arc) = networks.ArcOf(demand);
            if (item >= 0)
            {
                relaxation.Simplex[item].ChangeDemand(arc, more);
                shares.Simplex[item].ChangeDemand(arc, more);
            }
        }

        ItemLoop.Run(relaxation.Simplex.Length, threads, item => relaxation.Simplex[item].Repair());
        best.Clear();
        isChanged = true;
        bound = 0;
    }

    /// <summary>Searches from where the last search ended.</summary>
    public FlowPlan Run(FlowOptions options, IProgress<SolveProgress>? progress, long started, CancellationToken token)
    {
        TimeSpan limit = options.TimeLimit * Usable;
        bool IsOver() => token.IsCancellationRequested || Stopwatch.GetElapsedTime(started) > limit;
        Termination termination = Search(options, IsOver, () => progress?.Report(
            new SolveProgress("flows", Stopwatch.GetElapsedTime(started), FlowPlan.Level, best.Objective, bound)));
        if (Gap() <= 1e-6)
        {
            termination = Termination.Optimal;
        }
        else if (termination is Termination.TimeLimit && token.IsCancellationRequested)
        {
            termination = Termination.Stopped;
        }

        return best.ToPlan(termination, bound);
    }

    private Termination Search(FlowOptions options, Func<bool> isOver, Action report)
    {
        double centre = isOver() ? double.NaN : relaxation.Solve(bundle.Centre, isOver);
        if (double.IsNaN(centre))
        {
            return Termination.TimeLimit;
        }

        bound = Math.Max(centre, bound);
        AddCuts(isChanged);
        isChanged = false;
        if (areSharesSound)
        {
            Resume(options.RelativeGap, isOver);
            report();
        }

        long nextPlan = FirstPlan;
        int nulls = 0;
        for (long iteration = 1; Gap() > options.RelativeGap; iteration++)
        {
            if (options.WorkLimit is { } work && iteration > work)
            {
                return Termination.WorkLimit;
            }

            double promise = bundle.Solve();
            bool isSettled = promise - centre <= Settled * Math.Abs(centre);
            if (iteration >= nextPlan || isSettled)
            {
                nextPlan = Math.Max(iteration + FirstPlan, (long)(iteration * Spacing));
                areSharesSound = shares.Share(bundle, isOver) && shares.TakeTurns(isOver);
                if (areSharesSound)
                {
                    best.Offer(shares.Simplex);
                    report();
                }
            }

            if (isSettled)
            {
                return Termination.Finished;
            }

            double value = Gap() > options.RelativeGap ? relaxation.Solve(bundle.Prices, isOver) : centre;
            if (double.IsNaN(value) || isOver())
            {
                return Termination.TimeLimit;
            }

            nulls = bundle.Judge(value, centre, promise) ? 0 : nulls + 1;
            centre = nulls == 0 ? value : centre;
            bound = Math.Max(bound, value);
            AddCuts(adapt: false);
        }

        return Termination.Finished;
    }

    // The shares of the last plan, for the demands as they are now.
    private void Resume(double gap, Func<bool> isOver)
    {
        areSharesSound = shares.Resume(isOver);
        if (areSharesSound)
        {
            best.Offer(shares.Simplex);
        }

        if (areSharesSound && Gap() > gap)
        {
            areSharesSound = shares.TakeTurns(isOver);
            if (areSharesSound)
            {
                best.Offer(shares.Simplex);
            }
        }
    }

    private double Gap() => (best.Objective - bound) / Math.Max(1e-9, best.Objective);

    private void AddCuts(bool adapt)
    {
        FlowCut[] cuts = new FlowCut[relaxation.Simplex.Length];
        ItemLoop.Run(cuts.Length, threads, item => cuts[item] = relaxation.Cut(item));
        for (int item = 0; item < cuts.Length; item++)
        {
            if (adapt)
            {
                bundle.Adapt(item, cuts[item]);
            }

            bundle.Add(item, cuts[item]);
        }
    }
}
