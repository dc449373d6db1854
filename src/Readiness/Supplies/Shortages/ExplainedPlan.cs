using System.Collections.Immutable;

namespace Readiness.Supplies.Shortages;

/// <summary>A problem and a plan with what the plan buys and serves by alternatives as facts, so that only what it leaves unserved is in question.</summary>
internal static class ExplainedPlan
{
    /// <summary>
    /// Shipments and purchases are lots; of the offers the lots that are not bought are left. Units that an alternative serves are a demand of their own for its batches, after all others, and no longer of the
    /// demand itself, which has no alternatives any more. So demands keep their indices and what they lack.
    /// </summary>
    public static (AllocationProblem Problem, SupplyPlan Plan) Of(AllocationProblem problem, SupplyPlan plan)
    {
        problem = problem.Counted();
        SupplyDemand[] demands = [.. problem.Demands.Select(static demand => demand with { Alternatives = [] })];
        long[] served = [.. plan.Served];
        var batches = new List<SupplyDemand>();
        foreach (AlternativeUse use in plan.Alternatives)
        {
            DemandAlternative other = problem.Demands[use.Demand].Alternatives[use.Alternative];
            demands[use.Demand] = demands[use.Demand] with { Units = demands[use.Demand].Units - use.Units };
            served[use.Demand] -= use.Units;
            batches.Add(demands[use.Demand] with { Units = (use.Units + other.UnitsPerBatch - 1) / other.UnitsPerBatch, Needs = other.Needs });
        }

        long[] bought = new long[problem.Offers.Length];
        foreach (Purchase purchase in plan.Purchases)
        {
            bought[purchase.Offer] += purchase.Lots;
        }

        IEnumerable<SupplyLot> lots = problem.Offers.Select((offer, o) => new SupplyLot(
            offer.Place, offer.Item, bought[o] * offer.UnitsPerLot, offer.AvailableDay, offer.LastUsableDay)).Where(static lot => lot.Quantity > 0);
        AllocationProblem plain = problem with
        {
            Lots = [.. problem.Lots, .. lots],
            Offers = [.. problem.Offers.Select((offer, o) => offer with { MostLots = offer.MostLots - bought[o] })],
            Demands = [.. demands, .. batches],
        };
        return (plain, plan with { Served = [.. served, .. batches.Select(static demand => demand.Units)], Alternatives = [], Purchases = [] });
    }
}
