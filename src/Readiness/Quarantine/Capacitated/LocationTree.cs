using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Branch and bound on which sites open, with Lagrangian bounds and no linear programme. Parts of the tree are looked at two by two, on two
/// threads if there are so many; the result is the same with one. One of the two is the part of the lowest bound, the other follows the likelier side downwards, to good
/// solutions. Where that raises the bound too slowly, it begins anew from a root with cuts (<see cref="CutRelaxation"/>).
/// </summary>
/// <remarks>
/// After Görtz and Klose, INFORMS Journal on Computing 24 (2012), doi:10.1287/ijoc.1110.0468; the bounds come from the volume algorithm, as in Barahona and
/// Chudak, Discrete Optimization 2 (2005), doi:10.1016/j.disopt.2003.03.001. Now and then the neighbourhood of the best solution is searched by a small tree of its own
/// (Danna, Rothberg, Le Pape, Mathematical Programming 102, 2005, doi:10.1007/s10107-004-0518-7).
/// </remarks>
internal sealed partial class LocationTree
{
    private const int Batch = 2;

    // Pairs of site and customer from which on threads save more than they cost.
    private const long WorthThreads = 10_000;
    private const int NeighbourhoodNodes = 120;
    private const int NeighbourhoodEvery = 100;
    private const int FirstNeighbourhood = 20;
    private const double FirstMargin = 0.05;
    private const double LeastMargin = 0.005;
    private const double MostMargin = 0.3;
    private const double PlungingShare = 0.2;

    private readonly CapacitatedLocation location;
    private readonly SearchClock clock;
    private readonly double gap;
    private readonly int threads;
    private readonly long mostNodes;
    private readonly NodeSolver[] solvers;
    private readonly LocationNode?[] taken = new LocationNode?[Batch];
    private readonly OpenParts parts = new(Batch);
    private long numbers = 1;
    private double margin = FirstMargin;
    private double rootBound;
    private bool hasTriedCuts;

    public LocationTree(CapacitatedLocation location, SearchClock clock, double gap, int threads, long mostNodes)
    {
        this.location = location;
        this.clock = clock;
        this.gap = gap;
        this.threads = (long)location.Sites * location.Customers < WorthThreads ? 1 : Math.Min(threads, Batch);
        this.mostNodes = mostNodes;
        solvers = [new NodeSolver(location, () => clock.IsOver), new NodeSolver(location, () => clock.IsOver)];
        Best = new OpenSites(location);
    }

    /// <summary>Told of each better cost and bound.</summary>
    public Action<double, double>? Report { get; init; }

    /// <summary>The best set of open sites.</summary>
    public OpenSites Best { get; }

    /// <summary>Its cost; infinite if there is none.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    /// <summary>No solution is below this.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>Parts of the tree looked at.</summary>
    public long Nodes { get; private set; }

    /// <summary>What all costs are whole multiples of; 0 if of nothing.</summary>
    public double Granularity { get; init; }

    /// <summary>A cost that is good enough: the search ends when it is reached, or when nothing can reach it.</summary>
    public double Enough { get; init; } = double.NegativeInfinity;

    /// <summary>Takes down what the search shows; null if that is not wanted.</summary>
    public SearchRecord? Record { get; init; }

    /// <summary>Parts of the tree after which it is seen whether cuts are due.</summary>
    public long NodesBeforeCuts { get; init; } = 64;

    private bool IsPart { get; init; }

    // Nothing is looked for from here on.
    private double Cutoff => double.IsFinite(Cost) ? Cost - Math.Max(gap * Math.Max(1, Math.Abs(Cost)), Granularity * (1 - 1e-6)) : double.PositiveInfinity;

    private bool IsOver => clock.IsOver || Nodes >= mostNodes || Cost <= Enough || (double.IsFinite(Enough) && Bound > Enough);

    /// <summary>Searches until the gap is closed or a limit is reached.</summary>
    public void Run()
    {
        foreach (NodeSolver solver in solvers)
        {
            solver.Multipliers.Steps = Record is null ? null : [];
        }

        LocationNode? whole = Root(null);
        rootBound = Bound;
        Search(whole);
        if (whole is not null && AreCutsDue)
        {
            SearchWithCuts(whole);
        }
    }

    private void Search(LocationNode? whole)
    {
        if (whole is null)
        {
            Raise(Closed);
        }
        else
        {
            Add(whole);
        }

        long next = Nodes + FirstNeighbourhood;
        while (!parts.IsEmpty && !IsOver && !AreCutsDue)
        {
            if (!IsPart && Nodes >= next && double.IsFinite(Cost))
            {
                SearchAround();
                next = (2 * Nodes) + NeighbourhoodEvery;
            }

            Expand();
            Raise(Math.Min(parts.Lowest, Closed));
        }
    }

    /// <summary>Starts from a solution. That it takes is not cut short, so that there is a solution whatever the limit.</summary>
    public void Start(List<int> sites)
    {
        Best.Reset(sites);
        Cost = Best.Cost();
    }

    // The first part of the tree; null if nothing is left of it.
    private LocationNode? Root(double[]? prices)
    {
        var root = new LocationRoot(location, solvers, InParallel, () => clock.IsOver)
        {
            Found = Take,
            Raised = bound => Raise(Math.Min(bound, Cutoff)),
        };
        LocationNode? whole = root.Run(prices, () => Cutoff, Target);
        Record?.Add(0, [.. solvers[0].Multipliers.Steps!, solvers[0].ClosingStep(root.Settled)], -1, -1, -1);
        return whole;
    }

    // The bound when no part is left: the cost itself where costs come in steps.
    private double Closed => Granularity > 0 ? Cost : Cutoff;

    private void Expand()
    {
        (double cutoff, double target) = (Cutoff, Target(Bound));
        double lowest = parts.Lowest;

        // A programme goes on fastest where it is: then both follow their likelier side, as long as that is not far from the lowest bound.
        parts.Take(taken, solvers[0].Relaxation is CutRelaxation ? lowest + (PlungingShare * (cutoff - lowest)) : double.NegativeInfinity, cutoff);
        InParallel(k =>
        {
            if (taken[k] is { } node)
            {
                solvers[k].Expand(node, cutoff, target);
            }
        });
        for (int k = 0; k < Batch; k++)
        {
            if (taken[k] is { } node)
            {
                Nodes++;
                Take(solvers[k]);
                if (node.Site >= 0)
                {
                    solvers[k].Gains?.Learn(node.Site, node.Open, node.Fixing[node.Site] == Fixing.Open, solvers[k].Rise);
                }
            }
        }

        for (int k = 0; k < Batch; k++)
        {
            if (taken[k] is { } node)
            {
                TakeDown(node, solvers[k]);
                foreach (LocationNode child in solvers[k].Children.Select(child => child with { Number = numbers++ }))
                {
                    if (child.Bound >= Cutoff || !parts.GoOn(k, child))
                    {
                        Add(child);
                    }
                }
            }
        }
    }

    // The children take the next two numbers.
    private void TakeDown(LocationNode node, NodeSolver solver)
    {
        if (Record is null)
        {
            return;
        }

        if (solver.PartingSite < 0)
        {
            Record.Add(node.Number, [.. solver.Relaxation.Steps!, solver.ClosingStep(solver.Settled)], -1, -1, -1);
            return;
        }

        int first = solver.Children[0].Fixing[solver.PartingSite] == Fixing.Open ? 0 : 1;
        Record.Add(node.Number, solver.Relaxation.Steps!, solver.PartingSite, numbers + first, numbers + 1 - first);
        for (int side = 0; side < solver.Children.Count; side++)
        {
            Record.Add(numbers + side, [new PriceStep(solver.Children[side].Prices, solver.Children[side].Cuts, [], [])], -1, -1, -1);
        }
    }

    // With the relaxations of the whole where they are programmes: those take long to build.
    private void SearchPart(LocationTree whole)
    {
        bool hasCuts = whole.solvers[0].Relaxation is CutRelaxation;
        for (int k = 0; k < solvers.Length && hasCuts; k++)
        {
            solvers[k].Relaxation = whole.solvers[k].Relaxation;
            solvers[k].Gains = whole.solvers[k].Gains;
        }

        double[] prices = whole.solvers[0].Relaxation.Best;
        Search(hasCuts ? new LocationNode(location.Fixing, (double[])prices.Clone(), double.NegativeInfinity, 0, Cuts: whole.solvers[0].Relaxation.Cuts) : Root(prices));
    }

    // A small tree on the sites about which the relaxation and the best solution do not agree.
    private void SearchAround()
    {
        IRelaxation relaxed = solvers[0].Relaxation;
        var fixing = (Fixing[])location.Fixing.Clone();
        for (int j = 0; j < fixing.Length; j++)
        {
            if (fixing[j] == Fixing.Free)
            {
                bool isOpen = Best.IsOpen(j);
                bool agrees = isOpen ? relaxed.Open[j] > 1 - margin : relaxed.Open[j] < margin;
                fixing[j] = !agrees ? Fixing.Free : isOpen ? Fixing.Open : Fixing.Closed;
            }
        }

        var part = new LocationTree(location.With(fixing), clock, gap, threads, NeighbourhoodNodes) { IsPart = true, Granularity = Granularity, Enough = Enough };
        part.Best.CopyFrom(Best);
        part.Cost = Cost;
        part.SearchPart(this);
        bool isSearched = part.Bound >= part.Cutoff;
        margin = isSearched ? Math.Max(LeastMargin, margin / 2) : Math.Min(MostMargin, margin * 1.5);
        if (part.Cost < Cost)
        {
            Cost = part.Cost;
            Best.CopyFrom(part.Best);
            Report?.Invoke(Cost, Bound);
        }
    }

    private double Target(double bound) => double.IsFinite(Cost) ? Cost : double.IsFinite(bound) ? bound + (0.1 * Math.Abs(bound)) : 0;

    private void Add(LocationNode node)
    {
        if (node.Bound < Cutoff)
        {
            parts.Add(node);
        }
    }

    private void Take(NodeSolver solver)
    {
        if (solver.FoundCost < Cost)
        {
            Cost = solver.FoundCost;
            Best.CopyFrom(solver.Found);
            Report?.Invoke(Cost, Bound);
        }
    }

    private void Raise(double bound)
    {
        // Only a multiple of the granularity can be reached.
        bound = Granularity > 0 && double.IsFinite(bound) ? Math.Ceiling((bound / Granularity) - 1e-6) * Granularity : bound;
        if (bound > Bound)
        {
            Bound = bound;
            Report?.Invoke(Cost, Bound);
        }
    }

    private void InParallel(Action<int> work)
    {
        if (threads > 1)
        {
            Parallel.For(0, Batch, work);
            return;
        }

        for (int k = 0; k < Batch; k++)
        {
            work(k);
        }
    }
}
