using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>Which scenarios a list shows.</summary>
/// <param name="Limit">How many at most; at least 1.</param>
/// <param name="After">Begins after this one; none begins with the newest.</param>
/// <param name="Baseline">Only those of this baseline.</param>
/// <param name="State">Only those in this state.</param>
/// <param name="Sweep">Only cells of this sweep.</param>
internal sealed record ScenarioQuery(
    int Limit, ScenarioCursor? After = null, string? Baseline = null, ScenarioState? State = null, string? Sweep = null);
