namespace Readiness.Quarantine;

/// <summary>Options of <see cref="SitePlanner"/>.</summary>
public sealed record LocationOptions : SolveOptions
{
    /// <summary>Relative gap on the cost level at which the search stops; 0 or more.</summary>
    public double RelativeGap { get; init; } = 1e-6;
}
