namespace Readiness.Planning;

/// <summary>Heads of one round.</summary>
/// <param name="Wanted">Heads that the roster was asked for: those required, less those whose kits were known to be missing.</param>
/// <param name="Filled">Heads for whom the roster found people.</param>
/// <param name="Equipped">Heads with people and kits.</param>
internal sealed record RoundHeads(HeadCount Wanted, HeadCount Filled, HeadCount Equipped);
