using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Jobs;

/// <summary>Gives every solve a thread of its own, so that requests keep the pool's, and a lower priority than they have.</summary>
/// <param name="solve">Makes the plan.</param>
internal sealed class SolveThread(SolvePlan solve)
{
    /// <summary>Makes a plan.</summary>
    /// <param name="district">The facts.</param>
    /// <param name="options">Limits and seed.</param>
    /// <param name="progress">Hears of the course, on the solve's thread.</param>
    /// <param name="cancellationToken">Ends it; the best plan so far is returned.</param>
    public Task<ReadinessPlan> RunAsync(
        District district, PlannerOptions options, IProgress<PlanProgress> progress, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () =>
            {
                SolvePriority.Lower();
                return solve(district, options, progress, cancellationToken);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
}
