namespace Readiness.Api.Jobs;

/// <summary>Work that waits in the store until a worker claims it for the time of a lease.</summary>
internal interface IJobSource
{
    /// <summary>Claims the first job that waits.</summary>
    /// <param name="owner">Who claims it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The claim; none if nothing waits.</returns>
    Task<JobClaim?> ClaimAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Renews the lease of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>Whether a client has asked for the end; none if the claim is lost.</returns>
    Task<bool?> RenewAsync(JobClaim claim);

    /// <summary>Whether a client has asked for the end of a claimed job; none if the claim is lost.</summary>
    /// <param name="claim">The claim.</param>
    Task<bool?> IsCancelledAsync(JobClaim claim);

    /// <summary>Does a claimed job; every outcome, also a failure, ends in the store.</summary>
    /// <param name="job">The claim and what may end it early.</param>
    Task RunAsync(RunningJob job);
}
