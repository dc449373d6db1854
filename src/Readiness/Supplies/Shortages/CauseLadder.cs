namespace Readiness.Supplies.Shortages;

/// <summary>Lifts the limits one after another and counts what each lift lets the shortages of a level have.</summary>
/// <remarks>
/// Levels are explained apart: whatever is less urgent is given up, whatever is more urgent stays served until that limit is lifted, too. Within a level the
/// shortages share what is found, earlier days first, so that their shares can be added up.
/// </remarks>
internal sealed class CauseLadder
{
    private static readonly (Limits Limit, ShortageCause Cause)[] Lifts =
    [
        (Limits.Lorries, ShortageCause.Lorry),
        (Limits.Storage, ShortageCause.Storage),
        (Limits.Reserves, ShortageCause.Reserve),
        (Limits.Budget, ShortageCause.Budget),
        (Limits.Expiry, ShortageCause.Expiry),
        (Limits.LeadTimes, ShortageCause.LeadTime),
        (Limits.Deliveries, ShortageCause.Delivery),
        (Limits.Priority, ShortageCause.Priority),
        (Limits.Fairness, ShortageCause.Fairness),
    ];

    private readonly AllocationProblem problem;
    private readonly SupplyPlan plan;
    private readonly PlanFlow flow;
    private readonly FlowJournal journal;
    private readonly ResidualRoom room;
    private readonly ResidualSearch search;
    private readonly CancellationToken cancellationToken;
    private readonly long[] open;
    private FairShares? shares;
    private PlanCompletion? completion;
    private PlanCompletion? anyDispatch;

    public CauseLadder(AllocationProblem problem, SupplyPlan plan, CancellationToken cancellationToken)
    {
        this.problem = problem;
        this.plan = plan;
        this.cancellationToken = cancellationToken;
        var graph = new FlowGraph(problem);
        flow = PlanReplay.Of(graph, plan);
        journal = new FlowJournal(flow);
        room = new ResidualRoom(flow);
        search = new ResidualSearch(flow, room, journal);
        open = new long[problem.Demands.Length];
        Shares = new long[problem.Demands.Length][];
        for (int j = 0; j < open.Length; j++)
        {
            open[j] = problem.Demands[j].Units - plan.Served[j];
            Shares[j] = open[j] > 0 ? new long[Enum.GetValues<ShortageCause>().Length] : [];
        }
    }

    /// <summary>Units by demand and cause; empty for a demand that is served, without units for one whose level is not explained.</summary>
    public long[][] Shares { get; }

    /// <summary>Explains the levels that are asked for.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run(Func<int, bool> isAskedFor)
    {
        foreach (IGrouping<int, int> level in Enumerable.Range(0, open.Length).Where(j => open[j] > 0 && isAskedFor(problem.Demands[j].Level)).ToLookup(j => problem.Demands[j].Level))
        {
            journal.UndoTo(0);
            flow.Level = level.Key;
            shares = FairShares.Of(flow, plan);
            int[] demands = [.. level.OrderBy(j => problem.Demands[j].Day).ThenBy(j => j)];
            Begin(level.Key, demands);
            foreach ((Limits limit, ShortageCause cause) in Lifts)
            {
                room.Lifted |= limit;
                foreach ((int demand, long units) in ServeAll(demands))
                {
                    Count(demand, cause, units);
                }
            }

            foreach (int j in demands)
            {
                Count(j, ShortageCause.Stock, open[j]);
            }
        }
    }

    // Without whole packs and with a free choice of lots; of what is found then, the plan itself is the cause where packs and lots allow it, too.
    private void Begin(int level, int[] demands)
    {
        room.Lifted = Limits.None;
        Dictionary<int, long> found = ServeAll(demands);
        int[] candidates = [.. demands.Where(found.ContainsKey)];
        if (candidates.Length == 0)
        {
            return;
        }

        AllocationProblem unbought = problem with { Offers = [], Budgets = [] };
        long[]? completed = (completion ??= new PlanCompletion(unbought, plan)).Gains(level, candidates);
        long[]? withAnyDispatch = problem.Lanes.All(static lane => lane.MinimumUnits <= 1) ? null : (anyDispatch ??= new PlanCompletion(
            unbought with { Lanes = [.. unbought.Lanes.Select(static lane => lane with { MinimumUnits = 0 })] }, plan)).Gains(level, candidates);
        foreach (int j in candidates)
        {
            long ofPlan = completed is null ? 0 : completed[j];
            long rest = Math.Max(0, found[j] - ofPlan);
            long ofDispatch = withAnyDispatch is null ? 0 : Math.Clamp(withAnyDispatch[j] - ofPlan, 0, rest);
            Count(j, ShortageCause.Plan, ofPlan);
            Count(j, ShortageCause.MinimumDispatch, ofDispatch);
            Count(j, ShortageCause.PackSize, rest - ofDispatch);
        }
    }

    // What one demand finds can leave lorries or reserves room for another; so a limit is done with only when a whole round finds nothing.
    private Dictionary<int, long> ServeAll(int[] demands)
    {
        var found = new Dictionary<int, long>();
        for (bool more = true; more;)
        {
            more = false;
            search.Forget();
            foreach (int j in demands)
            {
                long before = found.GetValueOrDefault(j);
                long units = Math.Min(open[j] - before, room.IsLifted(Limits.Fairness) ? shares!.Lacking(problem.Demands[j]) : long.MaxValue);
                units = units > 0 ? Serve(j, units) : 0;
                if (units > 0)
                {
                    shares!.Count(problem.Demands[j], units);
                    found[j] = before + units;
                    more = true;
                }
            }
        }

        return found;
    }

    private void Count(int demand, ShortageCause cause, long units)
    {
        Shares[demand][(int)cause] += units;
        open[demand] -= units;
    }

    // A unit needs all items of its kit; what is brought beyond whole units goes back.
    private long Serve(int demand, long units)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SupplyDemand wanted = problem.Demands[demand];
        room.Place = wanted.Place;
        int mark = journal.Mark;
        long whole = Bring(demand, units, out bool exact);
        if (exact)
        {
            return whole;
        }

        journal.UndoTo(mark);
        search.Forget();
        if (whole == 0 || (Bring(demand, whole, out exact) == whole && exact))
        {
            return whole;
        }

        journal.UndoTo(mark);
        search.Forget();
        return 0;
    }

    private long Bring(int demand, long units, out bool exact)
    {
        SupplyDemand wanted = problem.Demands[demand];
        var brought = new long[wanted.Needs.Length];
        for (int n = 0; n < brought.Length && units > 0; n++)
        {
            brought[n] = search.Bring(demand, n, wanted.Needs[n].Quantity * units);
            units = brought[n] / wanted.Needs[n].Quantity;
        }

        exact = true;
        for (int n = 0; n < brought.Length; n++)
        {
            exact &= brought[n] == wanted.Needs[n].Quantity * units;
        }

        return units;
    }
}
