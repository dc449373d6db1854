using Readiness.Plans;

namespace Readiness.Api.Publishing;

/// <summary>The plan on top of which a scenario is planned.</summary>
/// <param name="Scenario">Id of the scenario whose plan it is.</param>
/// <param name="Number">Its number among the published plans of the baseline; null if it was not published.</param>
/// <param name="Start">First day of its horizon.</param>
/// <param name="Window">The days on which its decisions stay; null if it is only to be changed as little as possible.</param>
public sealed record PublishedChoice(string Scenario, long? Number, DateOnly Start, PlanWindow? Window);
