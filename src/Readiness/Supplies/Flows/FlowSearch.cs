using System.Diagnostics;

namespace Readiness.Supplies.Flows;

/// <summary>Prices on the lorries from below, shares of the lorries from above, until the two meet. Everything stays warm for the next problem.</summary>
internal sealed class FlowSearch
{
    // Predicted gains below this part of the bound are rounding.
    private const double Settled = 1e-9;

    // A plan costs as much as several iterations. So after the first one is made only where it is predicted to be good enough, or to be so many times as close to the promise as the best.
    private const int FirstPlan = 4;
    private const double Closer = 3;

    private readonly int threads;
    private readonly CoupledNetworks networks;
    private readonly LorryRelaxation relaxation;
    private readonly PriceBundle bundle;
    private readonly FlowSnapshot best;
    private LorryShares? shares;
    private double bound;
    private bool hasBegun;
    private bool areSharesSound;

    // What the last plan cost beyond the promise for each unit of volume by which the mixture overloaded lorries. It hardly changes from plan to plan.
    private double overloadCost = double.NaN;

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

        long nextTry = double.IsNaN(overloadCost) ? FirstPlan : 1;
        for (long iteration = 1; Gap() > options.RelativeGap; iteration++)
        {
            if (options.WorkLimit is { } work && iteration > work)
            {
                return Termination.WorkLimit;
            }

            double promise = bundle.Solve();
            bool isSettled = promise - centre <= Settled * Math.Abs(centre);
            if (isSettled || (iteration >= nextTry && IsPlanDue(promise, options.RelativeGap)))
            {
                nextTry = iteration + 2 + (iteration / 8);
                if (Improve(promise, isOver))
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

            centre = bundle.Judge(value, centre, promise, overloadCost * bundle.Overload) ? value : centre;
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

    private bool IsPlanDue(double promise, double gap)
    {
        if (double.IsNaN(overloadCost))
        {
            return true;
        }

        double excess = overloadCost * bundle.Overload;
        return promise + excess - bound <= gap * (promise + excess) || excess * Closer <= best.Objective - promise;
    }

    // A plan with the shares that the mixture of flows suggests.
    private bool Improve(double promise, Func<bool> isOver)
    {
        shares ??= new LorryShares(networks, relaxation.Simplex, threads);
        areSharesSound = shares.Share(bundle, isOver);
        if (!areSharesSound)
        {
            return false;
        }

        best.Offer(shares.Simplex);
        areSharesSound = shares.TakeTurns(isOver);
        if (areSharesSound)
        {
            overloadCost = Math.Max(0, best.Offer(shares.Simplex) - promise) / Math.Max(1e-9, bundle.Overload);
        }

        return true;
    }

    // The shares of the last plan, for the demands as they are now.
    private void Resume(double gap, Func<bool> isOver)
    {
        areSharesSound = shares!.Resume(isOver);
        if (areSharesSound)
        {
            best.Offer(shares.Simplex);
            if (Gap() > gap)
            {
                areSharesSound = shares.TakeTurns(isOver);
                best.Offer(shares.Simplex);
            }
        }
    }

    private double Gap() => (best.Objective - bound) / Math.Max(1e-9, best.Objective);
}
