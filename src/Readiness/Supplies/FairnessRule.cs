namespace Readiness.Supplies;

/// <summary>How scarce items are shared out within a level, before its unserved units are counted.</summary>
/// <remarks>
/// With fill rates x (served ÷ demanded of a place and item, over the horizon) and D the units demanded. Where one stock is shared and nothing else
/// binds, <see cref="MaxMin"/> and <see cref="Proportional"/> both come to equal rates; they part where a unit for one place costs others more than one, as on lorries
/// and in kits. All rules end with the fewest weighted units unserved.
/// </remarks>
public enum FairnessRule
{
    /// <summary>As few weighted units unserved as possible, whoever goes without.</summary>
    MaximumFill,

    /// <summary>Max-min fairness to the last rate (leximin): the lowest x is raised as far as it goes, then the next lowest, and so on.</summary>
    MaxMin,

    /// <summary>
    /// Proportional fairness with demand as the weight: the sum of D ln(1 ÷ x) is least, so that no other plan raises some rates by more percent,
    /// in the mean over units demanded, than it lowers others (F. Kelly, A. Maulloo and D. Tan, Rate control for communication networks, Journal of the Operational Research
    /// Society 49, 1998). The logarithm is interpolated, see <see cref="SupplyLevelValue.LogShortfall"/>; equally good plans are parted by leximin.
    /// </summary>
    Proportional,

    /// <summary>
    /// Leximin with the risks of places (<see cref="AllocationProblem.PlaceRisks"/>) as weights w: the largest w (1 - x) is lowered as far as it goes, then the
    /// next largest, and so on.
    /// </summary>
    RiskWeighted,
}
