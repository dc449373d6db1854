using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Plans;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>Serves units with the item itself where a plan serves them by a recipe although the item is there.</summary>
/// <remarks>
/// The supply planner takes as few recipes as it can find, which within its limits need not be the fewest. A recipe is meant for want of the item, and the audit holds plans to that. Where room for stock is limited, recipes stay:
/// what they would leave over might not fit.
/// </remarks>
internal static class RecipeSavings
{
    /// <summary>Completes the decisions with issues, and substitutions as few as the stock to spare allows.</summary>
    public static (PlanDecisions Decisions, SupplyPlan Plan) Apply(PlanningContext context, SupplyTranslation translation, PlanDecisions decisions, SupplyPlan plan)
    {
        while (true)
        {
            decisions = decisions with { Issues = translation.Issues(plan), Substitutions = translation.Substitutions(plan) };
            if (plan.Alternatives.IsEmpty || Saved(context, translation, decisions, plan) is not { } fewer)
            {
                return (decisions, plan);
            }

            plan = plan with { Alternatives = fewer };
        }
    }

    private static ImmutableArray<AlternativeUse>? Saved(PlanningContext context, SupplyTranslation translation, PlanDecisions decisions, SupplyPlan plan)
    {
        SpareStock spare = SpareStock.Of(context.District, context.Forecast, decisions);
        AllocationProblem problem = translation.Problem;
        HashSet<int> limited = [.. problem.StorageLimits.Select(limit => limit.Place)];
        var spent = new Dictionary<(int Place, int Item), long>();
        var kept = new List<AlternativeUse>();
        bool changed = false;
        foreach (AlternativeUse use in plan.Alternatives.OrderBy(use => problem.Demands[use.Demand].Level).ThenBy(use => use.Demand))
        {
            SupplyDemand demand = problem.Demands[use.Demand];
            (int Place, int Item) shelf = (demand.Place, demand.Needs[0].Item);
            long room = limited.Contains(demand.Place)
                ? long.MinValue
                : spare.Units(shelf.Place, shelf.Item, demand.Day, SupplyTranslation.ClassOf(demand)) - spent.GetValueOrDefault(shelf);
            (long units, long cost) = Reduce(demand.Alternatives[use.Alternative], shelf.Item, use.Units, room);
            spent[shelf] = spent.GetValueOrDefault(shelf) + Math.Max(0, cost);
            changed |= units < use.Units;
            if (units > 0)
            {
                kept.Add(use with { Units = units });
            }
        }

        return changed ? [.. kept.OrderBy(use => use.Demand).ThenBy(use => use.Alternative)] : null;
    }

    // A unit less takes one more of the item, less what the recipe itself takes of it for a batch that is not needed any more.
    private static (long Units, long Cost) Reduce(DemandAlternative recipe, int item, long units, long room)
    {
        long ofItem = recipe.Needs.Where(need => need.Item == item).Sum(need => need.Quantity);
        long cost = 0;
        while (units > 0)
        {
            long step = units % recipe.UnitsPerBatch == 1 || recipe.UnitsPerBatch == 1 ? 1 - ofItem : 1;
            if (cost + step > room)
            {
                break;
            }

            cost += step;
            units--;
        }

        return (units, cost);
    }
}
