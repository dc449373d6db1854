using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;

namespace Readiness.Benchmarks.Tables;

/// <summary>What the user wants of a table, whatever its set.</summary>
/// <param name="File">One file to solve instead of the shipped instances; null if none.</param>
/// <param name="Instances">Names of the instances to solve; empty means all.</param>
/// <param name="Limit">Wall-clock limit of each solve; null means the one that the set states for the instance.</param>
/// <param name="Threads">Threads of each solve.</param>
/// <param name="Seed">Seed of each solve.</param>
/// <param name="Peers">Names of the solvers that get the same instances, as <see cref="PeerList.Parse"/> reads them.</param>
/// <param name="PeerInstances">Names of the instances that the peers get; empty means all.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Resume">Whether rows that are already in the folder's table are kept and not solved again.</param>
internal sealed record TableRequest(
    FileInfo? File,
    ImmutableArray<string> Instances,
    TimeSpan? Limit,
    int Threads,
    int Seed,
    string Peers,
    ImmutableArray<string> PeerInstances,
    string Folder,
    bool Resume);
