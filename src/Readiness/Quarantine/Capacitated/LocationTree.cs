namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Branch and bound on which sites open, with Lagrangian bounds: no linear programme is solved anywhere. Parts of the tree are looked at two by two, on two
/// threads if there are so many; the result is the same with one. One of the two is the part of the lowest bound, the other follows the likelier side downwards, to good
/// solutions.
/// </summary>
/// <remarks>
/// After Görtz and Klose, INFORMS Journal on Computing 24 (2012), doi:10.1287/ijoc.1110.0468; the bounds come from the volume algorithm, as in Barahona and
/// Chudak, Discrete Optimization 2 (2005), doi:10.1016/j.disopt.2003.03.001. Now and then the neighbourhood of the best solution is searched by a small tree of its own
/// (Danna, Rothberg, Le Pape, Mathematical Programming 102, 2005, doi:10.1007/s10107-004-0518-7).
/// </remarks>
internal sealed class LocationTree
{
    private const int Batch = 2;

    // Pairs of site and customer from which on threads save more than they cost.
    private const long WorthThreads = 10_000;
    private const int StepsPerNode = 40;
    private const int NeighbourhoodNodes = 120;
    private const int NeighbourhoodEvery = 100;
    private const int FirstNeighbourhood = 20;
    private const double FirstMargin = 0.05;
    private const double LeastMargin = 0.005;
    private const double MostMargin = 0.3;

    private readonly CapacitatedLocation location;
    private readonly SearchClock clock;
    private readonly double gap;
    private readonly int threads;
    private readonly long mostNodes;
    private readonly NodeSolver[] solvers;
    private readonly PriorityQueue<LocationNode, (double Bound, long Number)> queue = new();
    private readonly List<LocationNode> taken = [];
    private LocationNode? plunging;
    private long numbers = 1;
    private double margin = FirstMargin;

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

    private bool IsPart { get; init; }

    // Nothing is looked for from here on.
    private double Cutoff => double.IsFinite(Cost) ? Cost - Math.Max(gap * Math.Max(1, Math.Abs(Cost)), Granularity * (1 - 1e-6)) : double.PositiveInfinity;

    private bool IsOver => clock.IsOver || Nodes >= mostNodes || Cost <= Enough || (double.IsFinite(Enough) && Bound > Enough);

    /// <summary>Searches until the gap is closed or a limit is reached.</summary>
    /// <param name="prices">Prices per unit to start from; some of its own if null.</param>
    public void Run(double[]? prices = null)
    {
        var root = new LocationRoot(location, solvers, InParallel, () => clock.IsOver)
        {
            Found = Take,
            Raised = bound => Raise(Math.Min(bound, Cutoff)),
        };
        foreach (NodeSolver solver in solvers)
        {
            solver.Multipliers.Steps = Record is null ? null : [];
        }

        LocationNode? whole = root.Run(prices, () => Cutoff, Target);
        Record?.Add(0, [.. solvers[0].Multipliers.Steps!, new PriceStep(solvers[0].ClosingPrices(root.Settled), [], [])], -1, -1, -1);
        if (whole is null)
        {
            Raise(Closed);
        }
        else
        {
            Add(whole);
        }

        long next = FirstNeighbourhood;
        while ((queue.Count > 0 || plunging is not null) && !IsOver)
        {
            if (!IsPart && Nodes >= next && double.IsFinite(Cost))
            {
                SearchAround();
                next = Nodes + NeighbourhoodEvery;
            }

            Dequeue();
            Expand();
            double least = Math.Min(Closed, plunging?.Bound ?? Closed);
            Raise(queue.TryPeek(out LocationNode? lowest, out _) ? Math.Min(lowest.Bound, least) : least);
        }
    }

    /// <summary>Starts from a solution. That it takes is not cut short, so that there is a solution whatever the limit.</summary>
    public void Start(List<int> sites)
    {
        Best.Reset(sites);
        Cost = Best.Cost();
    }

    // The bound when no part is left: the cost itself where costs come in steps.
    private double Closed => Granularity > 0 ? Cost : Cutoff;

    private void Dequeue()
    {
        taken.Clear();
        if (queue.TryDequeue(out LocationNode? lowest, out _))
        {
            taken.Add(lowest);
        }

        if (plunging is not null)
        {
            taken.Add(plunging);
            plunging = null;
        }
        else if (queue.TryDequeue(out LocationNode? next, out _))
        {
            taken.Add(next);
        }

        // What was found since they were put there may have settled them.
        taken.RemoveAll(node => node.Bound >= Cutoff);
    }

    private void Expand()
    {
        (double cutoff, double target) = (Cutoff, Target(Bound));
        InParallel(k =>
        {
            if (k < taken.Count)
            {
                solvers[k].Expand(taken[k], cutoff, target, StepsPerNode);
            }
        });
        for (int k = 0; k < taken.Count; k++)
        {
            Nodes++;
            Take(solvers[k]);
        }

        for (int k = 0; k < taken.Count; k++)
        {
            TakeDown(taken[k], solvers[k]);
            for (int side = 0; side < solvers[k].Children.Count; side++)
            {
                LocationNode child = solvers[k].Children[side] with { Number = numbers++ };
                if (child.Bound < Cutoff && side == 0 && k == taken.Count - 1)
                {
                    plunging = child;
                }
                else
                {
                    Add(child);
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
            Record.Add(node.Number, [.. solver.Multipliers.Steps!, new PriceStep(solver.ClosingPrices(solver.Settled), [], [])], -1, -1, -1);
            return;
        }

        int first = solver.Children[0].Fixing[solver.PartingSite] == Fixing.Open ? 0 : 1;
        Record.Add(node.Number, solver.Multipliers.Steps!, solver.PartingSite, numbers + first, numbers + 1 - first);
        for (int side = 0; side < solver.Children.Count; side++)
        {
            Record.Add(numbers + side, [new PriceStep(solver.Children[side].Prices, [], [])], -1, -1, -1);
        }
    }

    // A small tree on the sites about which the relaxation and the best solution do not agree.
    private void SearchAround()
    {
        Multipliers relaxed = solvers[0].Multipliers;
        var fixing = (Fixing[])location.Fixing.Clone();
        for (int j = 0; j < fixing.Length; j++)
        {
            if (fixing[j] == Fixing.Free)
            {
                bool isOpen = Best.IsOpen(j);
                bool agrees = isOpen ? relaxed.AverageOpen[j] > 1 - margin : relaxed.AverageOpen[j] < margin;
                fixing[j] = !agrees ? Fixing.Free : isOpen ? Fixing.Open : Fixing.Closed;
            }
        }

        var part = new LocationTree(location.With(fixing), clock, gap, threads, NeighbourhoodNodes) { IsPart = true, Granularity = Granularity, Enough = Enough };
        part.Best.CopyFrom(Best);
        part.Cost = Cost;
        part.Run(relaxed.Best);
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
            queue.Enqueue(node, (node.Bound, node.Number));
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
