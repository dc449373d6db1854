namespace Readiness.Districts;

/// <summary>How the region's cases to come fall to the district and its zones.</summary>
public enum CasePlacement
{
    /// <summary>By their shares, as expected values: the chance by which whole cases fall here or there is not in the spread.</summary>
    Shares,

    /// <summary>
    /// One by one by chance, with the shares as probabilities, so that the spread of few cases is that of whole people. Reported cases, and days of more than
    /// 1,000 cases in the region, go by shares.
    /// </summary>
    Chance,
}
