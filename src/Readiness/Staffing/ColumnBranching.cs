namespace Readiness.Staffing;

/// <summary>
/// Branch and price: where the linear relaxation is not whole, the number of missing or surplus heads of an entry is split, or what a person
/// does on a day, and each half is solved by column generation; the least bound of the open nodes is a bound of the problem.
/// </summary>
/// <remarks>Cover is split first: it needs no other pricing, does not care who works, and moves the bound most.</remarks>
internal sealed class ColumnBranching
{
    private const double Fraction = 1e-5;

    private readonly RosterModel model;
    private readonly Func<double, double> roundUp;
    private readonly PriorityQueue<Node, (double Bound, int Order)> open = new();
    private readonly CoverBounds rootCover;
    private readonly double[] worked;
    private ColumnMaster master;
    private ColumnGeneration generation;
    private double unresolved = double.PositiveInfinity;
    private int order;

    /// <summary>Starts from the root.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="master">Its master programme.</param>
    /// <param name="generation">Column generation over it.</param>
    /// <param name="cover">Limits of the cover at the root.</param>
    /// <param name="rootBound">Bound of the root.</param>
    /// <param name="roundUp">The least value that a roster can have from a bound on.</param>
    public ColumnBranching(
        RosterModel model, ColumnMaster master, ColumnGeneration generation, CoverBounds cover, double rootBound, Func<double, double> roundUp)
    {
        this.model = model;
        this.master = master;
        this.generation = generation;
        this.roundUp = roundUp;
        rootCover = cover;
        worked = new double[model.Cover.Length];
        Push(new Node(null, cover, rootBound));
    }

    /// <summary>Schedules of the best roster that the latest nodes happened to find; null for none.</summary>
    public ScheduleColumn[]? Found { get; private set; }

    /// <summary>Bound of the whole problem; at least the value of the best roster once nothing is open.</summary>
    public double Bound => Math.Min(unresolved, open.Count > 0 ? open.Peek().Bound : double.PositiveInfinity);

    /// <summary>Nodes solved so far.</summary>
    public int Nodes { get; private set; }

    /// <summary>Goes on with another master programme, which holds every column that a better roster may need or generates it.</summary>
    public void Use(ColumnMaster other, ColumnGeneration otherGeneration) => (master, generation) = (other, otherGeneration);

    /// <summary>Brings the most promising open node into the master programme and dives from there.</summary>
    /// <param name="dive">The dive.</param>
    /// <param name="cutoff">Value that the roster must stay below.</param>
    /// <param name="limits">When to stop.</param>
    /// <returns>Schedule of each person; null if the dive was given up.</returns>
    public ScheduleColumn[]? Dive(ColumnDive dive, double cutoff, ColumnLimits limits)
    {
        if (open.Count == 0)
        {
            return null;
        }

        Node node = open.Peek();
        Enter(node);
        ScheduleColumn[]? found = generation.Run(node.Decisions, 100, limits, (bound, _) => roundUp(bound) >= cutoff)
            ? dive.Run(5, 20, 0.75, cutoff, limits, node.Decisions) : null;
        Leave();
        return found;
    }

    /// <summary>Solves nodes until the time is up or none is left.</summary>
    /// <param name="best">Value of the best roster.</param>
    /// <param name="most">Most nodes to solve.</param>
    /// <param name="limits">When to stop.</param>
    public void Run(Func<double> best, int most, ColumnLimits limits)
    {
        Found = null;
        for (int solved = 0; open.Count > 0 && solved < most && !limits.MustStop && Found is null; solved++)
        {
            Node node = open.Dequeue();
            double cutoff = best();
            if (roundUp(node.Bound) >= cutoff - 1e-9)
            {
                // What is left cannot be better than the best roster.
                unresolved = Math.Min(unresolved, Math.Max(node.Bound, cutoff));
                open.Clear();
                break;
            }

            Solve(node, cutoff, limits);
        }

        Leave();
    }

    private void Solve(Node node, double cutoff, ColumnLimits limits)
    {
        Nodes++;
        Enter(node);

        // Enough is known once the node falls, or no more can come of the bound than its rounding promises already.
        bool solved = generation.Run(
            node.Decisions, int.MaxValue, limits, (bound, objective) => roundUp(bound) >= Math.Min(cutoff, roundUp(objective)) - 1e-9);
        double bound = Math.Max(node.Bound, generation.Bound);
        if (roundUp(bound) >= cutoff - 1e-9)
        {
            // No roster of this node is better than the best one.
            return;
        }

        if (limits.MustStop)
        {
            Push(node with { Bound = bound });
            return;
        }

        if (!solved || master.IsArtificial)
        {
            // Most likely there is no roster in this node, but the bound does not say so.
            unresolved = Math.Min(unresolved, bound);
            return;
        }

        if (!Split(node, bound))
        {
            Found = master.WholeSchedules();
            unresolved = Math.Min(unresolved, bound);
        }
    }

    // Two halves of a node; false if its solution is whole.
    private bool Split(Node node, double bound) => SplitSum(node, bound) || SplitCover(node, bound) || SplitDay(node, bound);

    private bool SplitSum(Node node, double bound)
    {
        int group = -1;
        double farthest = Fraction;
        for (int g = 0; g < node.Cover.Groups.Count; g++)
        {
            double fraction = Math.Abs(master.SumOf(g) - Math.Round(master.SumOf(g)));
            if (fraction > farthest)
            {
                (farthest, group) = (fraction, g);
            }
        }

        if (group < 0)
        {
            return false;
        }

        double value = master.SumOf(group);
        Push(node with { Cover = node.Cover.WithSum(group, node.Cover.Sum(group).Least, Math.Floor(value)), Bound = bound });
        Push(node with { Cover = node.Cover.WithSum(group, Math.Ceiling(value), node.Cover.Sum(group).Most), Bound = bound });
        return true;
    }

    private bool SplitCover(Node node, double bound)
    {
        int entry = -1;
        bool surplus = false;
        double value = 0;
        double worst = Fraction;
        for (int e = 0; e < model.Cover.Length; e++)
        {
            for (int side = 0; side < 2; side++)
            {
                double heads = side == 0 ? master.Missing(e) : master.Surplus(e);
                double weight = (side == 0 ? model.Cover[e].UnderWeight : Math.Min(1e6, model.Cover[e].OverWeight)) * Math.Abs(heads - Math.Round(heads));
                if (Math.Abs(heads - Math.Round(heads)) > Fraction && weight > worst)
                {
                    (worst, entry, surplus, value) = (weight, e, side == 1, heads);
                }
            }
        }

        if (entry < 0)
        {
            return false;
        }

        (double least, double most) = surplus ? node.Cover.Surplus(entry) : node.Cover.Missing(entry);
        Push(node with { Cover = node.Cover.With(entry, surplus, least, Math.Floor(value)), Bound = bound });
        Push(node with { Cover = node.Cover.With(entry, surplus, Math.Ceiling(value), most), Bound = bound });
        return true;
    }

    private bool SplitDay(Node node, double bound)
    {
        int person = -1;
        int entry = -1;
        double nearest = 0.5 - Fraction;
        for (int p = 0; p < model.PeopleCount; p++)
        {
            foreach (int c in master.ColumnsOf(p))
            {
                foreach (int e in master.Share(c) > 0 ? master.Columns[c].Entries : [])
                {
                    worked[e] += master.Share(c);
                }
            }

            foreach (int c in master.ColumnsOf(p))
            {
                foreach (int e in master.Share(c) > 0 ? master.Columns[c].Entries : [])
                {
                    if (worked[e] > 0 && Math.Abs(worked[e] - 0.5) < nearest)
                    {
                        (nearest, person, entry) = (Math.Abs(worked[e] - 0.5), p, e);
                    }

                    worked[e] = 0;
                }
            }
        }

        if (person < 0)
        {
            return false;
        }

        BranchingDecisions Copy() =>
            node.Decisions is null ? new BranchingDecisions(model.PeopleCount, model.Days) : new BranchingDecisions(node.Decisions, model.PeopleCount, model.Days);
        BranchingDecisions works = Copy();
        works.Require(person, model.Cover[entry].Day, entry);
        BranchingDecisions not = Copy();
        not.Forbid(person, model.Cover[entry].Day, entry);
        Push(node with { Decisions = not, Bound = bound });
        Push(node with { Decisions = works, Bound = bound });
        return true;
    }

    // Of equal bounds the latest first, so that the search goes down before it goes wide.
    private void Push(Node node) => open.Enqueue(node, (roundUp(node.Bound), -order++));

    private void Enter(Node node)
    {
        master.SetCover(node.Cover);
        master.Restrict(node.Decisions);
        generation.Restart();
    }

    private void Leave()
    {
        master.SetCover(rootCover);
        master.Restrict(null);
    }

    private sealed record Node(BranchingDecisions? Decisions, CoverBounds Cover, double Bound);
}
