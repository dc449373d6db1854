namespace Readiness.Api.Publishing;

/// <summary>A published plan in short.</summary>
/// <param name="Baseline">Id of the district whose plan it is.</param>
/// <param name="Number">1 for the first published plan of the baseline, one more for each later one.</param>
/// <param name="Scenario">Id of the scenario that it was made by.</param>
/// <param name="Name">Name of the scenario.</param>
/// <param name="BaselineVersion">Version of the district that it was made for.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Start">First day of its horizon.</param>
public sealed record PublishedSummary(
    string Baseline, long Number, string Scenario, string Name, long BaselineVersion, DateTimeOffset Published, DateOnly Start);
