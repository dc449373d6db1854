namespace Readiness.Quarantine.Capacitated;

/// <summary>The root of the search tree: long enough a relaxation for good prices, while roundings of it are improved beside it.</summary>
/// <param name="location">The problem.</param>
/// <param name="solvers">Two solvers: the first relaxes, the second improves.</param>
/// <param name="inParallel">Runs two pieces of work, by number.</param>
/// <param name="mustStop">Asked all the time.</param>
internal sealed class LocationRoot(CapacitatedLocation location, NodeSolver[] solvers, Action<Action<int>> inParallel, Func<bool> mustStop)
{
    private const int MostPhases = 60;
    private const int LeastPhases = 8;

    // Before, the relaxation is far from anything worth rounding.
    private const int FirstRounding = 2;
    private const int PhasesPerLook = 2;
    private const int StepsPerFirstPhase = 10;
    private const int StepsPerPhase = 25;
    private const double LeastRise = 0.05;

    // So few sites are parted sooner than the relaxation converges.
    private const int FewSites = 9;
    private const double FirstStep = 0.1;
    private const double FirstMixing = 0.3;
    public const double Promising = 1.02;
    private const int Width = 40;

    /// <summary>Told of solutions.</summary>
    public required Action<NodeSolver> Found { get; init; }

    /// <summary>Told of bounds.</summary>
    public required Action<double> Raised { get; init; }

    /// <summary>What is settled about each site.</summary>
    public Fixing[] Settled { get; } = (Fixing[])location.Fixing.Clone();

    /// <summary>Solves the root.</summary>
    /// <param name="prices">Prices per unit to start from; some of its own if null.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest, as of now.</param>
    /// <param name="target">What a bound is expected to reach at most, as of now.</param>
    /// <returns>The first part of the tree; null if nothing is left below the cutoff.</returns>
    public LocationNode? Run(double[]? prices, Func<double> cutoff, Func<double, double> target)
    {
        Multipliers multipliers = solvers[0].Multipliers;
        NodeSolver improver = solvers[1];
        Fixing[] fixing = Settled;
        multipliers.Start(prices ?? FirstPrices(), FirstStep, FirstMixing);
        List<int>? chosen = null;
        double before = double.NegativeInfinity;
        for (int phase = 0; phase < MostPhases && !mustStop(); phase++)
        {
            var state = RelaxationState.Undecided;
            (double limit, double aim) = (cutoff(), target(multipliers.Bound));
            inParallel(k =>
            {
                int steps = k > 0 ? 0 : phase < LeastPhases ? StepsPerFirstPhase : StepsPerPhase;
                for (int step = 0; step < steps && state == RelaxationState.Undecided && !mustStop(); step++)
                {
                    state = multipliers.Step(fixing, limit, aim);
                }

                if (k == 1 && chosen is not null && phase >= FirstRounding)
                {
                    // The first solution is improved however dear it is: the sooner there is a good one, the sooner it settles sites.
                    Improve(location, improver, chosen, double.IsFinite(limit) ? aim * Promising : double.PositiveInfinity);
                }
            });
            Found(improver);
            if (state == RelaxationState.Empty)
            {
                return null;
            }

            if (state == RelaxationState.Settled)
            {
                solvers[0].Evaluate(solvers[0].Rounded(fixing, multipliers.Open));
                Found(solvers[0]);
                if (mustStop())
                {
                    break;
                }

                return null;
            }

            Raised(multipliers.Bound);
            if (double.IsFinite(cutoff()) && fixing.Count(static f => f == Fixing.Free) <= FewSites)
            {
                break;
            }

            chosen = solvers[0].Rounded(fixing, multipliers.Open);
            if (phase >= LeastPhases && phase % PhasesPerLook == 0)
            {
                if (multipliers.Bound - before < LeastRise * (target(multipliers.Bound) - multipliers.Bound))
                {
                    break;
                }

                before = multipliers.Bound;
            }
        }

        return new LocationNode((Fixing[])fixing.Clone(), (double[])multipliers.Best.Clone(), multipliers.Bound, 0);
    }

    /// <summary>Improves a choice of sites if it costs less than something, or else goes on with the last one.</summary>
    public static void Improve(CapacitatedLocation location, NodeSolver improver, List<int> chosen, double mostCost)
    {
        if (improver.IsImproved)
        {
            improver.Forget();
        }

        improver.Evaluate(chosen);
        Improve(location, improver, mostCost);
    }

    /// <summary>Improves what a solver has at hand if it costs less than something.</summary>
    public static void Improve(CapacitatedLocation location, NodeSolver improver, double mostCost)
    {
        if (improver.FoundCost < mostCost)
        {
            improver.Improve(Width, NodeSolver.ImprovingWork(location));
        }
    }

    // The price at which the cheapest site breaks even if it is full.
    private double[] FirstPrices()
    {
        double[] prices = new double[location.Customers];
        for (int i = 0; i < prices.Length; i++)
        {
            double least = double.PositiveInfinity;
            for (int j = 0; j < location.Sites; j++)
            {
                if (location.Fixing[j] != Fixing.Closed && location.Capacity[j] > 0)
                {
                    least = Math.Min(least, location.ByCustomer[(i * location.Sites) + j] + (location.FixedCost[j] / location.Capacity[j]));
                }
            }

            prices[i] = double.IsFinite(least) ? least : 0;
        }

        return prices;
    }
}
