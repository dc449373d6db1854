using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning.Exact;

/// <summary>A district's exact optimum beside the planner's plan and its bounds, and what does not fit together.</summary>
/// <param name="Rows">One row per level.</param>
/// <param name="Faults">What must not be; empty if all is well.</param>
internal sealed record Yardstick(ImmutableArray<YardstickRow> Rows, ImmutableArray<string> Faults)
{
    private const double Tolerance = 1e-3;

    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(20), WorkLimit = 2, Threads = 1 };

    /// <summary>Compares them; null if an exact solve was not finished within its limit.</summary>
    public static Yardstick? Of(District district, CancellationToken cancellationToken)
    {
        DemandForecast forecast = DemandForecaster.Forecast(district);
        var exact = new ExactProgramme(district, forecast, deterministicLimit: 20);
        if (exact.Optimum() is not { } optimum)
        {
            return null;
        }

        var faults = ImmutableArray.CreateBuilder<string>();
        PlanAudit audit = PlanAuditor.Audit(district, forecast, optimum.Decisions);
        faults.AddRange(audit.Violations.Select(violation => $"the optimum breaks {violation}"));
        faults.AddRange(Differences("optimum", optimum.Levels, audit.Levels));

        ReadinessPlan plan = new ReadinessPlanner().Plan(district, Quick, progress: null, cancellationToken);
        if (exact.Evaluate(plan.Decisions) is not { } value || exact.LeastGiven(plan) is not { } least)
        {
            faults.Add("the plan is no solution of the exact programme");
            return new Yardstick([], faults.ToImmutable());
        }

        faults.AddRange(Differences("plan", value, plan.Audit.Levels));
        if (LevelComparer.Instance.Compare(plan.Audit.Levels, audit.Levels) < 0)
        {
            faults.Add("the plan is better than the optimum");
        }

        ImmutableArray<YardstickRow> rows = [.. plan.Proof.Levels.Select((proof, level) =>
            new YardstickRow(proof.Level, audit.Levels[level].Value, proof.Objective, least[level], proof.Bound))];
        faults.AddRange(rows.Where(row => row.Bound > row.Least + Tolerance || row.Bound > row.Objective + Tolerance).Select(row => $"no bound: {row}"));
        if (rows[0].Bound > rows[0].Optimum)
        {
            faults.Add($"the first level's bound is above the optimum: {rows[0]}");
        }

        return new Yardstick(rows, faults.ToImmutable());
    }

    private static IEnumerable<string> Differences(string what, ImmutableArray<LevelValue> programme, ImmutableArray<LevelValue> audit) =>
        programme.Zip(audit)
            .Where(pair => Math.Abs(pair.First.Value - pair.Second.Value) > Tolerance)
            .Select(pair => $"{what}: {pair.First} in the programme, {pair.Second} in the audit");
}
