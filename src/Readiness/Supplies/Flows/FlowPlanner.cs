using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies.Flows;

/// <summary>Plans the allocation of scarce items at the scale of a country, for one linear objective, with a proven bound.</summary>
/// <remarks>
/// Lorries that items share get prices instead of limits; every item is then a minimum cost flow on a time-expanded network, solved exactly by a network simplex
/// method that stays warm. A proximal bundle method finds the prices, and the mixture of flows that it weighs is made a plan that keeps all limits. The bound is the
/// cost of exactly optimal flows at the prices, in whole numbers, so it does not depend on how well the prices are known. With equal options, and a time
/// limit that is not reached, the plan is the same, whatever the number of threads. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class FlowPlanner
{
    /// <summary>Finds a plan within the relative gap, or the best within the limits. There always is one, if only to send and serve nothing.</summary>
    /// <param name="problem">What to plan.</param>
    /// <param name="options">Limits and gap; the defaults if <see langword="null"/>.</param>
    /// <param name="progress">Receives reports, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the search; the best plan so far is returned.</param>
    /// <exception cref="ArgumentException">The problem is not well formed; the message lists everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public FlowPlan Plan(
        WeightedAllocation problem,
        FlowOptions? options = null,
        IProgress<SolveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        long started = Stopwatch.GetTimestamp();
        options ??= new FlowOptions();
        options.Check();
        return new FlowReplanner(problem, options.Threads).Plan(options, progress, started, cancellationToken);
    }
}
