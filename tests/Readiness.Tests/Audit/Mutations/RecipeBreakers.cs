using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Recipes that serve where they may not, more than they may, without what they take, or without want.</summary>
internal static class RecipeBreakers
{
    private const string RecipeId = "made";

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnknownNeed, "a recipe for a need that does not exist", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from other in new[] { "feast", null! }
            select new BrokenPlan($"{other}/{issue.Item}/{RecipeId}", null, Instead(facts, issue, Plenty(issue)).Plus(new SubstitutedIssue(other, issue.Item, RecipeId, issue.Day, 1)))),
        new(AuditRules.UnknownRecipe, "a recipe that does not exist", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from other in new[] { "wish", "", null! }
            select new BrokenPlan($"{issue.Need}/{issue.Item}/{other}", null, facts.Plan.Plus(new SubstitutedIssue(issue.Need, issue.Item, other, issue.Day, 1)))),
        new(AuditRules.UnknownRecipe, "a recipe for another item", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from item in facts.District.Items.Where(item => item.Id != issue.Item)
            select new BrokenPlan($"{issue.Need}/{issue.Item}/{RecipeId}", null, Instead(facts, issue, Plenty(issue) with { Item = item.Id }))),
        Served(AuditRules.RecipeNotAllowed, "the recipe is not for the class", (facts, issue) => [Plenty(issue) with { Classes = [.. Enumerable.Range(1, 4).Except([ClassOf(facts, issue)])] }]),
        Served(AuditRules.RecipeNotAllowed, "the recipe is for nobody", (_, issue) => [Plenty(issue) with { Classes = [] }]),
        Served(AuditRules.RecipeBeyondShare, "a share of less than the unit", (facts, issue) =>
            [Plenty(issue) with { MostShare = 0 }, Plenty(issue) with { MostShare = 0.99 / facts.Units(issue.Need, issue.Item, facts.DayOf(issue.Day)) }]),
        new(AuditRules.DuplicateSubstitution, "the same entry again", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            select Named(facts, issue, Instead(facts, issue, Plenty(issue)).Plus(new SubstitutedIssue(issue.Need, issue.Item, RecipeId, issue.Day, 1)))),
        new(AuditRules.IssueBeyondNeed, "a recipe on top of what is needed", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            let units = facts.Units(issue.Need, issue.Item, facts.DayOf(issue.Day)) - issue.Quantity + 1
            select new BrokenPlan(PlanFacts.Subject(issue), facts.DayOf(issue.Day), MakingEverywhere(facts, Plenty(issue)).Plus(new SubstitutedIssue(issue.Need, issue.Item, RecipeId, issue.Day, units)))),
        new(AuditRules.RecipeBeyondStock, "what the recipe takes is not there", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            select Named(facts, issue, Instead(facts, issue, Plenty(issue) with { Uses = [new RecipeItem("rare", 1)] }, new StockLot(PlaceOf(facts, issue), "rare", 0)))),
        new(AuditRules.RecipeBeyondStock, "a unit too few is there for the last batch", facts =>
            from issue in facts.Sample(facts.Decisions.Issues.Where(issue => issue.Quantity > 2))
            let recipe = Plenty(issue) with { Serves = 2, Uses = [new RecipeItem("rare", 3)] }
            select Named(facts, issue, Instead(facts, issue, recipe, new StockLot(PlaceOf(facts, issue), "rare", 5), units: 3))),
        new(AuditRules.RecipeUnneeded, "the item is there, too", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            let plan = Instead(facts, issue, Plenty(issue)).WithLot(new StockLot(PlaceOf(facts, issue), issue.Item, 1_000_000))
            select Named(facts, issue, plan.WithFacility(PlaceOf(facts, issue), facility => facility with { StorageLitres = null }))),
        new(AuditRules.RecipeUnneeded, "the last batch of an extended use serves one unit", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            let recipe = Plenty(issue) with { Serves = 2, Uses = [new RecipeItem(issue.Item, 1)] }
            select Named(facts, issue, Instead(facts, issue, recipe).WithFacility(PlaceOf(facts, issue), facility => facility with { StorageLitres = null }))),
        new(AuditRules.InvalidAmount, "units of a recipe", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from amount in new[] { 0, -1, long.MaxValue }
            select Named(facts, issue, MakingEverywhere(facts, Plenty(issue)).Plus(new SubstitutedIssue(issue.Need, issue.Item, RecipeId, issue.Day, amount)))),
        new(AuditRules.OutsideHorizon, "a recipe", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from day in new[] { -1, facts.Days }
            select new BrokenPlan(
                $"{issue.Need}/{issue.Item}/{RecipeId}", day, MakingEverywhere(facts, Plenty(issue)).Plus(new SubstitutedIssue(issue.Need, issue.Item, RecipeId, facts.Date(day), 1)))),
    ];

    private static RuleBreaker Served(string rule, string way, Func<PlanFacts, StockIssue, IEnumerable<Recipe>> recipes) => new(rule, way, facts =>
        from issue in facts.Sample(facts.Decisions.Issues)
        from recipe in recipes(facts, issue)
        select Named(facts, issue, Instead(facts, issue, recipe)));

    private static BrokenPlan Named(PlanFacts facts, StockIssue issue, DraftPlan plan) => new($"{issue.Need}/{issue.Item}/{RecipeId}", facts.DayOf(issue.Day), plan);

    /// <summary>A recipe that may serve anybody from what is not used otherwise.</summary>
    private static Recipe Plenty(StockIssue issue) => new(RecipeId, issue.Item, [new RecipeItem("rare", 1)], [1, 2, 3, 4]);

    /// <summary>The facts with a recipe and another item, of which there is enough everywhere.</summary>
    private static DraftPlan Making(PlanFacts facts, Recipe recipe, params StockLot[] lots) => facts.Plan.With(district => district with
    {
        Items = district.Items.Add(new Item("rare", new LocalizedName("Rare"), "piece")),
        StockLots = [.. district.StockLots, .. lots],
        Recipes = [recipe],
    });

    private static DraftPlan MakingEverywhere(PlanFacts facts, Recipe recipe) => Making(facts, recipe, [.. facts.Index.PlaceIds.Select(place => new StockLot(place, "rare", 1_000))]);

    /// <summary>Some units of an issue by a recipe.</summary>
    private static DraftPlan Instead(PlanFacts facts, StockIssue issue, Recipe recipe, StockLot? only = null, long units = 1)
    {
        DraftPlan plan = (only is null ? MakingEverywhere(facts, recipe) : Making(facts, recipe, only)).Without(issue);
        plan = issue.Quantity > units ? plan.Plus(issue with { Quantity = issue.Quantity - units }) : plan;
        return plan.Plus(new SubstitutedIssue(issue.Need, issue.Item, recipe.Id, issue.Day, units));
    }

    private static string PlaceOf(PlanFacts facts, StockIssue issue) =>
        facts.District.BurnRates.FirstOrDefault(rate => rate.Id == issue.Need)?.Place ?? issue.Need;

    private static int ClassOf(PlanFacts facts, StockIssue issue) => facts.District.BurnRates.FirstOrDefault(rate => rate.Id == issue.Need)?.PriorityClass
        ?? facts.Site(issue.Need).GuestNeeds.Single(need => need.Item == issue.Item).PriorityClass;
}
