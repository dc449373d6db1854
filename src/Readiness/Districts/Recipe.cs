using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Another way to serve the needs of an item that are not bound to a shift, taken only where the item is short: a substitute at a ratio, or extended use.</summary>
/// <remarks>
/// A batch uses up the items and serves up to so many units of the need; the last batch of a day may serve fewer. One washable mask in place of three others is a batch of one washable mask that serves 3; two thin
/// gowns in place of one a batch of 2 that serves 1; a respirator worn by two people a batch of the one respirator that serves 2. What is served counts as served, and is told apart. Recipes are for burn
/// rates and for guests' needs. Kits have no others: whoever lacks a piece of the kit is not assigned.
/// </remarks>
/// <param name="Id">Identifier, such as <c>washable-masks</c>.</param>
/// <param name="Item">Id of the item in whose place the recipe serves; a burn rate or guests need it.</param>
/// <param name="Uses">What a batch uses up at the place of the need; at least one item, each item once. Of the item itself it is less than a batch serves.</param>
/// <param name="Classes">Priority classes whose needs may be served so, 1 (life-critical) to 4 (routine); none if it is not allowed for now.</param>
/// <param name="Serves">Units of the need that a batch serves at most; 1 to 1,000.</param>
/// <param name="MostShare">Largest share of the units that a need asks for on a day that may be served so, rounded down; 0 to 1.</param>
/// <param name="Weight">How much worse a unit served so is, among recipes; more than 0, at most 1,000. Plans take as few weighted units as their service allows.</param>
public sealed record Recipe(
    [Identifier] string Id,
    [RefersTo(nameof(District.Items))] string Item,
    [NotEmpty, UniqueBy(nameof(RecipeItem.Item))] ImmutableArray<RecipeItem> Uses,
    [Limits(1, 4)] ImmutableArray<int> Classes,
    [Limits(1, 1_000)] long Serves = 1,
    [Limits(0, 1)] double MostShare = 1,
    [Limits(0, 1_000, AboveMinimum = true)] double Weight = 1);
