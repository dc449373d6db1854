using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;
using Readiness.Supplies;

namespace Readiness.Tests.Planning;

/// <summary>Plans of districts that may substitute, buy, and dispatch only much at a time.</summary>
public sealed class SupplyChoicesTests
{
    // By work, so that plans do not depend on what else the machine does.
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(60), WorkLimit = 1, Threads = 1 };

    [Fact]
    public void A_recipe_serves_up_to_its_share_where_the_item_is_short()
    {
        // Ten masks a day for three days, twelve there; a washable one serves two, for at most half of the units of a day.
        District district = Clinic(masks: 12, washables: 20);
        ReadinessPlan without = Plan(district);
        ReadinessPlan plan = Plan(district with { Recipes = [new Recipe("washable", "mask", [new RecipeItem("washable", 1)], [3], 2, 0.5)] });

        Assert.Equal(18, Unmet(without));
        Assert.Equal(3, Unmet(plan));
        Assert.Equal(15, plan.Decisions.Substitutions.Sum(use => use.Units));
        Assert.All(plan.Decisions.Substitutions, use => Assert.Equal(("patients", "mask", "washable", 5L), (use.Need, use.Item, use.Recipe, use.Units)));
        Assert.Equal(12, plan.Decisions.Issues.Sum(issue => issue.Quantity));
        Assert.Equal(0.9, plan.Indicators[IndicatorIds.FillRate("mask")].Value, 12);
        Assert.Equal(15, plan.Indicators[IndicatorIds.SubstitutedUnits].Value);
        Assert.Equal(15, plan.Audit.Levels.Single(level => level.Level == ObjectiveLevels.Substituted).Value);

        // Not for another class, and not where there is enough.
        Assert.Empty(Plan(district with { Recipes = [new Recipe("washable", "mask", [new RecipeItem("washable", 1)], [1, 4], 2)] }).Decisions.Substitutions);
        Assert.Empty(Plan(Clinic(masks: 30, washables: 20) with { Recipes = [new Recipe("washable", "mask", [new RecipeItem("washable", 1)], [3], 2)] }).Decisions.Substitutions);
    }

    [Theory]
    [InlineData(30, null, 0)]
    [InlineData(12, null, 18)]
    [InlineData(12, 500.0, 30)]
    public void A_recipe_that_a_plan_takes_although_the_item_is_there_is_taken_back(long masks, double? litres, long left)
    {
        District district = Clinic(masks, washables: 30);
        district = district with
        {
            Recipes = [new Recipe("washable", "mask", [new RecipeItem("washable", 1)], [3])],
            Facilities = [district.Facilities[0] with { StorageLitres = litres }],
        };
        PlanningContext context = PlanningContext.Of(district);
        SiteDecisions sites = SiteDecisions.Forced(context);
        var translation = new SupplyTranslation(context, new HeadCount(context), sites, context.AtHome(sites));
        var wasteful = new SupplyPlan([], [10, 10, 10], new PlanProof(Termination.Finished, [])) { Alternatives = [.. Enumerable.Range(0, 3).Select(day => new AlternativeUse(day, 0, 10))] };
        var decisions = new PlanDecisions([], [], [], [], []);

        (PlanDecisions saved, SupplyPlan plan) = RecipeSavings.Apply(context, translation, decisions, wasteful);

        // Where room is limited, recipes are left alone, by the audit as well.
        Assert.Equal(left, saved.Substitutions.Sum(use => use.Units));
        Assert.Equal(30 - left, saved.Issues.Sum(issue => issue.Quantity));
        Assert.Equal(left, plan.Alternatives.Sum(use => use.Units));
        Assert.DoesNotContain(AuditRules.RecipeUnneeded, Rules(saved));
        Assert.Equal(litres is null, Rules(decisions with { Substitutions = translation.Substitutions(wasteful) }).Contains(AuditRules.RecipeUnneeded));

        List<string> Rules(PlanDecisions made) => [.. PlanAuditor.Audit(district, context.Forecast, made).Violations.Select(violation => violation.Rule)];
    }

    [Theory]
    [InlineData(0.0, 18, 0)]
    [InlineData(5.0, 8, 4)]
    [InlineData(null, 3, 6)]
    public void Lots_are_bought_within_the_budget(double? budget, long unmet, double spent)
    {
        // A lot of five costs 2, comes in on the second day and there are three of it.
        District district = Clinic(masks: 12, washables: 0) with { Offers = [new PurchaseOffer("maker", "mask", "clinic", 3, 2, 5, 1)] };
        ReadinessPlan plan = Plan(district with { Policy = district.Policy with { PurchaseBudget = budget } });

        Assert.Equal((unmet, spent), (Unmet(plan), plan.Indicators[IndicatorIds.PurchasesSpending].Value));
        Assert.Equal(spent == 0 ? [] : [new PlannedPurchase("maker", (long)spent / 2)], plan.Decisions.Purchases);
        Assert.Equal(budget is null ? 0 : Math.Min(unmet, 15 - (long)(spent / 2 * 5)), plan.Decisions.Unmet.Where(need => need.Cause == UnmetCause.Budget).Sum(need => need.Amount));
    }

    [Fact]
    public void Changes_of_budget_and_use_are_asked_as_what_ifs()
    {
        District district = Clinic(masks: 12, washables: 0);
        District bought = Apply(district, new AddOffer(new PurchaseOffer("maker", "mask", "clinic", 3, 2, 5, 1)), new SetBudget(2), new AllowExtendedUse("mask", [3], 2, 0.4));
        ReadinessPlan plan = Plan(bought);
        Assert.Equal([new PlannedPurchase("maker", 1)], plan.Decisions.Purchases);
        Assert.Equal(12, plan.Decisions.Substitutions.Sum(use => use.Units));

        // Seventeen masks, of which six serve twelve units, four a day: nobody else has any.
        Assert.Equal(30 - 12 - 11, Unmet(plan));
        Assert.Empty(Plan(Apply(bought, new AllowExtendedUse("mask", []))).Decisions.Substitutions);
        Assert.Equal(
            ["/changes/0/amount", "/changes/1/classes", "/changes/2/item", "/changes/3/item"],
            ScenarioDocument.Validate(new Scenario("x", [new SetBudget(1), new AllowExtendedUse("mask", []), new AllowExtendedUse("washable", [1]), new AllowExtendedUse("moon", [1])]), district)
                .Select(error => error.Pointer).Order(StringComparer.Ordinal));
        Assert.Equal(
            "/changes/0/offer",
            Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new AddOffer(new PurchaseOffer("maker", "mask", "clinic", 1, 1))]), bought)).Pointer);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(2, 40, true)]
    [InlineData(3, 40, false)]
    public void Plans_of_random_districts_keep_every_rule_and_say_why_units_are_missing(int seed, double budget, bool joint)
    {
        District district = SupplyChoices.Add(Generate(seed), budget);
        Assert.Empty(DistrictValidator.Validate(district));

        // A round by work takes minutes here. What the plan substitutes depends on how far the search comes.
        TimeSpan limit = TimeSpan.FromSeconds(8);
        ReadinessPlan plan = joint
            ? new ReadinessPlanner().Plan(district, new PlannerOptions { TimeLimit = limit, Threads = 1 }, progress: null, TestContext.Current.CancellationToken)
            : new SequentialPlanner().Plan(
                district, new SequentialOptions { TimeLimit = limit, Threads = 1, PlanSupplies = true }, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective));
        Assert.Equal(ObjectiveLevels.Names(district), plan.Proof.Levels.Select(level => level.Level));
        Assert.Equal(budget == 0, plan.Decisions.Purchases.IsEmpty);
        Assert.NotNull(plan.Risk);
        ImmutableArray<UnmetCause> causes = [.. plan.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Items).Select(unmet => unmet.Cause).Distinct().Order()];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", causes));
        Assert.Contains(causes, cause => cause != UnmetCause.Stock);

        // Made for more money, allowed to nobody or sent in small lots, the plan would break the rules.
        Assert.Equal(
            !plan.Decisions.Substitutions.IsEmpty,
            Broken(plan, district with { Recipes = [.. district.Recipes.Select(recipe => recipe with { Classes = [] })] }).Contains(AuditRules.RecipeNotAllowed));
        Assert.Contains(AuditRules.MinimumDispatch, Broken(plan, district with { Lanes = [.. district.Lanes.Select(lane => lane with { MinimumUnits = 100_000 })] }));
    }

    private static IEnumerable<string> Broken(ReadinessPlan plan, District district) =>
        PlanAuditor.Audit(district, plan.Forecast, plan.Decisions).Violations.Select(violation => violation.Rule);

    private static ReadinessPlan Plan(District district)
    {
        ReadinessPlan plan = new ReadinessPlanner().Plan(district, Quick, progress: null, TestContext.Current.CancellationToken);
        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective));
        return plan;
    }

    private static long Unmet(ReadinessPlan plan) => plan.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Items).Sum(unmet => unmet.Amount);

    private static District Apply(District district, params ScenarioChange[] changes) => ScenarioRunner.Apply(district, new Scenario("x", [.. changes]));

    private static District Clinic(long masks, long washables) => TwoHotels.Make(nearRooms: 5, farRooms: 5) with
    {
        CandidateSites = [],
        Duties = [],
        Kits = [],
        Items = [new Item("mask", new LocalizedName("Mask"), "piece"), new Item("washable", new LocalizedName("Washable mask"), "piece")],
        StockLots = [new StockLot("clinic", "mask", masks), new StockLot("clinic", "washable", washables)],
        BurnRates = [new BurnRate("patients", "clinic", "mask", 3, 10)],
    };

    private static District Generate(int seed) => DistrictGenerator.Generate(
        new GeneratorOptions { Seed = seed, Zones = 3, FacilitiesPerZone = 2, Staff = 50, Sites = 2, Days = 9, Items = 3, Scarcity = 0.5, StockRules = seed == 3 });
}
