using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Lets one unit of an item serve several units of need where it is short: <c>{"type":"allowExtendedUse","item":"respirator","classes":[3,4],"serves":2}</c>.</summary>
/// <remarks>
/// Adds the recipe <c>extended-ITEM</c>, or takes the place of the one that the document or an earlier change has under that id; without classes it is not allowed any more. It is an error if neither a burn rate nor guests need the
/// item: kits have no other recipes.
/// </remarks>
/// <param name="Item">Id of the item.</param>
/// <param name="Classes">Priority classes whose needs may be served so, 1 to 4.</param>
/// <param name="Serves">Units of need that one unit serves at most; 2 to 1,000.</param>
/// <param name="MostShare">Largest share of the units that a need asks for on a day that may be served so; 0 to 1.</param>
public sealed record AllowExtendedUse(
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(1, 4)] ImmutableArray<int> Classes,
    [Limits(2, 1_000)] long Serves = 2,
    [Limits(0, 1)] double MostShare = 1) : ScenarioChange
{
    private string Recipe => $"extended-{Item}";

    internal override IEnumerable<ChangeFault> Faults(District district)
    {
        if (!district.BurnRates.Any(rate => rate.Item == Item) && !district.CandidateSites.Any(site => site.GuestNeeds.Any(need => need.Item == Item)))
        {
            return [new ChangeFault(nameof(Item), $"is {Item}, which no burn rate and no guests need, and kits have no other recipes: the change would do nothing")];
        }

        return Classes.IsEmpty && !district.Recipes.Any(recipe => recipe.Id == Recipe)
            ? [new ChangeFault(nameof(Classes), $"ends an extended use of {Item} that is not allowed: the change would do nothing")]
            : [];
    }

    internal override District Apply(District district) => district with
    {
        Recipes =
        [
            .. district.Recipes.Where(recipe => recipe.Id != Recipe),
            new Recipe(Recipe, Item, [new RecipeItem(Item, 1)], Classes, Serves, MostShare),
        ],
    };
}
