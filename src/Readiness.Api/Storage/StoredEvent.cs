using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>An event of a scenario.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Content">What happened.</param>
internal sealed record StoredEvent(long Number, string Kind, ScenarioEvent Content);
