using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>The whole method on one independent part: greedy plan, relaxation, rounding, integer programme, bounds.</summary>
internal sealed class PartSolve : IDisposable
{
    // Shares of the time limit after which a phase ends; what is left serves the bounds.
    private const double RelaxationShare = 0.8;
    private const double ExactShare = 0.9;

    private readonly SolveClock clock;
    private readonly List<(ObjectiveStage Step, double Value)> allowed = [];
    private TimeExpandedProgramme? programme;
    private StageSolver? stages;
    private RelaxedLevels? relaxed;
    private bool boundsReady;

    public PartSolve(IndependentPart part, SolveClock clock)
    {
        this.clock = clock;
        Plan = new PartPlan(part);
    }

    /// <summary>The best plan so far.</summary>
    public PartPlan Plan { get; }

    /// <summary>What the integer programme proved, if it was tried.</summary>
    public ExactLevels? Exact { get; private set; }

    /// <summary>Whether the work limit ended a phase.</summary>
    public bool WorkIsOver => stages?.WorkIsOver ?? false;

    /// <summary>A first plan, without any solver: level by level, or day by day, which uses lorries and lots better where little is short.</summary>
    public void Construct()
    {
        bool Stop() => clock.IsOver();
        StockLedger start = StockLedger.WithPins(Plan.Network);
        new PullServing(Plan.Network, start).ServeAll(Stop);
        Plan.Offer(start, Stop);
        Plan.Offer(DayByDayServing.Serve(Plan.Network, Stop), Stop);
    }

    /// <summary>Improves the plan by relaxation and rounding, and by the integer programme where the part is small.</summary>
    public void Improve()
    {
        AllocationNetwork network = Plan.Network;
        if (network.Demands.Length == 0 || clock.IsOver())
        {
            return;
        }

        programme = new TimeExpandedProgramme(network, integer: false);
        stages = new StageSolver(network, programme, clock);
        relaxed = RelaxedLevels.Solve(stages, network, Plan.Value, RelaxationShare, clock);
        bool Stop() => clock.IsOver();
        if (relaxed is not null)
        {
            long[] served = stages.ServedUnits(relaxed.Columns);
            Plan.Offer(FlowRounding.Cumulative(network, programme, relaxed.Columns, served), Stop);
            Plan.Offer(FlowRounding.Pulled(network, programme, relaxed.Columns, served, byLevel: true, Stop), Stop);
            Plan.Offer(FlowRounding.Pulled(network, programme, relaxed.Columns, served, byLevel: false, Stop), Stop);
        }

        if (IntegerCount(network, programme) <= ExactLevels.MostIntegers && !clock.IsOver(ExactShare) && !stages.WorkIsOver)
        {
            Exact = ExactLevels.Solve(Plan, clock, ExactShare);
        }
    }

    /// <summary>
    /// Lower bound of a step over this part's plans that keep the steps before at what was allowed to them with <see cref="Allow"/>.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="index">Its position in the objective.</param>
    /// <param name="proven">Whether all parts are at their proven optimum in all steps before.</param>
    public double Bound(ObjectiveStage step, int index, bool proven)
    {
        double value = step.Of(Plan.Value);
        if (Plan.Network.Demands.Length == 0)
        {
            return value;
        }

        double bound = 0;
        if (proven && Exact is { } exact && exact.BoundHolds(Plan.Value, index))
        {
            bound = IntegralBound.Strengthen(Plan.Network, step, exact.Bounds[index]);
        }

        if (value > 1e-9 && relaxed is not null && relaxed.BoundHolds(index, allowed))
        {
            bound = Math.Max(bound, IntegralBound.Strengthen(Plan.Network, step, relaxed.Values[index]));
        }
        else if (bound < value && value > 1e-9 && stages is not null && !clock.IsOver() && !stages.WorkIsOver)
        {
            PrepareBounds();
            bound = Math.Max(bound, RelaxedBound(stages, step));
        }

        return Math.Clamp(bound, 0, value);
    }

    /// <summary>From now on, a step may take values up to the given one.</summary>
    public void Allow(ObjectiveStage step, double value)
    {
        allowed.Add((step, value));
        if (boundsReady)
        {
            stages!.Hold(step, value + (1e-6 * Math.Max(1, value)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stages?.Dispose();

    private static int IntegerCount(AllocationNetwork network, TimeExpandedProgramme programme)
    {
        int count = programme.ServedColumn.Count(column => column >= 0) + programme.LotColumn.Count(column => column >= 0);
        foreach (LaneItem item in network.LaneItems)
        {
            count += network.Arcs.AsSpan(item.FirstArc, item.ArcCount).ToArray().Max(arc => arc.LastDay - arc.FirstDay + 1);
        }

        return count;
    }

    private void PrepareBounds()
    {
        if (boundsReady)
        {
            return;
        }

        boundsReady = true;
        stages!.Reset();
        foreach ((ObjectiveStage step, double value) in allowed)
        {
            stages.Hold(step, value + (1e-6 * Math.Max(1, value)));
        }
    }

    private double RelaxedBound(StageSolver solver, ObjectiveStage step)
    {
        if (step.Kind == StageKind.Worst)
        {
            solver.TieRates(step.Level);
        }

        solver.Aim(step);
        SolveOutcome outcome = solver.Solve(1);
        if (step.Kind == StageKind.Worst)
        {
            solver.SetBounds(solver.Programme.Fairness[step.Level].Worst, 0, 0);
        }

        // The plan itself keeps every row, so "infeasible" could only be a numerical mistake.
        return outcome.Status == SolveStatus.Infeasible ? 0 : IntegralBound.Strengthen(Plan.Network, step, outcome.Bound);
    }
}
