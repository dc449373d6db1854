namespace Readiness.Api.Jobs;

/// <summary>Scenarios as work for a worker.</summary>
/// <param name="queue">Where they wait.</param>
/// <param name="job">What is done with one whose turn it is.</param>
internal sealed class ScenarioSource(SolveQueue queue, ScenarioJob job) : IJobSource
{
    /// <inheritdoc />
    public Task<JobClaim?> ClaimAsync(string owner, CancellationToken cancellationToken) => queue.ClaimAsync(owner, cancellationToken);

    /// <inheritdoc />
    public Task<bool?> RenewAsync(JobClaim claim) => queue.RenewAsync(claim);

    /// <inheritdoc />
    public Task<bool?> IsCancelledAsync(JobClaim claim) => queue.IsCancelledAsync(claim);

    /// <inheritdoc />
    public Task RunAsync(RunningJob running) => job.RunAsync(running);
}
