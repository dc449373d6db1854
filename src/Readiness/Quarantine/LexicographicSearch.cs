using Readiness.Solving;

namespace Readiness.Quarantine;

/// <summary>
/// <see cref="OpeningSearch"/>, then branch and bound on the <see cref="StrongFormulation"/>, first for the level <c>unserved</c>, then for the level <c>cost</c>
/// with no more unserved. Where there are too many strong rows, those that the linear relaxation violates are added round by round before the branching.
/// </summary>
internal sealed class LexicographicSearch(IndexedLocation location, LocationOptions options, IProgress<SolveProgress>? progress, SearchClock clock)
{
    private const double OptimalGap = 1e-6;

    /// <summary>Stay columns up to which all strong rows are written down at once.</summary>
    private const long WholeModel = 40_000;

    /// <summary>Stay columns above which the model is not built: the solver would need minutes before it looks at its limits.</summary>
    private const long LargestModel = 400_000;

    /// <summary>Stay columns up to which they are also planned as whole numbers.</summary>
    private const long SmallModel = 120;

    private const int CutRounds = 30;

    private SiteCandidate best = new(location, new OccupancyLedger(location), []);
    private double unservedBound = location.Unservable;
    private double costBound;
    private bool isTimeSpent;
    private bool isWorkSpent;

    public SitePlan Run()
    {
        if (!clock.IsOver)
        {
            Take(OpeningSearch.Run(location, clock, options.Seed), "openings");
        }

        if (!IsProven(best.Unserved, unservedBound))
        {
            unservedBound = Math.Max(unservedBound, Solve(LocationLevel.Unserved, clock.Left * 0.5));
        }

        // The answer of the upper level fixes what the lower one may leave unserved.
        double limit = best.Unserved;
        costBound = KnapsackBound.Of(location, limit);
        if (!IsProven(best.Cost, costBound))
        {
            costBound = Math.Max(costBound, Solve(LocationLevel.Cost, clock.Left));
        }

        LevelProof[] levels =
        [
            new("unserved", best.Unserved, Math.Min(unservedBound, best.Unserved)),
            new("cost", best.Cost, Math.Min(costBound, best.Cost)),
        ];
        return best.ToPlan(new PlanProof(Ending(levels), [.. levels]));
    }

    private static bool IsProven(double objective, double bound) => objective - bound <= OptimalGap * Math.Max(1, Math.Abs(objective));

    private Termination Ending(LevelProof[] levels) =>
        Array.TrueForAll(levels, level => level.Gap <= OptimalGap) ? Termination.Optimal
        : clock.Token.IsCancellationRequested ? Termination.Stopped
        : isTimeSpent || clock.IsOver ? Termination.TimeLimit
        : isWorkSpent ? Termination.WorkLimit
        : Termination.Finished;

    private double Solve(LocationLevel level, TimeSpan time)
    {
        double bound = double.NegativeInfinity;
        var groups = new CustomerGroups(location, level);
        long size = StrongFormulation.Size(location, groups);
        if (clock.IsOver || size > LargestModel)
        {
            return bound;
        }

        TimeSpan end = clock.Elapsed + time;
        bool isWhole = size <= WholeModel;
        List<(int Stay, int Open, double Coefficient)> cuts = [];
        if (!isWhole)
        {
            bound = AddCuts(Formulate(level, groups, Integrality.None, isWhole), time * 0.7, level, cuts);
        }

        // Openings first: with whole stays the solver's cuts take seconds and its limits are not looked at meanwhile. The parts of units that
        // are lost by rounding matter only at the very end, and in small models.
        if (!IsSplit || !IsProven(Value(level), bound))
        {
            bound = Math.Max(bound, Branch(level, groups, IsSplit ? Integrality.Openings : Integrality.All, isWhole, cuts, end));
        }

        if (HasWholeLevel && IsSplit && size <= SmallModel && !IsProven(Value(level), bound))
        {
            bound = Math.Max(bound, Branch(level, groups, Integrality.All, isWhole, cuts, end));
        }

        return bound;
    }

    private bool IsSplit => !location.Problem.SingleSource;

    private StrongFormulation Formulate(LocationLevel level, CustomerGroups groups, Integrality integrality, bool withStrongRows) =>
        new(location, level, groups, best.Unserved, integrality, withStrongRows);

    private double Branch(
        LocationLevel level,
        CustomerGroups groups,
        Integrality integrality,
        bool withStrongRows,
        List<(int Stay, int Open, double Coefficient)> cuts,
        TimeSpan end)
    {
        if (clock.IsOver || clock.Elapsed >= end)
        {
            isTimeSpent = true;
            return double.NegativeInfinity;
        }

        StrongFormulation formulation = Formulate(level, groups, integrality, withStrongRows);
        foreach ((int stay, int open, double coefficient) in cuts)
        {
            formulation.StrongRow(stay, open, coefficient);
        }

        using var solver = new HighsSolver(formulation.Model, new SolveLimits
        {
            Time = end - clock.Elapsed,
            Threads = options.Threads,
            Seed = options.Seed,
            Nodes = options.WorkLimit is { } work ? (int)Math.Min(work, int.MaxValue) : null,
            MipRelativeGap = SolverGap(level),
        });
        solver.Progress = (objective, bound) => Report(level, objective, bound);
        solver.SetSolution(formulation.ToColumns(best));
        SolveOutcome outcome = solver.Solve(clock.Token);
        isTimeSpent |= outcome.Status == SolveStatus.TimeLimit;
        isWorkSpent |= outcome.Status == SolveStatus.WorkLimit;
        if (outcome.HasSolution)
        {
            Take(formulation.ToCandidate(outcome.ColumnValues), Name(level));
        }

        // The incumbent proves that there is a plan, so "infeasible" can only be a matter of the solver's tolerances.
        return outcome.Status == SolveStatus.Infeasible || double.IsNaN(outcome.Bound) ? double.NegativeInfinity : Sharpened(level, outcome.Bound);
    }

    private double AddCuts(
        StrongFormulation relaxation, TimeSpan time, LocationLevel level, List<(int Stay, int Open, double Coefficient)> cuts)
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

            bound = Math.Max(bound, Sharpened(level, outcome.Bound));
            Report(level, Value(level), bound);
            List<(int Stay, int Open, double Coefficient)> violated = relaxation.FindViolated(outcome.ColumnValues);
            if (violated.Count == 0)
            {
                break;
            }

            foreach ((int stay, int open, double coefficient) in violated)
            {
                solver.AddRow(double.NegativeInfinity, 0, [stay, open], [1, -coefficient]);
            }

            cuts.AddRange(violated);
        }

        return bound;
    }

    // Whole units are served or not: on the level unserved a gap below one closes by rounding up.
    private double SolverGap(LocationLevel level) =>
        level == LocationLevel.Cost ? options.RelativeGap
        : HasWholeLevel ? 0.9 / Math.Max(1, best.Unserved)
        : 1e-7;

    private double Sharpened(LocationLevel level, double bound)
    {
        if (level == LocationLevel.Cost || !HasWholeLevel || double.IsInfinity(bound))
        {
            return bound;
        }

        double served = location.TotalUnitDays - bound;
        return location.TotalUnitDays - Math.Floor(served + (1e-6 * Math.Max(1, Math.Abs(bound))));
    }

    private bool HasWholeLevel => location.Problem.WholeUnits;

    private void Take(SiteCandidate candidate, string phase)
    {
        if (!candidate.IsBetterThan(best))
        {
            return;
        }

        best = candidate;
        progress?.Report(new SolveProgress(phase, clock.Elapsed, Name(LocationLevel.Unserved), best.Unserved, Math.Min(unservedBound, best.Unserved)));
    }

    private void Report(LocationLevel level, double objective, double bound) =>
        progress?.Report(new SolveProgress("branch and bound", clock.Elapsed, Name(level), objective, double.IsFinite(bound) ? bound : null));

    private double Value(LocationLevel level) => level == LocationLevel.Cost ? best.Cost : best.Unserved;

    private static string Name(LocationLevel level) => level == LocationLevel.Cost ? "cost" : "unserved";
}
