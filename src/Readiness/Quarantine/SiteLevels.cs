namespace Readiness.Quarantine;

/// <summary>Names of the levels of a proof.</summary>
internal static class SiteLevels
{
    /// <summary>The name of a criterion's level.</summary>
    public static string NameOf(LocationCriterion criterion) => criterion switch
    {
        LocationCriterion.Unserved => "unserved",
        LocationCriterion.Farthest => "farthest",
        LocationCriterion.SiteCount => "siteCount",
        LocationCriterion.Cost => "cost",
        LocationCriterion.WorstOff => "worstOff",
        LocationCriterion.WithoutBackup => "withoutBackup",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "There is no such criterion."),
    };
}
