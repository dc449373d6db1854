using System.Collections.Immutable;

namespace Readiness.Plans;

/// <summary>The independent verdict on a plan's decisions.</summary>
/// <param name="Violations">Broken hard rules; empty if the plan passes.</param>
/// <param name="Indicators">Every indicator by id, re-derived from the decisions and the district.</param>
/// <param name="Levels">Achieved value of every objective level (to be minimised), most important first, such as <c>cover.class1</c> = heads not filled.</param>
public sealed record PlanAudit(
    ImmutableArray<RuleViolation> Violations,
    ImmutableSortedDictionary<string, Indicator> Indicators,
    ImmutableArray<LevelValue> Levels)
{
    /// <summary>What of the published plan could not stay as it was, in the order in which it was found; empty without one.</summary>
    public ImmutableArray<ForcedChange> Forced
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Whether no hard rule is broken.</summary>
    public bool Passed => Violations.IsEmpty;
}
