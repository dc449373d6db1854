using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>A general solver that gets the same formulation of an instance as a yardstick.</summary>
internal interface IPeer
{
    /// <summary>The name on the command line and in the column headings.</summary>
    string Name { get; }

    /// <summary>Threads that it makes use of, however many are allowed.</summary>
    int MostThreads { get; }

    /// <summary>Whether it takes models only whose columns are all integer.</summary>
    bool NeedsIntegers { get; }

    /// <summary>What it needs and this machine has not, and how to get it; null if it can run.</summary>
    string? Missing => null;

    /// <summary>Minimises the model; the time it takes to read the model counts against the limit.</summary>
    /// <exception cref="ArgumentException">The peer cannot represent the model exactly; the message says what stands in the way.</exception>
    PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken);
}
