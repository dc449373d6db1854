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

    /// <summary>10 people and 2 shift types, 50 and 6; 28 days each. And 20 people over 56 days.</summary>
    [Params("Instance4", "Instance11", "Instance16")]
    public string Instance { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        string path = Path.Combine(InstanceCatalogue.FolderOf("shifts"), Instance + ".txt");
        problem = ShiftTranslation.Problem(ShiftFile.Read(File.ReadAllText(path)));
        MeasuredPlan.Require(Plan().Proof);
    }

    /// <summary>Construction, search and bound.</summary>
    [Benchmark]
    public Roster Plan() => new RosterPlanner().Plan(problem!, Options);
}
