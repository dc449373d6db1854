using System.ComponentModel.DataAnnotations;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Api.Scenarios;

/// <summary>A what-if to be planned.</summary>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="Name">Name; not blank, at most 200 characters.</param>
/// <param name="Changes">The changes, applied in order; none plans the baseline itself.</param>
/// <param name="Options">How it is solved.</param>
/// <param name="PublishedPlan">The plan on top of which is planned: <c>current</c>, or the id of a completed scenario of the baseline.</param>
/// <param name="PublishedWindow">The days on which that plan's decisions stay; without it they are only changed as little as possible.</param>
public sealed record ScenarioRequest(
    string Baseline,
    [property: StringLength(ScenarioRequest.LongestName, MinimumLength = 1)] string Name,
    IReadOnlyList<ScenarioChange>? Changes = null,
    SolveSettings? Options = null,
    string? PublishedPlan = null,
    PlanWindow? PublishedWindow = null)
{
    /// <summary>Characters that a name may have.</summary>
    internal const int LongestName = 200;
}
