using System.Text.Json;
using Readiness.Api.Publishing;

namespace Readiness.Api.Scenarios;

/// <summary>A faultless scenario request.</summary>
/// <param name="Baseline">Id of the district that it changes, which is there.</param>
/// <param name="BaselineVersion">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Changes">Its changes, a valid JSON array.</param>
/// <param name="Settings">How it is solved.</param>
/// <param name="Published">The published plan on top of which it is planned, if any.</param>
internal sealed record ScenarioOrder(
    string Baseline, long BaselineVersion, string Name, JsonElement Changes, SolveSettings Settings, PublishedChoice? Published);
