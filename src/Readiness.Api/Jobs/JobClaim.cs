namespace Readiness.Api.Jobs;

/// <summary>The right of one worker to solve one scenario. Only its holder may write results, and only as long as nobody else has claimed the scenario.</summary>
/// <param name="ScenarioId">Id of the scenario.</param>
/// <param name="Owner">Who holds it: one name per process.</param>
/// <param name="Attempt">How often the scenario has been claimed, this time included.</param>
/// <param name="Cancelled">Whether a client has asked for the end already.</param>
internal sealed record JobClaim(string ScenarioId, string Owner, long Attempt, bool Cancelled);
