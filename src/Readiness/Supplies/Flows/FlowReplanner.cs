using System.Diagnostics;

namespace Readiness.Supplies.Flows;

/// <summary>Plans the same allocation again and again while demands change: prices, flows and bases of the last plan are where the next search starts.</summary>
/// <remarks>A plan depends on the plans before it, and is within the same gap of the optimum as one of <see cref="FlowPlanner"/>. For use by one thread at a time.</remarks>
public sealed class FlowReplanner
{
    private readonly WeightedAllocation problem;
    private readonly Dictionary<int, long> changes = [];
    private readonly int threads;
    private FlowSearch? search;

    /// <summary>Takes a problem; nothing is solved yet.</summary>
    /// <param name="problem">What to plan.</param>
    /// <param name="threads">Threads that may be used; 1 to 64.</param>
    /// <exception cref="ArgumentException">The problem is not well formed; the message lists everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is outside its range.</exception>
    public FlowReplanner(WeightedAllocation problem, int threads = 2)
    {
        new FlowOptions { Threads = threads }.Check();
        WeightedRules.ThrowIfMalformed(problem);
        this.problem = problem;
        this.threads = threads;
    }

    /// <summary>Changes how many units a demand is for, from the next plan on.</summary>
    /// <param name="demand">Index of the demand.</param>
    /// <param name="units">Units wanted; 0 or more, and at most 1e12 of the item.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such demand, or so many units cannot be asked for.</exception>
    public void ChangeDemand(int demand, long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(demand);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(demand, problem.Problem.Demands.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units, WeightedRules.LargestQuantity / problem.Problem.Demands[demand].Needs[0].Quantity);
        changes[demand] = units;
    }

    /// <summary>Plans for the demands as they are now.</summary>
    /// <param name="options">Limits and gap; the defaults if <see langword="null"/>. The number of threads stays that of the construction.</param>
    /// <param name="progress">Receives reports, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the search; the best plan so far is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public FlowPlan Plan(FlowOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        long started = Stopwatch.GetTimestamp();
        options ??= new FlowOptions();
        options.Check();
        return Plan(options, progress, started, cancellationToken);
    }

    /// <summary>Plans for the demands as they are now, within a time that began earlier.</summary>
    internal FlowPlan Plan(FlowOptions options, IProgress<SolveProgress>? progress, long started, CancellationToken cancellationToken)
    {
        search ??= FlowSearch.Create(problem, threads, options.Clock(started, cancellationToken));
        if (search is null)
        {
            return FlowPlan.Nothing(problem, changes, cancellationToken.IsCancellationRequested ? Termination.Stopped : Termination.TimeLimit);
        }

        if (changes.Count > 0)
        {
            search.Change(changes);
            changes.Clear();
        }

        return search.Run(options, progress, started, cancellationToken);
    }
}
