using Readiness.Api.Storage;

namespace Readiness.Api.StressTests;

/// <summary>Which stress tests a list shows.</summary>
/// <param name="Limit">How many at most; at least 1.</param>
/// <param name="After">Begins after this one; none begins with the newest.</param>
/// <param name="Scenario">Only those of this scenario.</param>
/// <param name="State">Only those in this state.</param>
internal sealed record StressTestQuery(int Limit, ScenarioCursor? After = null, string? Scenario = null, StressTestState? State = null);
