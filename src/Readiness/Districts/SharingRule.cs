namespace Readiness.Districts;

/// <summary>How the places of a district share scarce items of one priority class that are not bound to a shift.</summary>
public enum SharingRule
{
    /// <summary>Whoever has the lowest fill rate comes first, to the last rate (max-min fairness, leximin).</summary>
    MaxMin,

    /// <summary>As few units unmet as possible, whoever goes without.</summary>
    MaximumFill,

    /// <summary>Proportional fairness: no other plan raises some fill rates by more percent, weighted by demand, than it lowers others.</summary>
    Proportional,

    /// <summary>Like maxMin, with shortfalls weighted by the riskWeight of facilities: the largest weighted shortfall is lowered first.</summary>
    RiskWeighted,
}
