namespace Readiness.Quarantine.Capacitated;

/// <summary>Bounds a part of the search tree, looks for a solution near its relaxation, and parts it in two.</summary>
/// <remarks>An instance serves one thread.</remarks>
internal sealed class NodeSolver
{
    // How far above the best solution one may be that is worth improving.
    private const double Promising = 1.01;

    // Improving takes as long as many relaxations: one node in so many has its solution improved although it is not the best.
    private const int ImprovedEvery = 32;

    private const int NodeWidth = 3;
    private const int MostChanges = 8;
    private const long LeastWork = 2_000_000;
    private const long WorkPerPair = 4;

    private readonly CapacitatedLocation location;
    private readonly Func<bool> mustStop;
    private readonly OpenSites sites;
    private readonly OpenSites probe;
    private readonly OpeningImprovement improvement;
    private readonly HashSet<long> tried = [];
    private readonly List<int> opening = [];
    private readonly int[] order;
    private readonly double[] keys;
    private readonly bool[] isChosen;

    public NodeSolver(CapacitatedLocation location, Func<bool> mustStop)
    {
        this.mustStop = mustStop;
        this.location = location;
        Multipliers = new Multipliers(location, mustStop);
        Relaxation = Multipliers;
        sites = new OpenSites(location) { MustStop = mustStop };
        probe = new OpenSites(location) { MustStop = mustStop };
        improvement = new OpeningImprovement(location, mustStop);
        order = new int[location.Sites];
        keys = new double[location.Sites];
        isChosen = new bool[location.Sites];
    }

    /// <summary>Elementary steps of improving that are in proportion to some steps of the relaxation.</summary>
    public static long ImprovingWork(CapacitatedLocation location) => Math.Max(LeastWork, WorkPerPair * location.Sites * location.Customers);

    /// <summary>Whether time is up.</summary>
    public bool MustStop => mustStop();

    /// <summary>The relaxation without cuts.</summary>
    public Multipliers Multipliers { get; }

    /// <summary>The relaxation that bounds parts: at first the one without cuts.</summary>
    public IRelaxation Relaxation { get; set; }

    /// <summary>The last solution, if <see cref="FoundCost"/> is finite.</summary>
    public OpenSites Found => sites;

    /// <summary>Its cost.</summary>
    public double FoundCost { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether nothing that is tried improves it.</summary>
    public bool IsImproved { get; private set; } = true;

    /// <summary>What settling sites has raised bounds by; null where that is not known well enough.</summary>
    public PseudoCosts? Gains { get; set; }

    /// <summary>What the last part's bound is above that of the part it is of.</summary>
    public double Rise { get; private set; }

    /// <summary>The parts into which the last one was parted; none if nothing in it can be below the cutoff.</summary>
    public List<LocationNode> Children { get; } = [];

    /// <summary>The site that parts the last part; -1 if it is closed.</summary>
    public int PartingSite { get; private set; }

    /// <summary>Prices that close the part that <see cref="Expand"/> worked on last: of the whole relaxation, or of the one set that is left.</summary>
    public PriceStep ClosingStep(Fixing[] fixing)
    {
        if (fixing.Contains(Fixing.Free) || mustStop())
        {
            return new PriceStep((double[])Relaxation.Best.Clone(), Relaxation.Cuts, [], []);
        }

        double[] prices = new double[location.Customers];
        probe.Reset(Enumerable.Range(0, location.Sites).Where(j => fixing[j] == Fixing.Open));
        probe.CopyPrices(prices);
        return new PriceStep(prices, null, [], []);
    }

    /// <summary>What is settled about each site in the part that <see cref="Expand"/> worked on last.</summary>
    public Fixing[] Settled { get; private set; } = [];

    /// <summary>Works on a part.</summary>
    /// <param name="node">The part.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest.</param>
    /// <param name="target">Cost of the best solution.</param>
    public void Expand(LocationNode node, double cutoff, double target)
    {
        Children.Clear();
        Forget();
        var fixing = (Fixing[])node.Fixing.Clone();
        Settled = fixing;
        PartingSite = -1;
        if (location.Rules?.Settle(fixing) == false)
        {
            return;
        }

        RelaxationState state = Relaxation.Solve(node.Prices, node.Cuts, fixing, cutoff, target);
        Rise = Math.Min(Relaxation.Bound, cutoff) - node.Bound;
        if (state == RelaxationState.Empty || location.Rules?.Settle(fixing) == false)
        {
            return;
        }

        Evaluate(Rounded(fixing, Relaxation.Open));
        if (FoundCost < target || (node.Number % ImprovedEvery == 0 && FoundCost < target * Promising))
        {
            Improve(NodeWidth, ImprovingWork(location));
        }

        int branching = Branching(fixing);
        PartingSite = branching;
        double bound = Math.Max(node.Bound, Relaxation.Bound);
        if (branching < 0 && mustStop())
        {
            // The one set that is left may not have been valued to the end.
            Children.Add(node with { Bound = bound });
        }
        else if (branching >= 0)
        {
            var prices = (double[])Relaxation.Best.Clone();
            Fixing likely = Relaxation.Open[branching] >= 0.5 ? Fixing.Open : Fixing.Closed;
            foreach (Fixing side in (Fixing[])[likely, likely == Fixing.Open ? Fixing.Closed : Fixing.Open])
            {
                var child = (Fixing[])fixing.Clone();
                child[branching] = side;
                Children.Add(new LocationNode(child, prices, bound, 0, branching, Relaxation.Open[branching], Relaxation.Cuts));
            }
        }
    }

    /// <summary>A set of sites from how much each is open in a relaxation: the likeliest, and more of them until there is room for all.</summary>
    /// <param name="fixing">What is settled about each site.</param>
    /// <param name="share">How much each site is open.</param>
    public List<int> Rounded(Fixing[] fixing, double[] share)
    {
        int count = 0;
        for (int j = 0; j < location.Sites; j++)
        {
            if (fixing[j] != Fixing.Closed)
            {
                order[count] = j;
                keys[count++] = fixing[j] == Fixing.Open ? -2 : -share[j];
            }
        }

        Array.Sort(keys, order, 0, count);
        Array.Clear(isChosen);
        int open = 0;
        double room = 0;
        for (int k = 0; k < count && open < location.MostOpen; k++)
        {
            if (keys[k] > -0.5 && room >= location.TotalDemand && open >= location.LeastOpen)
            {
                break;
            }

            if (fixing[order[k]] == Fixing.Open || location.Rules?.CanOpen(order[k], IsChosen) != false)
            {
                isChosen[order[k]] = true;
                open++;
                room += location.Capacity[order[k]];
            }
        }

        foreach (int group in location.Rules?.Wanting(IsChosen) ?? [])
        {
            for (int k = 0; k < count && location.Rules!.Wanting(IsChosen).Contains(group); k++)
            {
                if (location.Rules.IsOf(order[k], group) && !isChosen[order[k]] && location.Rules.CanOpen(order[k], IsChosen))
                {
                    isChosen[order[k]] = true;
                }
            }
        }

        return Chosen();
    }

    /// <summary>Serves everyone from a set of sites, unless it was tried before, and keeps it if it is better than the one at hand.</summary>
    /// <param name="chosen">The sites, ascending.</param>
    public void Evaluate(List<int> chosen)
    {
        long hash = 17;
        foreach (int site in chosen)
        {
            hash = unchecked((hash * 1_000_003) ^ site ^ (hash >> 29));
        }

        if (tried.Add(hash) && chosen.Count >= location.LeastOpen && chosen.Count <= location.MostOpen
            && location.Rules?.Keeps(chosen.Contains) != false)
        {
            Serve(chosen);
            double cost = probe.Cost();
            if (cost < FoundCost)
            {
                FoundCost = cost;
                sites.CopyFrom(probe);
                IsImproved = false;
            }
        }
    }

    /// <summary>Lets go of the solution at hand.</summary>
    public void Forget() => FoundCost = double.PositiveInfinity;

    private bool IsChosen(int site) => isChosen[site];

    private List<int> Chosen()
    {
        List<int> chosen = [];
        for (int j = 0; j < isChosen.Length; j++)
        {
            if (isChosen[j])
            {
                chosen.Add(j);
            }
        }

        return chosen;
    }

    // From the last set if that is much the same, else anew.
    private void Serve(List<int> chosen)
    {
        opening.Clear();
        foreach (int site in chosen)
        {
            if (!probe.IsOpen(site))
            {
                opening.Add(site);
            }
        }

        int closing = probe.Count + opening.Count - chosen.Count;
        if (!probe.IsFeasible || closing > MostChanges || opening.Count > MostChanges)
        {
            probe.Reset(chosen);
            return;
        }

        foreach (int site in opening)
        {
            probe.Open(site);
        }

        // The last slot takes the place of one that closes: so backwards.
        for (int k = probe.Count - 1; k >= 0 && closing > 0; k--)
        {
            if (chosen.BinarySearch(probe.Sites[k]) < 0)
            {
                probe.Close(probe.Sites[k]);
                closing--;
            }
        }
    }

    /// <summary>Improves the last solution.</summary>
    /// <param name="width">Most sites that are tried for opening in one round.</param>
    /// <param name="work">Elementary steps after which no more is tried.</param>
    public void Improve(int width, long work)
    {
        if (double.IsFinite(FoundCost))
        {
            long last = improvement.Work + work;
            IsImproved = improvement.Improve(sites, width, () => improvement.Work >= last || mustStop());
            FoundCost = sites.Cost();
        }
    }

    // The site about which the relaxation is least decided, or at which both halves are expected to rise most.
    private int Branching(Fixing[] fixing)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        for (int j = 0; j < fixing.Length; j++)
        {
            double open = Relaxation.Open[j];
            double score = fixing[j] != Fixing.Free ? double.NegativeInfinity : Gains?.Score(j, open) ?? -Math.Abs(open - 0.5);
            (best, most) = score > most ? (j, score) : (best, most);
        }

        return best;
    }
}
