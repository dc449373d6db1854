namespace Readiness.Assessment;

/// <summary>A person whose work differs between two plans.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="MovedDays">Days with work in both plans, but at another duty or line or in another shift.</param>
/// <param name="AddedDays">Days with work in the other plan only.</param>
/// <param name="ReleasedDays">Days with work in the first plan only.</param>
public sealed record PersonDifference(string Staff, int MovedDays, int AddedDays, int ReleasedDays)
{
    /// <summary>Days that differ.</summary>
    internal int Days => MovedDays + AddedDays + ReleasedDays;
}
