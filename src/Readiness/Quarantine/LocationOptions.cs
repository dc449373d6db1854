namespace Readiness.Quarantine;

/// <summary>Options of <see cref="SitePlanner"/>.</summary>
public sealed record LocationOptions : SolveOptions
{
    /// <summary>Relative gap on the cost level at which the search stops; 0 or more.</summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>
    /// Whether time that is left goes into finding <see cref="SitePlan.Relaxations"/> where something stays unserved.
    /// </summary>
    public bool WithRelaxations { get; init; } = true;

    /// <summary>
    /// Whether the plan of a problem of one day brings a <see cref="LocationCertificate"/> of the bound on its cost. It may take as much memory as there are
    /// customers in each part of the search tree.
    /// </summary>
    public bool WithCertificate { get; init; }
}
