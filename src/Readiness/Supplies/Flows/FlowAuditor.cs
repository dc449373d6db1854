using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Readiness.Supplies.Flows;

/// <summary>Re-derives every rule and the objective of a <see cref="FlowPlan"/> from its raw decisions, with none of the planner's code.</summary>
/// <remarks>
/// Rules: <c>servedCount</c>, <c>servedRange</c>, <c>transferIndex</c>, <c>useIndex</c>, <c>laneCapacity</c>, <c>usedServed</c> (what is used up is not what is served),
/// <c>dispatchStock</c>, <c>servedStock</c>, <c>proofObjective</c> and <c>proofBound</c>. Units may be split, so sums are compared to a relative 1e-6. An instance has no
/// state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class FlowAuditor
{
    private const double Tolerance = 1e-6;

    // Sums over many lots are compared to more than a single figure.
    private const double LeastScale = 100;

    /// <summary>Finds every rule that the plan breaks.</summary>
    /// <returns>The violations; empty if the plan is sound.</returns>
    /// <exception cref="ArgumentException">The problem is not well formed.</exception>
    public ImmutableArray<RuleViolation> Audit(WeightedAllocation problem, FlowPlan plan)
    {
        WeightedRules.ThrowIfMalformed(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var found = ImmutableArray.CreateBuilder<RuleViolation>();
        AllocationProblem facts = problem.Problem;
        if (plan.Served.Length != facts.Demands.Length)
        {
            found.Add(Violation("servedCount", "plan", null, $"{plan.Served.Length} served figures for {facts.Demands.Length} demands."));
            return found.ToImmutable();
        }

        if (HasIndices(facts, plan, found))
        {
            AuditLanes(facts, plan, found);
            AuditServed(facts, plan, found);
            AuditStock(facts, plan, found);
            AuditProof(Evaluate(problem, plan), plan.Proof, found);
        }

        return found.ToImmutable();
    }

    /// <summary>Cost of unserved units and transport that the decisions reach.</summary>
    /// <remarks>Meant for plans that pass <see cref="Audit"/>.</remarks>
    public double Evaluate(WeightedAllocation problem, FlowPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        double unserved = problem.Problem.Demands.Zip(
            plan.Served, (demand, units) => problem.UnservedCosts[demand.Level] * demand.Weight * (demand.Units - units)).Sum();
        return unserved + plan.Transfers.Sum(t => problem.TransportFactor * problem.Problem.Lanes[t.Lane].CostPerUnit * t.Quantity);
    }

    private static bool HasIndices(AllocationProblem problem, FlowPlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        foreach (LotTransfer t in plan.Transfers)
        {
            if (t.Lane < 0 || t.Lane >= problem.Lanes.Length || t.Item < 0 || t.Item >= problem.Items.Length || t.Day < 0 || t.Day >= problem.Days || !(t.Quantity >= 0))
            {
                found.Add(Violation("transferIndex", "plan", null, $"There is no such transfer: {t}."));
            }
        }

        foreach (LotUse u in plan.Uses)
        {
            if (u.Place < 0 || u.Place >= problem.Places.Length || u.Item < 0 || u.Item >= problem.Items.Length || u.Day < 0 || u.Day >= problem.Days || !(u.Quantity >= 0))
            {
                found.Add(Violation("useIndex", "plan", null, $"There is no such use: {u}."));
            }
        }

        return found.Count == 0;
    }

    private static void AuditLanes(AllocationProblem problem, FlowPlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        foreach (var lorry in plan.Transfers.GroupBy(static t => (t.Lane, t.Day)))
        {
            double load = lorry.Sum(t => t.Quantity * problem.Items[t.Item].VolumePerPack / problem.Items[t.Item].PackSize);
            double capacity = problem.Lanes[lorry.Key.Lane].CapacityPerDay;
            if (load > capacity + (Tolerance * Math.Max(1, capacity)))
            {
                found.Add(Violation("laneCapacity", $"{lorry.Key.Lane}", lorry.Key.Day, $"The load is {load}; the lane takes {capacity}."));
            }
        }
    }

    private static void AuditServed(AllocationProblem problem, FlowPlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        var rest = new SortedDictionary<(int Place, int Item, int Day), double>();
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            if (!(plan.Served[j] >= -Tolerance) || plan.Served[j] > demand.Units + Tolerance)
            {
                found.Add(Violation("servedRange", $"{j}", demand.Day, $"{plan.Served[j]} units are served of {demand.Units}."));
            }

            foreach (ItemNeed need in demand.Needs)
            {
                var key = (demand.Place, need.Item, demand.Day);
                rest[key] = rest.GetValueOrDefault(key) + (plan.Served[j] * need.Quantity);
            }
        }

        foreach (LotUse use in plan.Uses)
        {
            var key = (use.Place, use.Item, use.Day);
            rest[key] = rest.GetValueOrDefault(key) - use.Quantity;
        }

        foreach (((int place, int item, int day), double difference) in rest)
        {
            if (Math.Abs(difference) > LeastScale * Tolerance)
            {
                found.Add(Violation("usedServed", $"{place}/{item}", day, $"What is served is {difference} more than what is used up."));
            }
        }
    }

    // Lots and transfers that arrive, then transfers without lead time from that, then demands, then the other transfers.
    private static void AuditStock(AllocationProblem problem, FlowPlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        var stock = new Dictionary<(int Place, int Item, int Last), double>();
        for (int day = 0; day < problem.Days; day++)
        {
            foreach (SupplyLot lot in problem.Lots.Where(lot => lot.AvailableDay == day && lot.LastUsableDay >= day))
            {
                Put(lot.Place, lot.Item, Math.Min(lot.LastUsableDay, problem.Days), lot.Quantity);
            }

            LotTransfer[] sent = [.. plan.Transfers.Where(t => t.Day == day)];
            LotTransfer[] sameDay = [.. sent.Where(t => problem.Lanes[t.Lane].LeadTimeDays == 0)];
            Arrive(plan.Transfers.Where(t => t.Day < day && t.Day + problem.Lanes[t.Lane].LeadTimeDays == day));
            Dispatch(sameDay);
            Arrive(sameDay);
            foreach (LotUse use in plan.Uses.Where(u => u.Day == day))
            {
                Take("servedStock", use.Place, use.Item, use.LastUsableDay, use.Quantity, day, day);
            }

            Dispatch(sent.Except(sameDay));

            void Arrive(IEnumerable<LotTransfer> transfers)
            {
                foreach (LotTransfer t in transfers)
                {
                    Put(problem.Lanes[t.Lane].To, t.Item, t.LastUsableDay, t.Quantity);
                }
            }

            void Dispatch(IEnumerable<LotTransfer> transfers)
            {
                foreach (LotTransfer t in transfers)
                {
                    TransportLane lane = problem.Lanes[t.Lane];
                    Take("dispatchStock", lane.From, t.Item, t.LastUsableDay, t.Quantity, day, day + lane.LeadTimeDays);
                }
            }
        }

        void Put(int place, int item, int last, double units) => stock[(place, item, last)] = stock.GetValueOrDefault((place, item, last)) + units;

        void Take(string rule, int place, int item, int last, double units, int day, int usableOn)
        {
            double have = stock.GetValueOrDefault((place, item, last));
            if (usableOn > last || units > have + (Tolerance * Math.Max(LeastScale, have)))
            {
                found.Add(Violation(rule, $"{place}/{item}", day, $"{units} units usable until day {last} are taken for day {usableOn}; there are {have}."));
            }

            stock[(place, item, last)] = have - units;
        }
    }

    private static void AuditProof(double objective, PlanProof proof, ImmutableArray<RuleViolation>.Builder found)
    {
        double scale = Math.Max(1, Math.Abs(objective));
        if (proof.Levels.Length != 1 || !(Math.Abs(proof.Levels[0].Objective - objective) <= Tolerance * scale))
        {
            found.Add(Violation("proofObjective", FlowPlan.Level, null, $"The proof must have one level with the objective {objective}, which the decisions give."));
        }
        else if (!(proof.Levels[0].Bound <= objective + (Tolerance * scale)))
        {
            found.Add(Violation("proofBound", FlowPlan.Level, null, $"The bound {proof.Levels[0].Bound} is above the objective {objective}."));
        }
    }

    private static RuleViolation Violation(string rule, string subject, int? day, FormattableString message) =>
        new(rule, subject, day, message.ToString(CultureInfo.InvariantCulture));
}
