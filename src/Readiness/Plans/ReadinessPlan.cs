using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Plans;

/// <summary>An audited joint plan. It exists only if its audit passed.</summary>
/// <param name="District">The facts it was made for.</param>
/// <param name="Forecast">The demand it was made for.</param>
/// <param name="Decisions">What to do.</param>
/// <param name="Audit">The independent audit, with the indicators.</param>
/// <param name="Proof">How the solve ended and what is proven, per objective level.</param>
public sealed record ReadinessPlan(
    District District, DemandForecast Forecast, PlanDecisions Decisions, PlanAudit Audit, PlanProof Proof)
{
    /// <summary>What is at risk because of uncertain shipments; none where no shipment is uncertain, or if the plan was stopped before.</summary>
    public PlanRisk? Risk { get; init; }

    /// <summary>The published plan on top of which it was made; null if there was none.</summary>
    public PublishedPlan? Published { get; init; }

    /// <summary>Every indicator by id.</summary>
    public ImmutableSortedDictionary<string, Indicator> Indicators => Audit.Indicators;
}
