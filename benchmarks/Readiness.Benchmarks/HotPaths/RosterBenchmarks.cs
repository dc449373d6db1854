using BenchmarkDotNet.Attributes;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Shifts;
using Readiness.Staffing;

namespace Readiness.Benchmarks.HotPaths;

/// <summary>Rostering with a laid-down amount of work, on instances of Curtois and Qu.</summary>
[MemoryDiagnoser]
public class RosterBenchmarks
{
    private const long Work = 2_000;
    private static readonly RosterOptions Options = new() { TimeLimit = MeasuredPlan.Ample, WorkLimit = Work, Threads = 1 };

    private RosterProblem? problem;

    /// <summary>8 people, one shift type, 14 days; 10 people, 2 shift types, 28 days.</summary>
    [Params("Instance1", "Instance4")]
    public string Instance { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        string path = Path.Combine(InstanceCatalogue.FolderOf("shifts"), Instance + ".txt");
        problem = ShiftTranslation.Problem(ShiftFile.Read(File.ReadAllText(path)));
    }

    /// <summary>Construction, search and bound.</summary>
    [Benchmark]
    public Roster Plan()
    {
        Roster plan = new RosterPlanner().Plan(problem!, Options);
        MeasuredPlan.Require(plan.Proof);
        return plan;
    }
}
