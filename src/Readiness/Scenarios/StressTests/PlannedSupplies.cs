using Readiness.Audit;
using Readiness.Districts;

namespace Readiness.Scenarios.StressTests;

/// <summary>What of a plan's supplies is the same in every future, by position.</summary>
internal sealed class PlannedSupplies
{
    private readonly ILookup<(int Need, int Day), int> recipes;

    public PlannedSupplies(AuditFindings plan, Crew[] crews)
    {
        AuditContext context = plan.Context;
        Crews = crews;
        Transfers = plan.Parts.Transfers.Transfers;
        Issued = plan.Parts.Issues.Issued;
        Required = [.. plan.Parts.Issues.Needs.Select(need => need.Required)];
        Recipes = [.. plan.Parts.Issues.Recipes];
        recipes = Enumerable.Range(0, Recipes.Length).ToLookup(use => (Recipes[use].Need, Recipes[use].Day));
        NeedsByClass = [.. Enumerable.Range(0, Required.Length).OrderBy(need => plan.Parts.Issues.Needs[need].PriorityClass)];
        int items = context.District.Items.Length;
        int Shelf(string place, string item) => context.Index.Places[place] * items + context.Index.Items[item];
        int Last(DateOnly? expires) => expires is { } date ? context.District.Horizon.DayOf(date) : ShelfStock.Never;
        OnHand =
        [
            .. context.District.StockLots.Select(lot => (Shelf(lot.Place, lot.Item), 0, Last(lot.Expires), lot.Quantity)),
            .. from bought in plan.Parts.Purchases.Arrivals()
               let offer = context.District.Offers[bought.Offer]
               select (Shelf(offer.To, offer.Item), bought.Day, Last(offer.Expires), bought.Units),
        ];
    }

    /// <summary>Crews by day, then class.</summary>
    public Crew[] Crews { get; }

    /// <summary>Transfers in the order in which a day makes them.</summary>
    public List<AuditedTransfer> Transfers { get; }

    /// <summary>Units issued, by need and day.</summary>
    public long[][] Issued { get; }

    /// <summary>Units that the plan expects to be needed, by need and day.</summary>
    public long[][] Required { get; }

    /// <summary>Units served by recipes.</summary>
    public AuditedRecipeUse[] Recipes { get; }

    /// <summary>Positions of the needs, the most urgent first.</summary>
    public int[] NeedsByClass { get; }

    /// <summary>Stock and purchases: shelf, day from which they are there, last usable day, units.</summary>
    public (int Shelf, int Day, int Last, long Units)[] OnHand { get; }

    /// <summary>The recipe uses for a need on a day.</summary>
    public IEnumerable<int> RecipesOf(int need, int day) => recipes[(need, day)];
}
