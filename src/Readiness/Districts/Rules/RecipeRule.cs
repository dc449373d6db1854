using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A recipe is for an item that a burn rate or guests need, and takes less of that item than it serves.</summary>
internal sealed class RecipeRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        HashSet<string> needed =
        [
            .. district[nameof(District.BurnRates)].Entries.Select(rate => rate[nameof(BurnRate.Item)].Text).OfType<string>(),
            .. district[nameof(District.CandidateSites)].Entries.SelectMany(site => site[nameof(CandidateSite.GuestNeeds)].Entries)
                .Select(need => need[nameof(GuestNeed.Item)].Text).OfType<string>(),
        ];
        HashSet<string> items = [.. district[nameof(District.Items)].Entries.Select(item => item[nameof(Item.Id)].Text).OfType<string>()];
        foreach (JsonView recipe in district[nameof(District.Recipes)].Entries)
        {
            JsonView item = recipe[nameof(Recipe.Item)];
            if (item.Text is { } id && items.Contains(id) && !needed.Contains(id))
            {
                errors.Add(item.Path, item.Value, "is needed by no burn rate and no guests, which recipes are for; kits have no other recipes");
            }

            foreach (JsonView use in recipe[nameof(Recipe.Uses)].Entries)
            {
                JsonView quantity = use[nameof(RecipeItem.Quantity)];
                if (item.Text is { } same && use[nameof(RecipeItem.Item)].Text == same && quantity.Integer >= recipe[nameof(Recipe.Serves)].Integer)
                {
                    errors.Add(quantity.Path, quantity.Value, $"takes no less of {same} than the {recipe[nameof(Recipe.Serves)].Integer} units that a batch serves");
                }
            }
        }
    }
}
