using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Benchmarks.Peers;
using Readiness.Districts.Generation;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>A generated instance that is solved, solved again with other demands, and given to peers.</summary>
internal sealed class ScaleCase(WeightedAllocation instance)
{
    private const int Resolves = 5;
    private const int ChangedPercent = 1;

    // Two ways to add up the same decisions differ by rounding only.
    private const double Rounding = 1e-9;

    /// <summary>Solves it with Readiness, then five times more, each time after one percent of the demands has been drawn anew, and audits all answers.</summary>
    public ScaleAnswer Solve(FlowOptions options, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var planner = new FlowReplanner(instance, options.Threads);
        FlowPlan first = planner.Plan(options, null, cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        ScaleFlows flows = Flows(first);
        List<string> faults = [.. Faults(instance, first)];

        var random = new SplitMix64(options.Seed, stream: 9);
        SupplyDemand[] demands = [.. instance.Problem.Demands];
        var resolves = ImmutableArray.CreateBuilder<double>();
        double largest = 0;
        for (int k = 0; k < Resolves && !cancellationToken.IsCancellationRequested; k++)
        {
            for (int change = 0; change < Math.Max(1, demands.Length * ChangedPercent / 100); change++)
            {
                int j = random.Below(demands.Length);
                demands[j] = demands[j] with { Units = random.Below(2 * (int)Math.Min(1_000_000, demands[j].Units + 1)) };
                planner.ChangeDemand(j, demands[j].Units);
            }

            started = Stopwatch.GetTimestamp();
            FlowPlan plan = planner.Plan(options, null, cancellationToken);
            resolves.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            WeightedAllocation changed = instance with { Problem = instance.Problem with { Demands = [.. demands] } };
            faults.AddRange(Faults(changed, plan).Select(fault => string.Create(CultureInfo.InvariantCulture, $"solved again, {k + 1}: {fault}")));
            largest = Math.Max(largest, (plan.Objective - plan.Bound) / Math.Max(1e-9, plan.Objective));
        }

        return new ScaleAnswer(
            flows, ScaleEvaluator.Objective(instance, flows), first.Bound, first.Proof.Termination, seconds, resolves.ToImmutable(), largest, [.. faults]);
    }

    /// <summary>Gives it to another solver and confirms the answer.</summary>
    public PeerAnswer SolveWith(IPeer peer, PeerLimits limits, CancellationToken cancellationToken)
    {
        ScaleFormulation formulation = ScaleFormulation.Of(instance);
        PeerResult result = peer.Solve(formulation.Model, limits, cancellationToken);
        if (result.Objective is null)
        {
            return new PeerAnswer(null, result.Bound, result.Seconds, []);
        }

        ScaleFlows flows = formulation.Flows(result.Values);
        ImmutableArray<string> faults = ScaleEvaluator.Faults(instance, flows);
        return new PeerAnswer(faults.IsEmpty ? ScaleEvaluator.Objective(instance, flows) : null, result.Bound, result.Seconds, faults);
    }

    private static ScaleFlows Flows(FlowPlan plan) => new(plan.Transfers, plan.Uses, plan.Served);

    private static IEnumerable<string> Faults(WeightedAllocation instance, FlowPlan plan)
    {
        ScaleFlows flows = Flows(plan);
        foreach (string fault in ScaleEvaluator.Faults(instance, flows))
        {
            yield return fault;
        }

        double objective = ScaleEvaluator.Objective(instance, flows);
        if (!(Math.Abs(objective - plan.Objective) <= Rounding * Math.Max(1, objective)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the decisions cost {objective:R}, the plan states {plan.Objective:R}");
        }

        if (!(plan.Bound <= plan.Objective))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the bound {plan.Bound:R} is above the objective {plan.Objective:R}");
        }
    }
}
