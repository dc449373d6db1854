namespace Readiness.Api.Jobs;

/// <summary>The right of one worker to do one job. Only its holder may write results, and only as long as nobody else has claimed the job.</summary>
/// <param name="ScenarioId">Id of the job: of the scenario, or of the batch of a stress test.</param>
/// <param name="Owner">Who holds it: one name per process.</param>
/// <param name="Attempt">How often it has been claimed, this time included.</param>
/// <param name="Cancelled">Whether a client has asked for the end already.</param>
internal sealed record JobClaim(string ScenarioId, string Owner, long Attempt, bool Cancelled);
