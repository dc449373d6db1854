using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>
/// What is available to promise under given decisions: units of an item that could be taken at a place on a day without a later
/// use or transfer from the same place missing them.
/// </summary>
internal sealed class SpareStock
{
    private readonly StockSimulation stock;

    private SpareStock(StockSimulation stock) => this.stock = stock;

    /// <summary>Follows the stock under the decisions, whose unmet needs do not matter.</summary>
    public static SpareStock Of(District district, DemandForecast forecast, PlanDecisions decisions)
    {
        var context = new AuditContext(district, forecast, decisions);
        var sites = new SiteAudit(context);
        sites.Run();
        HomeMonitoring home = HomeMonitoring.From(context.Demand, district.Policy.Quarantine.LengthDays, sites.Admitted);
        var table = new WorkTable(context, sites, home);
        var roster = new RosterAudit(context, table);
        roster.Run();
        var transfers = new TransferAudit(context);
        transfers.Run();
        var issues = new IssueAudit(context, sites, home);
        issues.Run();
        var recipes = new RecipeAudit(context, issues);
        recipes.Run();
        issues.Compare();
        var purchases = new PurchaseAudit(context);
        purchases.Run();
        var stock = new StockSimulation(context, table, roster.Heads, issues, transfers.Transfers, purchases);
        stock.Run();
        return new SpareStock(stock);
    }

    /// <summary>Units that a class finds to spare, by position of the place and the item and by day.</summary>
    public long Units(int place, int item, int day, int priorityClass) => stock.Spare(place, item, day, priorityClass);
}
