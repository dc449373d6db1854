using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>What the user wants of the generated instances of the table <c>supplies</c>.</summary>
/// <param name="Sizes">Sizes of the instances.</param>
/// <param name="LorryPercent">Volume of a lorry in percent of the daily demand at its end.</param>
/// <param name="Solve">Limits, gap, seed and threads of each solve; the seed is that of the draws too.</param>
/// <param name="Peers">Solvers that get the same instances.</param>
/// <param name="PeerInstances">Names of the instances that the peers get; empty means all.</param>
/// <param name="Export">Whether the models are written to files.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Resume">Whether rows that are already in the folder's table are kept and not solved again.</param>
internal sealed record ScaleRequest(
    ImmutableArray<ScaleSize> Sizes,
    int LorryPercent,
    FlowOptions Solve,
    ImmutableArray<IPeer> Peers,
    ImmutableArray<string> PeerInstances,
    bool Export,
    string Folder,
    bool Resume);
