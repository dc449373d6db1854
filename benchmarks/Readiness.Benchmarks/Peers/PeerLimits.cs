namespace Readiness.Benchmarks.Peers;

/// <summary>What a peer may spend on one model.</summary>
/// <param name="Time">Wall-clock time; more than zero.</param>
/// <param name="Threads">Threads it may use; 1 or more.</param>
/// <param name="Seed">Seed of its random choices, where it has any; 0 or more.</param>
internal sealed record PeerLimits(TimeSpan Time, int Threads = 1, int Seed = 1)
{
    /// <summary>Relative gap at which a peer may stop and call its answer optimal: what the tables call optimal.</summary>
    public const double RelativeGap = 1e-6;
}
