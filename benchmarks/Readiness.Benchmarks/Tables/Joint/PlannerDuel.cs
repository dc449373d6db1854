using System.Collections.Immutable;
using System.Diagnostics;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>A district planned in order and jointly, with the same options, and both plans audited once more.</summary>
/// <param name="Levels">What they reach, most important first.</param>
/// <param name="JointSeconds">Wall seconds of joint planning.</param>
/// <param name="SequentialSeconds">Wall seconds of planning in order.</param>
/// <param name="Faults">What speaks against a plan as a whole; empty if nothing does.</param>
internal sealed record PlannerDuel(ImmutableArray<LevelDuel> Levels, double JointSeconds, double SequentialSeconds, ImmutableArray<string> Faults)
{
    /// <summary>Plans and audits.</summary>
    public static PlannerDuel Of(District district, SolveOptions options, CancellationToken cancellationToken)
    {
        (ReadinessPlan ordered, double orderedSeconds) = Timed(() => new SequentialPlanner().Plan(
            district, new SequentialOptions { TimeLimit = options.TimeLimit, Threads = options.Threads }, progress: null, cancellationToken));
        (ReadinessPlan joint, double jointSeconds) = Timed(() => new ReadinessPlanner().Plan(
            district, new PlannerOptions { TimeLimit = options.TimeLimit, Threads = options.Threads }, progress: null, cancellationToken));
        return new PlannerDuel(
            LevelDuel.Of(ordered.Proof.Levels, joint.Proof.Levels),
            jointSeconds,
            orderedSeconds,
            [.. FaultsOf("the plan in order", district, ordered), .. FaultsOf("the joint plan", district, joint)]);
    }

    private static (ReadinessPlan Plan, double Seconds) Timed(Func<ReadinessPlan> plan)
    {
        long started = Stopwatch.GetTimestamp();
        return (plan(), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static IEnumerable<string> FaultsOf(string name, District district, ReadinessPlan plan)
    {
        PlanAudit audit = PlanAuditor.Audit(district, DemandForecaster.Forecast(district), plan.Decisions);
        foreach (RuleViolation found in audit.Violations)
        {
            yield return $"{name}: {found.Rule} {found.Subject}: {found.Message}";
        }

        foreach ((LevelValue derived, LevelProof stated) in audit.Levels.Zip(plan.Proof.Levels))
        {
            if (derived != new LevelValue(stated.Level, stated.Objective))
            {
                yield return FormattableString.Invariant($"{name}: {stated.Level} is stated as {stated.Objective}; its audit finds {derived.Value}.");
            }
        }
    }
}
