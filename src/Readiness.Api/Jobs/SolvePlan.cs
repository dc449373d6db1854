using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Jobs;

/// <summary>Makes a joint plan on the calling thread, as <see cref="ReadinessPlanner"/> does.</summary>
/// <param name="district">The facts.</param>
/// <param name="options">Limits and seed.</param>
/// <param name="progress">Hears of the course.</param>
/// <param name="cancellationToken">Ends it; the best plan so far is returned.</param>
internal delegate ReadinessPlan SolvePlan(
    District district, PlannerOptions options, IProgress<PlanProgress> progress, CancellationToken cancellationToken);
