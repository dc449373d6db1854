using System.Globalization;

namespace Readiness.Supplies.Flows;

/// <summary>Checks that a <see cref="WeightedAllocation"/> is well formed.</summary>
internal static class WeightedRules
{
    /// <summary>Most units of an item in one lot or demand.</summary>
    public const long LargestQuantity = 1_000_000_000_000;

    private const int MessagesShown = 50;

    // Whole steps of flow are added up in 64 bits.
    private const double LargestTotal = 1e17;

    /// <summary>Throws one exception that lists everything that is wrong.</summary>
    /// <exception cref="ArgumentException">The problem is not well formed.</exception>
    public static void ThrowIfMalformed(WeightedAllocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        ArgumentNullException.ThrowIfNull(allocation.Problem);
        var errors = new List<string>();
        try
        {
            AllocationRules.ThrowIfMalformed(allocation.Problem);
        }
        catch (ArgumentException exception)
        {
            errors.Add(exception.Message);
        }

        AllocationProblem problem = allocation.Problem;
        if (allocation.UnservedCosts.IsDefault || (!problem.Levels.IsDefault && allocation.UnservedCosts.Length != problem.Levels.Length))
        {
            errors.Add("UnservedCosts must have a cost for each level.");
        }
        else
        {
            for (int k = 0; k < allocation.UnservedCosts.Length; k++)
            {
                CheckCost(allocation.UnservedCosts[k], $"UnservedCosts[{k}]", errors);
            }
        }

        CheckCost(allocation.TransportFactor, "TransportFactor", errors);
        if (!problem.Reserves.IsDefaultOrEmpty || !problem.StorageLimits.IsDefaultOrEmpty || !problem.Offers.IsDefaultOrEmpty)
        {
            errors.Add("Reserves, StorageLimits and Offers must be empty; they need SupplyPlanner.");
        }

        if (!problem.Lanes.IsDefault && problem.Lanes.Any(static lane => lane.MinimumUnits > 1))
        {
            errors.Add("Lanes may not have MinimumUnits; they need SupplyPlanner.");
        }

        if (!problem.Demands.IsDefault && !problem.Lots.IsDefault)
        {
            CheckQuantities(problem, errors);
        }

        if (errors.Count > 0)
        {
            string more = errors.Count > MessagesShown ? string.Create(CultureInfo.InvariantCulture, $" {errors.Count - MessagesShown} more.") : "";
            throw new ArgumentException($"The weighted allocation is malformed: {string.Join(' ', errors.Take(MessagesShown))}{more}", nameof(allocation));
        }
    }

    private static void CheckQuantities(AllocationProblem problem, List<string> errors)
    {
        double total = problem.Lots.Sum(static lot => (double)lot.Quantity);
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            if (!demand.Needs.IsDefaultOrEmpty && demand.Needs.Length > 1)
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"Demands[{j}].Needs has {demand.Needs.Length} items; only one is possible here."));
            }

            if (!demand.Alternatives.IsDefaultOrEmpty)
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"Demands[{j}].Alternatives must be empty; they need SupplyPlanner."));
            }

            total += demand.Needs.IsDefaultOrEmpty ? 0 : (double)demand.Units * demand.Needs[0].Quantity;
        }

        if (total > LargestTotal)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"Lots and demands add up to {total:R} units; at most {LargestTotal} are possible here."));
        }
    }

    private static void CheckCost(double cost, string name, List<string> errors)
    {
        if (!(cost >= 0) || double.IsInfinity(cost))
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {cost}; it must be 0 or more and finite."));
        }
    }
}
