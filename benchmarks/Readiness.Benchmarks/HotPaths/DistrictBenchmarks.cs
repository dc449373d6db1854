using System.Text;
using BenchmarkDotNet.Attributes;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Benchmarks.HotPaths;

/// <summary>What every what-if pays beside its solves, on the sample district Xishan: reading, applying, forecasting, auditing.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project benchmarks/Readiness.Benchmarks -- --filter '*District*' --job short</c>.</remarks>
[MemoryDiagnoser]
public class DistrictBenchmarks
{
    private const int LeastAssignments = 5_000;
    private static readonly Scenario AllHands = new("all hands, late respirators", [new CancelLeave(), new DelayShipments("respirator", 5)]);

    private readonly District district = DistrictDocument.LoadSample("xishan");
    private readonly byte[] document = Encoding.UTF8.GetBytes(DistrictDocument.Write(DistrictDocument.LoadSample("xishan")));
    private ReadinessPlan? plan;

    // How good the plan is does not matter to the audit, but an empty one would flatter it.
    [GlobalSetup(Target = nameof(Audit))]
    public void Plan()
    {
        plan = new ReadinessPlanner().Plan(district, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(10), Threads = 1 });
        if (plan.Decisions.Assignments.Length < LeastAssignments)
        {
            throw new InvalidOperationException($"The plan has only {plan.Decisions.Assignments.Length} assignments.");
        }
    }

    /// <summary>The document's text to a validated district.</summary>
    [Benchmark]
    public District Read() => DistrictDocument.Read(document);

    /// <summary>A district back to its document.</summary>
    [Benchmark]
    public string Write() => DistrictDocument.Write(district);

    /// <summary>Two changes, their faults looked for and the result validated.</summary>
    [Benchmark]
    public District Apply() => ScenarioRunner.Apply(district, AllHands);

    /// <summary>What the district will need.</summary>
    [Benchmark]
    public DemandForecast Forecast() => DemandForecaster.Forecast(district);

    /// <summary>Every rule, indicator and level of a plan.</summary>
    [Benchmark]
    public PlanAudit Audit() => PlanAuditor.Audit(plan!.District, plan.Forecast, plan.Decisions);
}
