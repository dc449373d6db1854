using System.Collections.Immutable;

namespace Readiness.Districts;

/// <summary>The items that one head uses up in one shift. A head without its kit is not assigned.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Items">Items and quantities; at least one, each item once.</param>
public sealed record Kit(string Id, LocalizedName Name, ImmutableArray<KitItem> Items);
