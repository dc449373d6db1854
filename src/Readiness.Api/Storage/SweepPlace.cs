namespace Readiness.Api.Storage;

/// <summary>Which cell of which sweep a scenario is.</summary>
/// <param name="Sweep">Id of the sweep.</param>
/// <param name="Cell">Number of the cell, from 0.</param>
internal sealed record SweepPlace(string Sweep, int Cell);
