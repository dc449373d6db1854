namespace Readiness.Benchmarks.Peers;

/// <summary>The peers there are, by name.</summary>
internal static class PeerList
{
    /// <summary>Every peer, in the order in which help texts name them.</summary>
    public static IReadOnlyList<IPeer> All { get; } =
        [new CpSatPeer(), new HighsPeer(), new LinearSolverPeer("scip"), new LinearSolverPeer("cbc"), new CbcExecutablePeer()];

    /// <summary>Reads a comma-separated list of names; <c>none</c> and an empty text mean no peers.</summary>
    /// <param name="names">The names, each at most once.</param>
    /// <param name="integerModels">Whether the models to be solved have integer columns only.</param>
    /// <param name="peers">The peers there are; <see cref="All"/> if null.</param>
    /// <exception cref="ArgumentException">A name is unknown or given twice, or that peer cannot take such models or cannot run here.</exception>
    public static IReadOnlyList<IPeer> Parse(string? names, bool integerModels, IReadOnlyList<IPeer>? peers = null)
    {
        peers ??= All;
        if (string.IsNullOrWhiteSpace(names) || names.Trim() == "none")
        {
            return [];
        }

        List<IPeer> chosen = [];
        string[] possible = [.. peers.Where(peer => integerModels || !peer.NeedsIntegers).Select(peer => peer.Name)];
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            IPeer peer = peers.FirstOrDefault(peer => peer.Name == name)
                ?? throw new ArgumentException($"There is no peer '{name}'. Possible here: none, or any of {string.Join(", ", possible)}.");
            if (peer.NeedsIntegers && !integerModels)
            {
                throw new ArgumentException(
                    $"The peer '{name}' takes whole-number models only, and this set has continuous quantities. Possible here: {string.Join(", ", possible)}.");
            }

            if (peer.Missing is { } missing)
            {
                throw new ArgumentException(missing);
            }

            if (chosen.Contains(peer))
            {
                throw new ArgumentException($"The peer '{name}' is named twice.");
            }

            chosen.Add(peer);
        }

        return chosen;
    }
}
