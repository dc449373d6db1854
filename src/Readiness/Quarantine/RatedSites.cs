namespace Readiness.Quarantine;

/// <summary>A plan with its values by every criterion.</summary>
/// <param name="Sites">The plan.</param>
/// <param name="Worst">Sums of the largest unserved shares: of one, of two and so on.</param>
/// <param name="WithoutBackup">Unit-days without a backup.</param>
internal sealed record RatedSites(SiteCandidate Sites, double[] Worst, double WithoutBackup)
{
    private const double Equality = 1e-6;

    /// <summary>The value by a criterion.</summary>
    public double Of(LocationCriterion criterion) => criterion switch
    {
        LocationCriterion.WorstOff => Worst.Length > 0 ? Worst[0] : 0,
        LocationCriterion.WithoutBackup => WithoutBackup,
        _ => Sites.Of(criterion),
    };

    /// <summary>Whether this one is better by the first criterion in which the two differ by more than rounding, or as good in all and cheaper.</summary>
    public bool IsBetterThan(RatedSites other, IEnumerable<LocationCriterion> criteria)
    {
        foreach (LocationCriterion criterion in criteria)
        {
            int order = criterion == LocationCriterion.WorstOff
                ? Worst.Zip(other.Worst, Compare).FirstOrDefault(sign => sign != 0)
                : Compare(Of(criterion), other.Of(criterion));
            if (order != 0)
            {
                return order < 0;
            }
        }

        return Compare(Sites.Cost, other.Sites.Cost) < 0;
    }

    private static int Compare(double value, double other) => Math.Abs(value - other) <= Equality * Math.Max(1, Math.Abs(other)) ? 0 : value.CompareTo(other);
}
