namespace Readiness.Scenarios;

/// <summary>The days from one date to another, both included; open at an end that is not given.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a day belongs to it.</summary>
    public bool Contains(DateOnly day) => !(day < From) && !(day > To);
}
