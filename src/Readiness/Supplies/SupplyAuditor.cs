using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies;

/// <summary>Re-derives every rule and the objective of a <see cref="SupplyPlan"/> from its raw decisions, with none of the planner's code.</summary>
/// <remarks>
/// Rules: <c>servedCount</c>, <c>servedRange</c>, <c>alternativeIndex</c>, <c>alternativeUnique</c>, <c>alternativeRange</c> (more than the alternative may serve, or than is served at all), <c>purchaseIndex</c>, <c>purchaseUnique</c>, <c>purchaseRange</c>, <c>budget</c>, <c>transferIndex</c>, <c>transferUnique</c>, <c>wholePacks</c>, <c>minimumTransfer</c>, <c>laneCapacity</c>,
/// <c>morningStock</c> (a same-day transfer beyond the morning's stock), <c>servedStock</c>, <c>dispatchStock</c>, <c>reserve</c> (too little left after a dispatch or a demand that may not break it), <c>storage</c>, <c>pin</c>, <c>proofLevels</c>,
/// <c>proofObjective</c> and <c>proofBound</c>. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SupplyAuditor
{
    private const double Tolerance = 1e-6;

    /// <summary>Finds every rule that the plan breaks.</summary>
    /// <returns>The violations; empty if the plan is sound.</returns>
    /// <exception cref="ArgumentException">The problem is not well formed.</exception>
    public ImmutableArray<RuleViolation> Audit(AllocationProblem problem, SupplyPlan plan)
    {
        AllocationRules.ThrowIfMalformed(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var violations = ImmutableArray.CreateBuilder<RuleViolation>();
        StockReplay replay = new(problem, plan, violations.Add);
        replay.Run();
        foreach (Transfer pin in problem.Pins.Except(plan.Transfers))
        {
            violations.Add(new RuleViolation("pin", $"{pin.Lane}/{pin.Item}", pin.Day, $"The {pin.Quantity} units that are pinned are not sent, or others."));
        }

        AuditProof(Evaluate(problem, plan, replay), plan.Proof, violations.Add);
        return violations.ToImmutable();
    }

    /// <summary>The objective that the decisions reach.</summary>
    /// <remarks>Meant for plans that pass <see cref="Audit"/>; of another, whatever cannot be carried out is left undone in the replay, but served units count as the plan states them.</remarks>
    /// <exception cref="ArgumentException">The problem is not well formed.</exception>
    public SupplyEvaluation Evaluate(AllocationProblem problem, SupplyPlan plan)
    {
        AllocationRules.ThrowIfMalformed(problem);
        ArgumentNullException.ThrowIfNull(plan);
        StockReplay replay = new(problem, plan, static _ => { });
        replay.Run();
        return Evaluate(problem, plan, replay);
    }

    private static SupplyEvaluation Evaluate(AllocationProblem problem, SupplyPlan plan, StockReplay replay)
    {
        var levels = ImmutableArray.CreateBuilder<SupplyLevelValue>(problem.Levels.Length);
        for (int level = 0; level < problem.Levels.Length; level++)
        {
            double unserved = 0;
            FairnessRule rule = problem.Levels[level].Rule;
            double RiskAt(int place) => rule == FairnessRule.RiskWeighted && !problem.PlaceRisks.IsEmpty ? problem.PlaceRisks[place] : 1;
            var pairs = new SortedDictionary<(int Place, int Item), (long Demanded, long Served)>();
            for (int j = 0; j < problem.Demands.Length; j++)
            {
                SupplyDemand demand = problem.Demands[j];
                if (demand.Level != level || demand.Units == 0)
                {
                    continue;
                }

                long served = j < plan.Served.Length ? plan.Served[j] : 0;
                unserved += demand.Weight * (demand.Units - served);
                foreach (ItemNeed need in demand.Needs)
                {
                    (long wanted, long given) = pairs.GetValueOrDefault((demand.Place, need.Item));
                    pairs[(demand.Place, need.Item)] = (wanted + (demand.Units * need.Quantity), given + (served * need.Quantity));
                }
            }

            ImmutableArray<PairFillRate> rates = [.. pairs.Select(p => new PairFillRate(p.Key.Place, p.Key.Item, p.Value.Demanded, p.Value.Served, RiskAt(p.Key.Place)))];
            double worst = rates.IsEmpty ? 0 : rates.Max(rate => rate.Risk * (rate.Demanded - rate.Served) / rate.Demanded);
            levels.Add(new SupplyLevelValue(problem.Levels[level].Name, rule, worst, unserved, rates));
        }

        return new SupplyEvaluation(levels.MoveToImmutable(), replay.Expired, replay.Transport)
        {
            Substituted = problem.Demands.Any(demand => demand.Alternatives.Length > 0)
                ? plan.Alternatives.Where(use => AlternativeReplay.Of(problem, use) is not null)
                    .Sum(use => problem.Demands[use.Demand].Alternatives[use.Alternative].Weight * use.Units)
                : null,
            Spending = problem.Offers.Length > 0 ? PurchaseReplay.Spending(problem, plan, static _ => true) : null,
        };
    }

    private static void AuditProof(SupplyEvaluation evaluation, PlanProof proof, Action<RuleViolation> report)
    {
        ImmutableArray<(string Level, double Value)> expected = evaluation.Objective();
        string names = string.Join(", ", expected.Select(entry => entry.Level));
        if (!proof.Levels.Select(level => level.Level).SequenceEqual(expected.Select(entry => entry.Level)))
        {
            report(new RuleViolation("proofLevels", "proof", null, $"The proof must list the levels {names}, in this order."));
            return;
        }

        for (int i = 0; i < expected.Length; i++)
        {
            LevelProof level = proof.Levels[i];
            double scale = Math.Max(1, Math.Abs(expected[i].Value));
            if (!(Math.Abs(level.Objective - expected[i].Value) <= Tolerance * scale))
            {
                report(new RuleViolation("proofObjective", level.Level, null, $"The proof states {level.Objective}, the decisions give {expected[i].Value}."));
            }

            if (!(level.Bound <= level.Objective + (Tolerance * scale)))
            {
                report(new RuleViolation("proofBound", level.Level, null, $"The bound {level.Bound} is above the objective {level.Objective}."));
            }

            if (proof.Termination == Termination.Optimal && !(level.Gap <= Tolerance))
            {
                report(new RuleViolation("proofBound", level.Level, null, $"The plan is called optimal, but the gap is {level.Gap}."));
            }
        }
    }
}
