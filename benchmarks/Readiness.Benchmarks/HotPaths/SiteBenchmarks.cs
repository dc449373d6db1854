using BenchmarkDotNet.Attributes;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Sites;
using Readiness.Quarantine;

namespace Readiness.Benchmarks.HotPaths;

/// <summary>The choice of sites with a laid-down number of branch-and-bound nodes, on location instances of the OR-Library.</summary>
[MemoryDiagnoser]
public class SiteBenchmarks
{
    private const long Nodes = 200;
    private static readonly LocationOptions Options = new() { TimeLimit = MeasuredPlan.Ample, WorkLimit = Nodes, Threads = 1 };

    private LocationProblem? problem;

    /// <summary>16, 25 and 50 facilities; 50 customers each.</summary>
    [Params("cap44", "cap84", "cap134")]
    public string Instance { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        string path = Path.Combine(InstanceCatalogue.FolderOf("sites"), Instance + ".txt");
        problem = new SiteTranslation(SiteReader.Read(File.ReadAllText(path), SiteFormat.Orlib, null)).Problem;
    }

    /// <summary>Greedy construction, search and proof.</summary>
    [Benchmark]
    public SitePlan Plan()
    {
        SitePlan plan = new SitePlanner().Plan(problem!, Options);
        MeasuredPlan.Require(plan.Proof);
        return plan;
    }
}
