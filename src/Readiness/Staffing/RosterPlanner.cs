using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Staffing;

/// <summary>Plans who works which task in which shift.</summary>
/// <remarks>
/// A first roster is built person by person with a dynamic programme and improved by ruin and recreate with the same programme.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class RosterPlanner
{
    /// <summary>Plans a roster. It keeps every rule of the problem at whatever moment the call ends.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and start; the defaults if null. The work limit counts iterations of ruin and recreate.</param>
    /// <param name="progress">Receives reports, on a thread of the solve.</param>
    /// <param name="cancellationToken">Ends the call early with the best roster so far.</param>
    /// <returns>
    /// The roster. Without assignments and without levels in its proof if none was found: because there is none
    /// (<see cref="Termination.Infeasible"/>) or because a limit came first.
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
        var run = new RosterRun(model, options, progress, cancellationToken);
        var search = new RuinAndRecreate(model, options.Seed);
        if (search.Construct(run, StartEntries(model, options.Start)))
        {
            search.Improve(run, options.WorkLimit);
        }

        return Conclude(run, search);
    }

    private static int[] StartEntries(RosterModel model, Roster? start)
    {
        if (start is null || start.Assignments.IsDefaultOrEmpty)
        {
            return [];
        }

        int[] entries = new int[model.PeopleCount * model.Days];
        Array.Fill(entries, -1);
        var byKey = new Dictionary<(int Day, int Shift, int Task), int>();
        for (int e = 0; e < model.Cover.Length; e++)
        {
            byKey.Add((model.Cover[e].Day, model.Cover[e].Shift, model.Cover[e].Task), e);
        }

        foreach (RosterAssignment a in start.Assignments)
        {
            if ((uint)a.Person < (uint)model.PeopleCount && byKey.TryGetValue((a.Day, a.Shift, a.Task), out int entry))
            {
                entries[(a.Person * model.Days) + a.Day] = entry;
            }
        }

        return entries;
    }

    private static Roster Conclude(RosterRun run, RuinAndRecreate search)
    {
        Termination limit = run.CancellationToken.IsCancellationRequested ? Termination.Stopped
            : run.Remaining == TimeSpan.Zero ? Termination.TimeLimit
            : run.Options.WorkLimit is { } work && search.Iterations >= work ? Termination.WorkLimit : Termination.Finished;
        if (!search.HasBest)
        {
            return new Roster([], new PlanProof(search.IsInfeasible ? Termination.Infeasible : limit, []));
        }

        RosterModel model = run.Model;
        var assignments = ImmutableArray.CreateBuilder<RosterAssignment>();
        for (int i = 0; i < search.BestEntryOf.Length; i++)
        {
            if (search.BestEntryOf[i] >= 0)
            {
                CoverRequirement cover = model.Cover[search.BestEntryOf[i]];
                assignments.Add(new RosterAssignment(i / model.Days, cover.Day, cover.Shift, cover.Task));
            }
        }

        ImmutableArray<double> bounds = run.Bounds;
        var levels = ImmutableArray.CreateBuilder<LevelProof>();
        for (int level = 0; level < model.LevelCount; level++)
        {
            double value = search.BestLevels[level];
            levels.Add(new LevelProof(model.Problem.Levels[level], value, Math.Min(value, bounds[level])));
        }

        return new Roster(assignments.ToImmutable(), new PlanProof(run.IsSolved ? Termination.Optimal : limit, levels.ToImmutable()));
    }
}
