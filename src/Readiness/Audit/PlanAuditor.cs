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
    /// <param name="published">The published plan on top of which it was made; null if there was none.</param>
    /// <returns>Violations, indicators and levels; the same for equal arguments.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The forecast is not of the district's zones and days, or the window of the published plan ends before it begins.</exception>
    public static PlanAudit Audit(District district, DemandForecast forecast, PlanDecisions decisions, PublishedPlan? published = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(decisions);
        return Audit(district, forecast, decisions, published is null ? null : PinnedDecisions.Of(district, forecast, published));
    }

    /// <summary>Audits decisions against what of a published plan must stay, which was found before.</summary>
    internal static PlanAudit Audit(District district, DemandForecast forecast, PlanDecisions decisions, PinnedDecisions? pins) =>
        Find(district, forecast, decisions, pins).ToAudit();

    /// <summary>What an audit derives from the decisions of a plan, day by day.</summary>
    internal static AuditFindings Find(District district, DemandForecast forecast, PlanDecisions decisions, PinnedDecisions? pins = null)
    {
        var context = new AuditContext(district, forecast, decisions, pins);
        AuditParts parts = AuditParts.Run(context);
        PinAudit.Check(context);
        var causes = new ItemCauseAudit(context, parts.Table, parts.Roster.Heads, parts.Issues, parts.Purchases);
        var unmet = new UnmetAudit(context, parts.Sites, parts.Table, parts.Cover, parts.Issues, parts.Stock, causes);
        unmet.Run();
        var use = new SupplyUse(context, parts.Table, parts.Cover, parts.Issues);
        return new AuditFindings(context, parts, unmet, use);
    }
}
