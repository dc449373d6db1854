using System.Diagnostics;

namespace Readiness.Supplies.Flows;

/// <summary>Prices on the lorries from below, shares of the lorries from above, until the two meet. Everything stays warm for the next problem.</summary>
internal sealed class FlowSearch
{
    // Predicted gains below this part of the bound are rounding.
    private const double Settled = 1e-9;

    // A plan costs as much as several iterations. So one is made whenever the iterations have doubled, and where the promise says that it may be good enough.
    private const int FirstPlan = 4;

    private readonly int threads;
    private readonly CoupledNetworks networks;
    private readonly LorryRelaxation relaxation;
    private readonly PriceBundle bundle;
    private readonly FlowSnapshot best;
    private LorryShares? shares;
    private double bound;
    private bool hasBegun;
    private bool areSharesSound;

    private FlowSearch(CoupledNetworks networks, int threads)
    {
        this.threads = threads;
        this.networks = networks;
        relaxation = new LorryRelaxation(networks, threads);
        bundle = new PriceBundle(networks, threads);
        best = new FlowSnapshot(networks);
    }

    /// <summary>Builds the networks.</summary>
    /// <returns>The search; <see langword="null"/> if stopped.</returns>
    public static FlowSearch? Create(WeightedAllocation allocation, int threads, Func<bool> isOver) =>
        CoupledNetworks.Create(allocation, threads, isOver) is { } networks ? new FlowSearch(networks, threads) : null;

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
                shares?.Simplex[item].ChangeDemand(arc, more);
                bundle.ChangeDemand(item, arc, more);
            }
        }

        ItemLoop.Run(relaxation.Simplex.Length, threads, item => relaxation.Simplex[item].Repair());
        best.Clear();
        bound = 0;
    }

    /// <summary>Searches from where the last search ended.</summary>
    public FlowPlan Run(FlowOptions options, IProgress<SolveProgress>? progress, long started, CancellationToken token)
    {
        Termination termination = Search(options, options.Clock(started, token), () => progress?.Report(
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
        Begin();
        if (areSharesSound)
        {
            Resume(options.RelativeGap, isOver);
            report();
        }

        long nextPlan = FirstPlan;
        long nextTry = 1;
        for (long iteration = 1; Gap() > options.RelativeGap; iteration++)
        {
            if (options.WorkLimit is { } work && iteration > work)
            {
                return Termination.WorkLimit;
            }

            double promise = bundle.Solve();
            bool isSettled = promise - centre <= Settled * Math.Abs(centre);
            bool isClose = promise - bound <= options.RelativeGap * promise;
            if (iteration >= nextPlan || isSettled || (isClose && iteration >= nextTry))
            {
                nextPlan = iteration >= nextPlan ? 2 * iteration : nextPlan;
                nextTry = iteration + 2 + (iteration / 8);
                if (Improve(isOver))
                {
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

            centre = bundle.Judge(value, centre, promise) ? value : centre;
            bound = Math.Max(bound, value);
            bundle.Learn(relaxation.Simplex);
        }

        return Termination.Finished;
    }

    private void Begin()
    {
        if (hasBegun)
        {
            bundle.Mend(relaxation.Simplex);
        }
        else
        {
            bundle.Begin(relaxation.Simplex);
            hasBegun = true;
        }

        bundle.Learn(relaxation.Simplex);
    }

    // A plan with the shares that the mixture of flows suggests.
    private bool Improve(Func<bool> isOver)
    {
        shares ??= new LorryShares(networks, relaxation.Simplex, threads);
        areSharesSound = shares.Share(bundle, isOver);
        return Offer() && TakeTurns(isOver);
    }

    // The shares of the last plan, for the demands as they are now.
    private void Resume(double gap, Func<bool> isOver)
    {
        areSharesSound = shares!.Resume(isOver);
        if (Offer() && Gap() > gap)
        {
            TakeTurns(isOver);
        }
    }

    private bool TakeTurns(Func<bool> isOver)
    {
        areSharesSound = shares!.TakeTurns(isOver);
        return Offer();
    }

    private bool Offer()
    {
        if (areSharesSound)
        {
            best.Offer(shares!.Simplex);
        }

        return areSharesSound;
    }

    private double Gap() => (best.Objective - bound) / Math.Max(1e-9, best.Objective);
}
