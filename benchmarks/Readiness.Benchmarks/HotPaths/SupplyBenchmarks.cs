using BenchmarkDotNet.Attributes;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Supplies;

namespace Readiness.Benchmarks.HotPaths;

/// <summary>Allocation with a laid-down amount of work: what the sample district Xishan asks for if every duty is filled and no site opens.</summary>
[MemoryDiagnoser]
public class SupplyBenchmarks
{
    private const long Work = 20_000;
    private static readonly AllocationOptions Options = new() { TimeLimit = MeasuredPlan.Ample, WorkLimit = Work, Threads = 1 };

    private readonly AllocationProblem problem = Problem();

    /// <summary>Greedy construction, linear programme, rounding and bounds.</summary>
    [Benchmark]
    public SupplyPlan Plan()
    {
        SupplyPlan plan = new SupplyPlanner().Plan(problem, Options);
        MeasuredPlan.Require(plan.Proof);
        return plan;
    }

    private static AllocationProblem Problem()
    {
        PlanningContext context = PlanningContext.Of(DistrictDocument.LoadSample("xishan"));
        var closed = new SiteDecisions(context);
        HomeMonitoring home = context.AtHome(closed);
        var needs = new CoverNeeds(context, closed, home);
        var wanted = new HeadCount(context);
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < context.Tasks[task].Shifts.Length; shift++)
                {
                    wanted[task, day, shift] = needs[task, day];
                }
            }
        }

        return new SupplyTranslation(context, wanted, closed, home).Problem;
    }
}
