using System.ComponentModel.DataAnnotations;
using Readiness.Planning;

namespace Readiness.Api.Scenarios;

/// <summary>How a scenario, and the baseline that it is compared with, are solved.</summary>
/// <param name="TimeLimitSeconds">Wall-clock limit of one plan in seconds, 1 to 3600.</param>
/// <param name="Seed">Seed of every random choice, 0 or more.</param>
/// <param name="Threads">Threads that may be used, 1 to 64.</param>
/// <param name="WorkLimit">
/// Feedback rounds of the planner, 1 or more. With equal seed and threads, and a time limit that is not reached, the plan is always the same. No limit but that of time
/// if null.
/// </param>
public sealed record SolveSettings(
    [property: Range(1, 3600)] double TimeLimitSeconds = 60,
    [property: Range(0, int.MaxValue)] int Seed = 1,
    [property: Range(1, 64)] int Threads = 2,
    [property: Range(1, int.MaxValue)] int? WorkLimit = null)
{
    /// <summary>The options of the planner.</summary>
    internal PlannerOptions ToPlannerOptions() =>
        new() { TimeLimit = TimeSpan.FromSeconds(TimeLimitSeconds), Seed = Seed, Threads = Threads, WorkLimit = WorkLimit };
}
