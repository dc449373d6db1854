using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Readiness.Staffing;

/// <summary>Plans who works which task in which shift.</summary>
/// <remarks>
/// A first roster is built person by person with a dynamic programme and improved by ruin and recreate with the same programme. Beside it, if
/// there are two threads and no work limit, else after it, comes what proves: column generation with dives and branch and price for problems of
/// one level without joint teams, limits on lending and fairness, whose rules forget at a day off what was before and whose people have no
/// history; a linear relaxation, and for small problems constraint programming, for the others.
/// An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class RosterPlanner
{
    // With one thread the rest of the time goes to the bounds.
    private const double SearchShare = 0.8;

    // Columns need no more than some roster to start from.
    private const double ColumnStart = 0.05;

    // Person-entry pairs up to which constraint programming proves more than it costs.
    private const int LargestAlone = 20_000;
    private const int LargestBesideColumns = 600;

    /// <summary>Plans a roster. It keeps every rule of the problem at whatever moment the call ends.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and start; the defaults if null. The work limit counts iterations of ruin and recreate; a neighbourhood of columns counts as 1,000.</param>
    /// <param name="progress">Receives reports, on a thread of the solve.</param>
    /// <param name="cancellationToken">Ends the call early with the best roster so far.</param>
    /// <returns>
    /// The roster. Without assignments and without levels in its proof if none was found: because there is none
    /// (<see cref="Termination.Infeasible"/>, with the <see cref="Roster.Conflicts"/>) or because a limit came first.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="ArgumentException">The problem contradicts its own documentation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public Roster Plan(
        RosterProblem problem, RosterOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new RosterOptions();
        options.Validate();
        RosterProblemCheck.Throw(problem);
        var model = new RosterModel(problem);
        using var run = new RosterRun(model, options, progress, cancellationToken);
        if (!ConflictSearch.OfPins(model).IsEmpty)
        {
            return Conclude(run, isInfeasible: true, iterations: 0);
        }

        var search = new RuinAndRecreate(model, options.Seed);
        using var bounds = new RosterBounds(run);
        ColumnSearch? columns = ColumnSearch.TryCreate(run);
        Action<CancellationToken> prove = columns is null ? bounds.Prove : columns.Run;
        if (options.Threads > 1 && options.WorkLimit is null)
        {
            SearchBeside(run, search, columns is not null, prove);
        }
        else
        {
            TimeSpan share = options.TimeLimit * (options.WorkLimit is not null ? 1 : columns is null ? SearchShare : ColumnStart);
            Search(run, search, columns is not null, share);
            if (!run.IsSolved && (columns is null || run.Version > 0))
            {
                prove(cancellationToken);
            }
        }

        search.PruneTeams(run);
        bounds.Publish();
        return Conclude(run, search.IsInfeasible || bounds.IsInfeasible, search.Iterations);
    }

    private static void Search(RosterRun run, RuinAndRecreate search, bool hasColumns, TimeSpan until)
    {
        bool built = search.Construct(run, StartEntries(run.Model, run.Options.Start?.Assignments ?? run.Model.Problem.Published?.Assignments ?? []));
        if (search.IsInfeasible)
        {
            return;
        }

        ConstraintRoster? exact = ConstraintRoster.TryCreate(run.Model, hasColumns ? LargestBesideColumns : LargestAlone);
        if (built)
        {
            TimeSpan first = exact is null ? until : run.Elapsed + ((until - run.Elapsed) * 0.1);
            search.Improve(run, run.Options.WorkLimit, run.Options.WorkLimit is null ? first : until);
        }

        if (exact is not null && !run.MustStop)
        {
            exact.Solve(run, run.Best?.EntryOf, run.Elapsed + ((until - run.Elapsed) * 0.6));
            search.NoteInfeasible(exact.IsInfeasible);
            if (exact.EntryOf is { } found)
            {
                search.Adopt(run, found);
            }

            exact.Publish(run);
            if (search.HasBest && run.Options.WorkLimit is null)
            {
                search.Improve(run, null, until);
            }
        }
    }

    private static void SearchBeside(RosterRun run, RuinAndRecreate search, bool hasColumns, Action<CancellationToken> prove)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(run.CancellationToken);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                prove(done.Token);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        {
            IsBackground = true,
            Name = "Roster bounds",
        };
        thread.Start();
        try
        {
            Search(run, search, hasColumns, run.Options.TimeLimit);
        }
        finally
        {
            done.Cancel();
            thread.Join();
        }

        failure?.Throw();
    }

    private static int[] StartEntries(RosterModel model, ImmutableArray<RosterAssignment> start)
    {
        if (start.IsDefaultOrEmpty)
        {
            return [];
        }

        int[] entries = new int[model.PeopleCount * model.Days];
        Array.Fill(entries, -1);
        foreach (RosterAssignment a in start)
        {
            if ((uint)a.Person < (uint)model.PeopleCount && (uint)a.Day < (uint)model.Days)
            {
                entries[(a.Person * model.Days) + a.Day] = model.FindEntry(a.Day, a.Shift, a.Task);
            }
        }

        return entries;
    }

    private static Roster Conclude(RosterRun run, bool isInfeasible, long iterations)
    {
        Termination limit = run.CancellationToken.IsCancellationRequested ? Termination.Stopped
            : run.Remaining == TimeSpan.Zero ? Termination.TimeLimit
            : run.Options.WorkLimit is { } work && iterations >= work ? Termination.WorkLimit : Termination.Finished;
        if (run.Best is not { } best)
        {
            return isInfeasible
                ? new Roster([], new PlanProof(Termination.Infeasible, [])) { Conflicts = new ConflictSearch(run).Find() }
                : new Roster([], new PlanProof(limit, []));
        }

        RosterModel model = run.Model;
        var assignments = ImmutableArray.CreateBuilder<RosterAssignment>();
        for (int i = 0; i < best.EntryOf.Length; i++)
        {
            if (best.EntryOf[i] >= 0)
            {
                CoverRequirement cover = model.Cover[best.EntryOf[i]];
                assignments.Add(new RosterAssignment(i / model.Days, cover.Day, cover.Shift, cover.Task));
            }
        }

        ImmutableArray<double> proved = run.Bounds;
        var levels = ImmutableArray.CreateBuilder<LevelProof>();
        for (int level = 0; level < model.LevelCount; level++)
        {
            levels.Add(new LevelProof(model.Problem.Levels[level], best.Values[level], proved[level]));
        }

        return new Roster(assignments.ToImmutable(), new PlanProof(run.IsSolved ? Termination.Optimal : limit, levels.ToImmutable()));
    }
}
