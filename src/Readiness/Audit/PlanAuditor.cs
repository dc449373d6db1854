using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks a joint plan without trusting whoever made it.</summary>
/// <remarks>
/// Every hard rule (<see cref="AuditRules"/>), every indicator (<see cref="IndicatorIds"/>) and every objective level
/// (<see cref="ObjectiveLevels"/>) is derived anew from the raw decisions, the district and the demand. Nothing here
/// is shared with the code that plans, except the definition of what is needed (<see cref="WorkloadModel"/>). Decisions may be any
/// nonsense: they give violations, never an exception. Figures of a plan that does not pass are
/// derived from the entries that make sense and say nothing more.
/// </remarks>
public static class PlanAuditor
{
    /// <summary>Audits the decisions of a plan.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="forecast">The demand the plan was made for; its <see cref="DemandForecast.Planned"/> course counts.</param>
    /// <param name="decisions">The decisions, right or wrong.</param>
    /// <returns>Violations, indicators and levels; the same for equal arguments.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The forecast is not of the district's zones and days.</exception>
    public static PlanAudit Audit(District district, DemandForecast forecast, PlanDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(decisions);
        return Find(district, forecast, decisions).ToAudit();
    }

    /// <summary>What an audit derives from the decisions of a plan, day by day.</summary>
    internal static AuditFindings Find(District district, DemandForecast forecast, PlanDecisions decisions)
    {
        var context = new AuditContext(district, forecast, decisions);

        var sites = new SiteAudit(context);
        sites.Run();
        HomeMonitoring home = HomeMonitoring.From(context.Demand, district.Policy.Quarantine.LengthDays, sites.Admitted);

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

        var causes = new ItemCauseAudit(context, table, roster.Heads, issues, purchases);
        var unmet = new UnmetAudit(context, sites, table, cover, issues, stock, causes);
        unmet.Run();
        var use = new SupplyUse(context, table, cover, issues);
        return new AuditFindings(context, sites, table, cover, time, transfers, issues, purchases, stock, unmet, use);
    }
}
