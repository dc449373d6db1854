using Readiness.Assessment;

namespace Readiness.Api.Publishing;

/// <summary>What a plan changes of the published one.</summary>
/// <param name="Count">Changes as the objective level <c>changes</c> counts them.</param>
/// <param name="Kinds">Published, kept, forced and chosen decisions by kind.</param>
/// <param name="Total">Number of changes of all kinds, admissions included.</param>
/// <param name="Changes">The changes: first those that had to be, then by day; as many as the answer has room for. <c>GET /v1/scenarios/{id}/changes</c> has all.</param>
/// <param name="Differences">The two plans compared as any two are, with short lists.</param>
public sealed record ChangesReport(long Count, IReadOnlyList<KindCount> Kinds, int Total, IReadOnlyList<PlanChange> Changes, DecisionDifferences Differences)
{
    /// <summary>Changes that a scenario's own report lists.</summary>
    internal const int ShortList = 100;

    /// <summary>Tells changes.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="limit">How many are listed at most.</param>
    internal static ChangesReport Of(PlanChanges changes, int limit) => new(
        changes.Count, changes.Kinds, changes.Changes.Length, [.. changes.Changes.OrderBy(change => change.Origin).Take(limit)], changes.Differences);
}
