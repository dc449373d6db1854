namespace Readiness.Quarantine;

/// <summary>What a <see cref="SitePlan"/> is worth, re-derived from its openings and placements.</summary>
/// <param name="Unserved">Level <c>unserved</c>: unserved unit-days; 0 or more.</param>
/// <param name="Cost">Level <c>cost</c>: opening costs, costs per open day and assignment costs; 0 or more.</param>
public sealed record SiteEvaluation(double Unserved, double Cost)
{
    /// <summary>Level <c>farthest</c>; 0 without distances.</summary>
    public double Farthest { get; init; }

    /// <summary>Level <c>siteCount</c>.</summary>
    public int SiteCount { get; init; }

    /// <summary>Level <c>worstOff</c>: 0 to 1.</summary>
    public double WorstOff { get; init; }

    /// <summary>Level <c>withoutBackup</c>: unit-days; 0 or more.</summary>
    public double WithoutBackup { get; init; }

    /// <summary>The value of a criterion.</summary>
    public double Of(LocationCriterion criterion) => criterion switch
    {
        LocationCriterion.Unserved => Unserved,
        LocationCriterion.Farthest => Farthest,
        LocationCriterion.SiteCount => SiteCount,
        LocationCriterion.Cost => Cost,
        LocationCriterion.WorstOff => WorstOff,
        LocationCriterion.WithoutBackup => WithoutBackup,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "There is no such criterion."),
    };
}
