using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The items that one head uses up in one shift. A head without its kit is not assigned.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Items">Items and quantities; at least one, each item once.</param>
public sealed record Kit(
    [Identifier] string Id,
    LocalizedName Name,
    [NotEmpty, UniqueBy(nameof(KitItem.Item))] ImmutableArray<KitItem> Items);
