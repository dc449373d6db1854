using System.Collections.Immutable;

namespace Readiness.Supplies.Flows;

/// <summary>Answer to a <see cref="WeightedAllocation"/>.</summary>
/// <param name="Transfers">What is dispatched, by lane, item, day and last usable day; each at most once.</param>
/// <param name="Uses">What is used up, by place, item, day and last usable day; each at most once.</param>
/// <param name="Served">Units served of each demand, by demand index; may be fractions.</param>
/// <param name="Proof">Termination, and one level <c>cost</c> with objective and bound.</param>
public sealed record FlowPlan(
    ImmutableArray<LotTransfer> Transfers, ImmutableArray<LotUse> Uses, ImmutableArray<double> Served, PlanProof Proof)
{
    /// <summary>Name of the only level.</summary>
    public const string Level = "cost";

    /// <summary>Cost of unserved units and of transport.</summary>
    public double Objective => Proof.Levels[0].Objective;

    /// <summary>No plan, in fractions or in whole units, costs less.</summary>
    public double Bound => Proof.Levels[0].Bound;

    /// <summary>The plan that does nothing.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="changes">Demands for other units than the problem says.</param>
    /// <param name="termination">Why there is nothing better.</param>
    internal static FlowPlan Nothing(WeightedAllocation problem, IReadOnlyDictionary<int, long> changes, Termination termination)
    {
        ImmutableArray<SupplyDemand> demands = problem.Problem.Demands;
        double objective = 0;
        for (int j = 0; j < demands.Length; j++)
        {
            objective += changes.GetValueOrDefault(j, demands[j].Units) * problem.UnservedCosts[demands[j].Level] * demands[j].Weight;
        }

        return new FlowPlan([], [], [.. new double[demands.Length]], new PlanProof(termination, [new LevelProof(Level, objective, 0)]));
    }
}
