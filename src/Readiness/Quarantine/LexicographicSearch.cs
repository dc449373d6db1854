using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Readiness.Quarantine.Intervals;
using Readiness.Solving;

namespace Readiness.Quarantine;

/// <summary>
/// <see cref="OpeningSearch"/>, then branch and price over openings (<see cref="IntervalTree"/>) or branch and bound on the <see cref="StrongFormulation"/>, criterion by
/// criterion, none at the expense of one before it. Where there are many strong rows, those that the linear relaxation violates are added round by round before the
/// branching. The farthest distance is found by bisection.
/// </summary>
internal sealed class LexicographicSearch
{
    private const double OptimalGap = 1e-6;

    /// <summary>Stay columns up to which all strong rows of a problem of one day are written down at once.</summary>
    private const long WholeModel = 40_000;

    /// <summary>Stay columns above which the model is not built: the solver would need minutes before it looks at its limits.</summary>
    private const long LargestModel = 400_000;

    /// <summary>Stay columns up to which they are also planned as whole numbers.</summary>
    private const long SmallModel = 120;

    /// <summary>Offers to openings up to which branch and price is quick; beyond it the model is better than a bound from prices that have not converged.</summary>
    private const double LargestIntervals = 1e7;

    private const int CutRounds = 30;
    private const double LeastRise = 1e-4;
    private const double ShareOfTime = 0.5;
    private const double FillShare = 0.1;
    private const int FillSlack = 1;

    private readonly LocationOptions options;
    private readonly IProgress<SolveProgress>? progress;
    private readonly SearchClock clock;
    private readonly List<(LocationCriterion Criterion, double Bound)> bounds = [];
    private IndexedLocation location;
    private OpeningLimits limits;
    private SiteCandidate? best;
    private bool isInfeasible;
    private bool isTimeSpent;
    private bool isWorkSpent;

    public LexicographicSearch(IndexedLocation location, LocationOptions options, IProgress<SolveProgress>? progress, SearchClock clock)
    {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
        Narrow(location);
    }

    public SitePlan Run()
    {
        ImmutableArray<LocationCriterion> objectives = location.Problem.Objectives;
        Take(new SiteCandidate(location, new OccupancyLedger(location), []), LocationCriterion.Unserved, "start");
        if (!clock.IsOver)
        {
            Take(OpeningSearch.Run(location, limits, clock, options.Seed), LocationCriterion.Unserved, "openings");
        }

        foreach (LocationCriterion criterion in objectives)
        {
            TimeSpan time = clock.Left * (criterion == objectives[^1] ? 1 : ShareOfTime);
            double bound = criterion == LocationCriterion.Farthest ? MinimiseFarthest(new SearchClock(time, clock.Token)) : Minimise(criterion, time);
            if (best is null)
            {
                return new SitePlan([], [], new PlanProof(isInfeasible ? Termination.Infeasible : Ending([]), []));
            }

            bounds.Add((criterion, bound));
            Hold(criterion);
        }

        LevelProof[] levels = [.. bounds.Select(b => new LevelProof(SiteLevels.NameOf(b.Criterion), best!.Of(b.Criterion), Math.Min(b.Bound, best.Of(b.Criterion))))];
        return best!.ToPlan(new PlanProof(Ending(levels), [.. levels]));
    }

    private double Minimise(LocationCriterion criterion, TimeSpan time)
    {
        double bound = criterion switch
        {
            LocationCriterion.Unserved => location.Unservable,
            LocationCriterion.Cost => KnapsackBound.Of(location, best!.Unserved),
            _ => Math.Max(limits.Number.Least, location.Forced.Count(isForced => isForced)),
        };
        return best is not null && IsProven(best.Of(criterion), bound) ? bound : Math.Max(bound, Solve(criterion, time));
    }

    // Bisection over the distances there are: is a plan possible that leaves no more unserved and sends nobody further?
    private double MinimiseFarthest(SearchClock limited)
    {
        LocationProblem problem = location.Problem;
        double[] radii = [.. problem.Distances.Where((_, pair) => double.IsFinite(location.Costs[pair])).Append(0).Distinct().Order()];
        double limit = best!.Unserved + (OptimalGap * Math.Max(1, best.Unserved));
        int tooNear = -1;
        int enough = Array.BinarySearch(radii, best.Farthest);
        while (enough - tooNear > 1 && !limited.IsOver)
        {
            int middle = (tooNear + enough) / 2;
            var near = new LexicographicSearch(
                new IndexedLocation(problem with { MaxDistance = radii[middle], Objectives = [LocationCriterion.Unserved] }), options, null, new SearchClock(limited.Left, clock.Token));
            SitePlan plan = near.Run();
            if (near.best is { } found && found.Unserved <= limit)
            {
                best = found;
                enough = Array.BinarySearch(radii, found.Farthest);
            }
            else if (near.isInfeasible || (!plan.Proof.Levels.IsEmpty && plan.Proof.Levels[0].Bound > limit))
            {
                tooNear = middle;
            }
            else
            {
                isTimeSpent |= near.isTimeSpent;
                isWorkSpent |= near.isWorkSpent;
                break;
            }
        }

        return radii[tooNear + 1];
    }

    // What later criteria may not give up becomes a limit of the problem.
    private void Hold(LocationCriterion criterion)
    {
        if (criterion == LocationCriterion.SiteCount)
        {
            Narrow(new IndexedLocation(location.Problem with { MostSites = best!.SiteCount }));
        }
        else if (criterion == LocationCriterion.Farthest)
        {
            Narrow(new IndexedLocation(location.Problem with { MaxDistance = best!.Farthest }));
        }
    }

    [MemberNotNull(nameof(location), nameof(limits))]
    private void Narrow(IndexedLocation to)
    {
        location = to;
        limits = new OpeningLimits(to.Problem);
    }

    private static bool IsProven(double objective, double bound) => objective - bound <= OptimalGap * Math.Max(1, Math.Abs(objective));

    private Termination Ending(LevelProof[] levels) =>
        levels.Length > 0 && Array.TrueForAll(levels, level => level.Gap <= OptimalGap) ? Termination.Optimal
        : clock.Token.IsCancellationRequested ? Termination.Stopped
        : isTimeSpent || clock.IsOver ? Termination.TimeLimit
        : isWorkSpent ? Termination.WorkLimit
        : Termination.Finished;

    private double Solve(LocationCriterion level, TimeSpan time)
    {
        double bound = double.NegativeInfinity;
        var groups = new CustomerGroups(location, level);
        long size = StrongFormulation.Size(location, groups);
        if (clock.IsOver || size > LargestModel)
        {
            return bound;
        }

        TimeSpan end = clock.Elapsed + time;
        if (best is not null && CanSearchIntervals(level, groups))
        {
            // What this leaves open is a matter of whole units.
            bound = SearchIntervals(level, groups, time);
            if (clock.Elapsed >= end || size > SmallModel || IsProven(best.Of(level), bound))
            {
                isTimeSpent |= clock.Elapsed >= end;
                return bound;
            }
        }

        bool isWhole = location.Days == 1 && size <= WholeModel;
        List<StrongRow> cuts = [];
        if (!isWhole)
        {
            bound = Math.Max(bound, AddCuts(Formulate(level, groups, Integrality.None, isWhole), time * (size <= WholeModel ? 0.2 : 0.7), level, cuts));
        }

        // Openings first: with whole stays the solver's cuts take seconds and its limits are not looked at meanwhile. The parts of units that
        // are lost by rounding matter only at the very end, and in small models.
        if (!IsSplit || best is null || !IsProven(best.Of(level), bound))
        {
            bound = Math.Max(bound, Branch(level, groups, IsSplit ? Integrality.Openings : Integrality.All, isWhole, cuts, end));
        }

        if (HasWholeLevel && IsSplit && size <= SmallModel && !isInfeasible && (best is null || !IsProven(best.Of(level), bound)))
        {
            bound = Math.Max(bound, Branch(level, groups, Integrality.All, isWhole, cuts, end));
        }

        return bound;
    }

    // Every opening of every site is priced, with all who may stay there.
    private bool CanSearchIntervals(LocationCriterion level, CustomerGroups groups) =>
        level is LocationCriterion.Unserved or LocationCriterion.Cost && location.Days > 1 && IsSplit && limits.AreNone
        && (double)groups.Demand.Length * location.Sites * location.Days * location.Days <= LargestIntervals;

    private double SearchIntervals(LocationCriterion level, CustomerGroups groups, TimeSpan time)
    {
        var tried = new HashSet<string>();
        using var tree = new IntervalTree(location, level, groups, best!, new SearchClock(time, clock.Token), options.Threads)
        {
            Best = () => best!.Of(level),
            Found = (first, last) =>
            {
                if (tried.Add(string.Join(' ', first.Concat(last))))
                {
                    FillOpenings(level, groups, first, last);
                }
            },
            Report = bound => Report(level, best!.Of(level), Sharpened(level, bound)),
            IsEnough = bound => best!.Of(level) - Sharpened(level, bound) <= SolverGap(level) * Math.Max(1, Math.Abs(best.Of(level))),
            MostNodes = MostNodes ?? int.MaxValue,
        };
        tree.Run();
        isWorkSpent |= tree.IsWorkSpent;
        return Sharpened(level, tree.Bound);
    }

    // The best plan with openings near to these.
    private void FillOpenings(LocationCriterion level, CustomerGroups groups, int[] first, int[] last)
    {
        StrongFormulation formulation = Formulate(level, groups, HasWholeLevel ? Integrality.All : Integrality.Openings, withStrongRows: false);
        using var solver = new HighsSolver(formulation.Model, new SolveLimits
        {
            Time = clock.Left * FillShare,
            Threads = options.Threads,
            Seed = options.Seed,
            Nodes = MostNodes,
            MipRelativeGap = SolverGap(level),
        });
        formulation.Settle(solver, first, last, FillSlack);
        SolveOutcome outcome = solver.Solve(clock.Token);
        if (outcome.HasSolution)
        {
            Take(formulation.ToCandidate(outcome.ColumnValues), level, "openings");
        }
    }

    private int? MostNodes => options.WorkLimit is { } work ? (int)Math.Min(work, int.MaxValue) : null;

    private bool IsSplit => !location.Problem.SingleSource;

    private StrongFormulation Formulate(LocationCriterion level, CustomerGroups groups, Integrality integrality, bool withStrongRows) =>
        new(location, limits, level, groups, best?.Unserved ?? 0, integrality, withStrongRows);

    private double Branch(
        LocationCriterion level,
        CustomerGroups groups,
        Integrality integrality,
        bool withStrongRows,
        List<StrongRow> cuts,
        TimeSpan end)
    {
        if (clock.IsOver || clock.Elapsed >= end)
        {
            isTimeSpent = true;
            return double.NegativeInfinity;
        }

        StrongFormulation formulation = Formulate(level, groups, integrality, withStrongRows);
        foreach (StrongRow cut in cuts)
        {
            formulation.Model.AddRow(double.NegativeInfinity, 0, cut.Columns, cut.Values);
        }

        using var solver = new HighsSolver(formulation.Model, new SolveLimits
        {
            Time = end - clock.Elapsed,
            Threads = options.Threads,
            Seed = options.Seed,
            Nodes = MostNodes,
            MipRelativeGap = SolverGap(level),
        });
        solver.Progress = (objective, bound) => Report(level, objective, bound);
        if (best is not null)
        {
            solver.SetSolution(formulation.ToColumns(best));
        }

        SolveOutcome outcome = solver.Solve(clock.Token);
        isTimeSpent |= outcome.Status == SolveStatus.TimeLimit;
        isWorkSpent |= outcome.Status == SolveStatus.WorkLimit;
        if (outcome.HasSolution)
        {
            Take(formulation.ToCandidate(outcome.ColumnValues), level, SiteLevels.NameOf(level));
        }

        // A plan proves that there is one, so "infeasible" can then only be a matter of the solver's tolerances.
        isInfeasible |= outcome.Status == SolveStatus.Infeasible && best is null;
        return outcome.Status == SolveStatus.Infeasible || double.IsNaN(outcome.Bound) ? double.NegativeInfinity : Sharpened(level, outcome.Bound);
    }

    private double AddCuts(
        StrongFormulation relaxation, TimeSpan time, LocationCriterion level, List<StrongRow> cuts)
    {
        double bound = double.NegativeInfinity;
        TimeSpan end = clock.Elapsed + time;
        using var solver = new HighsSolver(relaxation.Model, new SolveLimits { Threads = options.Threads, Seed = options.Seed });
        for (int round = 0; round < CutRounds && clock.Elapsed < end; round++)
        {
            solver.Limits = solver.Limits with { Time = end - clock.Elapsed };
            SolveOutcome outcome = solver.Solve(clock.Token);
            if (outcome.Status != SolveStatus.Optimal)
            {
                break;
            }

            double rise = Sharpened(level, outcome.Bound) - bound;
            bound = Math.Max(bound, Sharpened(level, outcome.Bound));
            if (best is not null)
            {
                Report(level, best.Of(level), bound);
            }

            List<StrongRow> violated = relaxation.FindViolated(outcome.ColumnValues);
            if (violated.Count == 0 || rise < LeastRise * Math.Abs(bound))
            {
                break;
            }

            foreach (StrongRow cut in violated)
            {
                solver.AddRow(double.NegativeInfinity, 0, cut.Columns, cut.Values);
            }

            cuts.AddRange(violated);
        }

        return bound;
    }

    // Whole units are served or not, and whole sites open or not: a gap below one closes by rounding up.
    private double SolverGap(LocationCriterion level) => level switch
    {
        LocationCriterion.Cost => options.RelativeGap,
        LocationCriterion.SiteCount => 0.9 / Math.Max(1, best?.SiteCount ?? 1),
        _ => HasWholeLevel ? 0.9 / Math.Max(1, best?.Unserved ?? 1) : 1e-7,
    };

    private double Sharpened(LocationCriterion level, double bound)
    {
        if (level == LocationCriterion.Cost || double.IsInfinity(bound))
        {
            return bound;
        }

        if (level == LocationCriterion.SiteCount)
        {
            return Math.Ceiling(bound - 1e-6);
        }

        double served = location.TotalUnitDays - bound;
        return HasWholeLevel ? location.TotalUnitDays - Math.Floor(served + (1e-6 * Math.Max(1, Math.Abs(bound)))) : bound;
    }

    private bool HasWholeLevel => location.Problem.WholeUnits;

    private void Take(SiteCandidate candidate, LocationCriterion level, string phase)
    {
        if (limits.Violations(candidate.IsOpen) > 0 || (best is not null && !candidate.IsBetterThan(best, level)))
        {
            return;
        }

        best = candidate;
        Report(level, best.Of(level), double.NaN, phase);
    }

    private void Report(LocationCriterion level, double objective, double bound, string phase = "branch and bound") =>
        progress?.Report(new SolveProgress(phase, clock.Elapsed, SiteLevels.NameOf(level), objective, double.IsFinite(bound) ? bound : null));
}
