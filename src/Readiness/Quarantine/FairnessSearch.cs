using Readiness.Solving;

namespace Readiness.Quarantine;

/// <summary>
/// Criteria about the worst-off and about backups, and those after them: branch and bound on the <see cref="StrongFormulation"/>, with a row for what each criterion before
/// has reached. The criteria before them, or else the level <c>unserved</c> for a start, are left to the searches that know only those.
/// </summary>
internal sealed class FairnessSearch
{
    private const double OptimalGap = 1e-6;
    private const double HoldMargin = 1e-7;
    private const double SolverGap = 1e-8;
    private const double ShareOfTime = 0.5;
    private const double StartShare = 0.2;

    /// <summary>Stay columns up to which all strong rows are written down.</summary>
    private const long WholeModel = 40_000;

    /// <summary>Columns above which the model is not built: the solver would need minutes before it looks at its limits.</summary>
    private const long LargestModel = 400_000;

    private readonly LocationOptions options;
    private readonly IProgress<SolveProgress>? progress;
    private readonly SearchClock clock;
    private readonly Func<IndexedLocation, LocationOptions, IProgress<SolveProgress>?, SearchClock, SitePlan> start;
    private readonly ServiceShares shares;
    private readonly List<LocationCriterion> held = [];
    private readonly List<double> bounds = [];
    private readonly List<double> heldWorst = [];
    private readonly bool isWorstOff;
    private IndexedLocation location;
    private OpeningLimits limits;
    private RatedSites best;
    private double heldBackup = double.PositiveInfinity;
    private bool isTimeSpent;
    private bool isWorkSpent;
    private bool isProven = true;

    /// <summary>Takes the problem.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="options">Limits, seed and gap.</param>
    /// <param name="progress">Told of better plans and bounds.</param>
    /// <param name="clock">The time.</param>
    /// <param name="start">Plans by other criteria.</param>
    public FairnessSearch(
        IndexedLocation location,
        LocationOptions options,
        IProgress<SolveProgress>? progress,
        SearchClock clock,
        Func<IndexedLocation, LocationOptions, IProgress<SolveProgress>?, SearchClock, SitePlan> start)
    {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
        this.start = start;
        this.location = location;
        limits = new OpeningLimits(location.Problem);
        shares = new ServiceShares(location);
        isWorstOff = location.Problem.Objectives.Contains(LocationCriterion.WorstOff);
        best = Rate(new SiteCandidate(location, new OccupancyLedger(location), []));
    }

    /// <summary>Whether a problem has criteria that only this search knows.</summary>
    public static bool IsNeeded(LocationProblem problem) => problem.Objectives.Any(IsOwn);

    /// <summary>Searches. Without a plan that keeps the rules about sites, there are no levels and nothing is open.</summary>
    public SitePlan Run()
    {
        LocationCriterion[] objectives = [.. location.Problem.Objectives];
        int known = Array.FindIndex(objectives, IsOwn);
        var before = new IndexedLocation(location.Problem with { Objectives = known > 0 ? [.. objectives[..known]] : [LocationCriterion.Unserved] });
        SitePlan first = start(before, options, known > 0 ? progress : null, new SearchClock(clock.Left * (known > 0 ? ShareOfTime : StartShare), clock.Token));
        if (first.Proof.Levels.IsEmpty)
        {
            return first;
        }

        best = Rate(Read(first));
        for (int k = 0; k < objectives.Length; k++)
        {
            double bound = k < known ? first.Proof.Levels[k].Bound
                : Minimise(objectives[k], new SearchClock(clock.Left * (k == objectives.Length - 1 ? 1 : ShareOfTime), clock.Token));
            bounds.Add(bound);
            Hold(objectives[k]);
        }

        LevelProof[] levels = [.. objectives.Select((criterion, k) => new LevelProof(SiteLevels.NameOf(criterion), best.Of(criterion), Math.Min(bounds[k], best.Of(criterion))))];
        return best.Sites.ToPlan(new PlanProof(Ending(levels), [.. levels]));
    }

    private static bool IsOwn(LocationCriterion criterion) => criterion is LocationCriterion.WorstOff or LocationCriterion.WithoutBackup;

    private RatedSites Rate(SiteCandidate candidate) => new(candidate, shares.Worst(candidate), shares.WithoutBackup(candidate));

    private SiteCandidate Read(SitePlan plan)
    {
        var ledger = new OccupancyLedger(location, OptimalGap / 2);
        foreach (SiteUse use in plan.Sites)
        {
            ledger.TryOpen(use.Site, use.FirstDay, use.LastDay);
        }

        foreach (Placement placement in plan.Placements)
        {
            ledger.Place(placement.Day, placement.Site, placement.Quantity);
        }

        return new SiteCandidate(location, ledger, [.. plan.Placements]);
    }

    private double Minimise(LocationCriterion criterion, SearchClock limited) => criterion switch
    {
        LocationCriterion.WorstOff => MinimiseWorst(limited),
        LocationCriterion.Farthest => MinimiseFarthest(limited),
        LocationCriterion.Unserved => Minimise(criterion, location.Unservable, limited),
        LocationCriterion.WithoutBackup => Minimise(criterion, shares.NeverBackedUp, limited),
        LocationCriterion.Cost => Minimise(criterion, KnapsackBound.Of(location, best.Sites.Unserved), limited),
        _ => Minimise(criterion, Math.Max(limits.Number.Least, location.Forced.Count(isForced => isForced)), limited),
    };

    private double Minimise(LocationCriterion criterion, double bound, SearchClock limited) =>
        IsProven(best.Of(criterion), bound) ? bound : Math.Max(bound, Solve(criterion, 0, limited));

    // The worst share, then the sum of the two worst at the least worst, and so on: that is leximin (Ogryczak 1997).
    private double MinimiseWorst(SearchClock limited)
    {
        double worst = 0;
        for (int k = 0; k < shares.Customers.Length; k++)
        {
            double sum = k == 0 ? 0 : best.Worst[k - 1];
            double bound = Math.Max(shares.Unavoidable[k], sum);
            bound = IsProven(best.Worst[k], bound) ? bound
                : Math.Max(bound, Solve(LocationCriterion.WorstOff, k + 1, new SearchClock(limited.Left * ShareOfTime, clock.Token)));
            worst = k == 0 ? bound : worst;
            isProven &= IsProven(best.Worst[k], bound);
            heldWorst.Add(best.Worst[k]);
            if (best.Worst[k] - sum <= OptimalGap || limited.IsOver)
            {
                isProven &= best.Worst[k] - sum <= OptimalGap;
                break;
            }
        }

        return worst;
    }

    // Bisection over the distances there are, as in the other searches, with all that is held.
    private double MinimiseFarthest(SearchClock limited)
    {
        IndexedLocation wide = location;
        double[] radii = [.. wide.Problem.Distances.Where((_, pair) => double.IsFinite(wide.Costs[pair])).Append(0).Distinct().Order()];
        int tooNear = -1;
        int enough = Array.BinarySearch(radii, best.Sites.Farthest);
        while (enough - tooNear > 1 && !limited.IsOver)
        {
            int middle = (tooNear + enough) / 2;
            location = new IndexedLocation(wide.Problem with { MaxDistance = radii[middle] });
            bool isImpossible = !IsProven(location.Unservable, best.Sites.Unserved) || double.IsPositiveInfinity(Solve(LocationCriterion.Farthest, 0, limited));
            location = wide;
            if (best.Sites.Farthest <= radii[middle])
            {
                enough = Array.BinarySearch(radii, best.Sites.Farthest);
            }
            else if (isImpossible)
            {
                tooNear = middle;
            }
            else
            {
                break;
            }
        }

        return radii[tooNear + 1];
    }

    // The bound; infinite if nothing keeps what is held.
    private double Solve(LocationCriterion level, int count, SearchClock limited)
    {
        var groups = new CustomerGroups(location, level, isWorstOff);
        long size = StrongFormulation.Size(location, groups);
        long extra = (long)(heldWorst.Count + 1) * (isWorstOff ? shares.Customers.Length : 0);
        if (limited.IsOver || size + extra > LargestModel)
        {
            isTimeSpent |= limited.IsOver;
            return double.NegativeInfinity;
        }

        StrongFormulation formulation = Formulate(level, count, groups, size <= WholeModel);
        using var solver = new HighsSolver(formulation.Model, new SolveLimits
        {
            Time = limited.Left,
            Threads = options.Threads,
            Seed = options.Seed,
            Nodes = options.WorkLimit is { } work ? (int)Math.Min(work, int.MaxValue) : null,
            MipRelativeGap = level == LocationCriterion.Cost ? options.RelativeGap : level == LocationCriterion.SiteCount ? 0.9 / Math.Max(1, best.Sites.SiteCount) : SolverGap,
        });
        solver.Progress = (objective, bound) =>
        {
            if (level != LocationCriterion.Farthest && count <= 1)
            {
                Report(level, objective, bound);
            }
        };
        if (level != LocationCriterion.Farthest)
        {
            solver.SetSolution(formulation.ToColumns(best.Sites));
        }

        SolveOutcome outcome = solver.Solve(clock.Token);
        isTimeSpent |= outcome.Status == SolveStatus.TimeLimit;
        isWorkSpent |= outcome.Status == SolveStatus.WorkLimit;
        if (outcome.HasSolution)
        {
            Take(formulation.ToCandidate(outcome.ColumnValues), level);
        }

        return outcome.Status == SolveStatus.Infeasible ? level == LocationCriterion.Farthest ? double.PositiveInfinity : double.NegativeInfinity
            : double.IsNaN(outcome.Bound) ? double.NegativeInfinity
            : Sharpened(level, outcome.Bound);
    }

    private StrongFormulation Formulate(LocationCriterion level, int count, CustomerGroups groups, bool withStrongRows)
    {
        double unserved = held.Contains(LocationCriterion.Unserved) ? best.Sites.Unserved : double.PositiveInfinity;
        Integrality integrality = location.Problem.WholeUnits && isWorstOff ? Integrality.Stays
            : location.Problem.WholeUnits || location.Problem.SingleSource ? Integrality.All
            : Integrality.Openings;
        var formulation = new StrongFormulation(location, limits, level, groups, unserved, integrality, withStrongRows);
        for (int k = 0; k < heldWorst.Count; k++)
        {
            formulation.AddWorstOff(shares, k + 1, heldWorst[k] + HoldMargin);
        }

        if (level == LocationCriterion.WorstOff)
        {
            formulation.AddWorstOff(shares, count, null);
        }

        if (level == LocationCriterion.WithoutBackup)
        {
            formulation.AddBackup(shares, null);
        }
        else if (double.IsFinite(heldBackup))
        {
            formulation.AddBackup(shares, heldBackup + (HoldMargin * Math.Max(1, heldBackup)));
        }

        return formulation;
    }

    private void Take(SiteCandidate candidate, LocationCriterion level)
    {
        RatedSites rated = Rate(candidate);
        if (limits.Violations(candidate.IsOpen) == 0 && rated.IsBetterThan(best, [.. held, level]))
        {
            best = rated;
            Report(level, best.Of(level), double.NaN);
        }
    }

    // What later criteria may not give up becomes a limit of the problem, or a row of the model.
    private void Hold(LocationCriterion criterion)
    {
        held.Add(criterion);
        if (criterion == LocationCriterion.WithoutBackup)
        {
            heldBackup = best.WithoutBackup;
        }
        else if (criterion is LocationCriterion.SiteCount or LocationCriterion.Farthest)
        {
            location = new IndexedLocation(criterion == LocationCriterion.SiteCount
                ? location.Problem with { MostSites = best.Sites.SiteCount }
                : location.Problem with { MaxDistance = best.Sites.Farthest });
            limits = new OpeningLimits(location.Problem);
        }
    }

    private double Sharpened(LocationCriterion level, double bound)
    {
        if (double.IsInfinity(bound))
        {
            return bound;
        }

        // Whole units are served or not, and whole sites open or not.
        double served = location.TotalUnitDays - bound;
        return level == LocationCriterion.SiteCount ? Math.Ceiling(bound - OptimalGap)
            : level == LocationCriterion.Unserved && location.Problem.WholeUnits
                ? location.TotalUnitDays - Math.Floor(served + (OptimalGap * Math.Max(1, Math.Abs(bound))))
                : bound;
    }

    private static bool IsProven(double objective, double bound) => objective - bound <= OptimalGap * Math.Max(1, Math.Abs(objective));

    private Termination Ending(LevelProof[] levels) =>
        isProven && Array.TrueForAll(levels, level => level.Gap <= OptimalGap) ? Termination.Optimal
        : clock.Token.IsCancellationRequested ? Termination.Stopped
        : isTimeSpent || clock.IsOver ? Termination.TimeLimit
        : isWorkSpent ? Termination.WorkLimit
        : Termination.Finished;

    private void Report(LocationCriterion level, double objective, double bound) =>
        progress?.Report(new SolveProgress("branch and bound", clock.Elapsed, SiteLevels.NameOf(level), objective, double.IsFinite(bound) ? bound : null));
}
