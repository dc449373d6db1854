namespace Readiness.Plans;

/// <summary>Consecutive days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before the first.</param>
public sealed record PlanWindow(DateOnly From, DateOnly To)
{
    /// <summary>Whether a day is one of them.</summary>
    /// <param name="date">Any date.</param>
    public bool Contains(DateOnly date) => date >= From && date <= To;
}
