using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The solvers of linear programmes that can be asked, by name.</summary>
internal static class ScalePeers
{
    /// <summary>Every peer, in the order in which help texts name them.</summary>
    public static ImmutableArray<IPeer> All { get; } =
        [new HighsLinearPeer("highs", LpMethod.InteriorPoint), new HighsLinearPeer("highs-simplex", LpMethod.Simplex), new LinearSolverPeer("glop")];

    /// <summary>Reads a comma-separated list of names; <c>none</c> and an empty text mean no peers.</summary>
    /// <exception cref="TableRequestException">A name is unknown.</exception>
    public static ImmutableArray<IPeer> Parse(string names)
    {
        if (string.IsNullOrWhiteSpace(names) || names.Trim() == "none")
        {
            return [];
        }

        string[] wanted = [.. names.Split(',', StringSplitOptions.TrimEntries).Distinct()];
        string[] unknown = [.. wanted.Where(static name => All.All(peer => peer.Name != name))];
        return unknown.Length == 0
            ? [.. wanted.Select(static name => All.First(peer => peer.Name == name))]
            : throw new TableRequestException($"There is no peer {string.Join(", ", unknown)}. Possible here: none, or any of {string.Join(", ", All.Select(static peer => peer.Name))}.");
    }
}
