using Readiness.Benchmarks.Peers;

namespace Readiness.Benchmarks.Tables;

/// <summary>An instance that has been read.</summary>
internal interface IInstanceCase
{
    /// <summary>Solves it with Readiness and audits the answer.</summary>
    OwnAnswer Solve(SolveOptions options, CancellationToken cancellationToken);

    /// <summary>Gives it to another solver and confirms the answer.</summary>
    /// <param name="peer">The solver.</param>
    /// <param name="limits">What Readiness got too.</param>
    /// <param name="cancellationToken">Ends the solve early.</param>
    PeerAnswer SolveWith(IPeer peer, PeerLimits limits, CancellationToken cancellationToken);
}
