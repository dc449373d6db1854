namespace Readiness.Staffing;

/// <summary>Options of <see cref="RosterPlanner"/>.</summary>
public sealed record RosterOptions : SolveOptions
{
    /// <summary>A roster to start from; used as far as it keeps the rules; the published one if null.</summary>
    public Roster? Start { get; init; }
}
