namespace Readiness.Benchmarks.Tables;

/// <summary>An instance that has been read.</summary>
internal interface IInstanceCase
{
    /// <summary>Solves it with Readiness and audits the answer.</summary>
    OwnAnswer Solve(SolveOptions options, CancellationToken cancellationToken);

    /// <summary>Gives it to another solver and confirms the answer.</summary>
    /// <param name="peer">One of <see cref="IInstanceSet.Peers"/>.</param>
    /// <param name="options">The limits that Readiness got too.</param>
    /// <param name="cancellationToken">Ends the solve early.</param>
    PeerAnswer SolveWith(string peer, SolveOptions options, CancellationToken cancellationToken);
}
