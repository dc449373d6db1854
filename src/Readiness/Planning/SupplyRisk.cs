using Readiness.Plans;
using Readiness.Supplies;
using Readiness.Supplies.Risks;

namespace Readiness.Planning;

/// <summary>Evaluates what a finished plan risks because of uncertain shipments. It is done once, for the plan that is returned.</summary>
internal static class SupplyRisk
{
    private const int MostOutcomes = 512;

    /// <summary>The risk; none where no shipment is uncertain, nothing is supplied, or the caller stops.</summary>
    public static PlanRisk? Of(PlanningContext context, Candidate candidate, TimeBudget budget, CancellationToken cancellationToken)
    {
        if (candidate.Supplies is not { } plan || context.Shipments.All(shipment => shipment.Arrivals.IsEmpty))
        {
            return null;
        }

        AllocationProblem problem = new SupplyTranslation(context, candidate.Heads.Filled, candidate.Sites, context.AtHome(candidate.Sites), candidate.Keep).Problem;
        var options = new ShipmentRiskOptions { MostOutcomes = MostOutcomes, Seed = budget.Seed, TimeLimit = budget.Ending };
        try
        {
            return Named(context, new ShipmentRiskEvaluator().Evaluate(problem, plan, options, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // Kits and other needs of a class are levels of their own in the supply problem, one after the other.
    private static PlanRisk Named(PlanningContext context, ShipmentRisk risk) => new(
        risk.Exact,
        risk.Outcomes,
        [
            .. from shortfall in risk.Items
               group shortfall by (Class: (shortfall.Level / 2) + 1, shortfall.Item) into item
               let missing = item.Sum(shortfall => shortfall.ExpectedUnmet - shortfall.PlannedUnmet)
               where missing > 1e-9
               orderby item.Key.Class, item.Key.Item
               select new ItemRisk(context.District.Items[item.Key.Item].Id, item.Key.Class, missing, item.Sum(shortfall => shortfall.StandardError)),
        ],
        [
            .. from chance in risk.StockOuts
               orderby chance.Day, chance.Place, chance.Item
               select new StockOutRisk(
                   context.Index.PlaceIds[chance.Place], context.District.Items[chance.Item].Id, context.District.Horizon.DateOf(chance.Day), chance.Probability),
        ]);
}
