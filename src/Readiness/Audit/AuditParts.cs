using Readiness.Demand;

namespace Readiness.Audit;

/// <summary>What an audit derives from decisions before it looks at what is booked as unmet.</summary>
internal sealed record AuditParts(
    SiteAudit Sites, WorkTable Table, RosterAudit Roster, WorkingTimeAudit Time, CoverAudit Cover, TransferAudit Transfers, IssueAudit Issues, PurchaseAudit Purchases,
    StockSimulation Stock)
{
    /// <summary>Derives it.</summary>
    public static AuditParts Run(AuditContext context)
    {
        var sites = new SiteAudit(context);
        sites.Run();
        HomeMonitoring home = HomeMonitoring.From(context.Demand, context.District.Policy.Quarantine.LengthDays, sites.Admitted);

        var table = new WorkTable(context, sites, home);
        var roster = new RosterAudit(context, table);
        roster.Run();
        var time = new WorkingTimeAudit(context, roster);
        time.Run();
        var cover = new CoverAudit(context, table, roster.Heads);
        cover.Run();

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
        recipes.CompareWith(stock);
        return new AuditParts(sites, table, roster, time, cover, transfers, issues, purchases, stock);
    }
}
