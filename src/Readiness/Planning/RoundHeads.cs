namespace Readiness.Planning;

/// <summary>Heads of one round.</summary>
/// <param name="Filled">Heads for whom the roster found people.</param>
/// <param name="Equipped">Heads with people and kits.</param>
internal sealed record RoundHeads(HeadCount Filled, HeadCount Equipped);
