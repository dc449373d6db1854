using System.Diagnostics;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Quarantine;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>Which quarantine sites open when and who stays where, with the staff and stock that urgent duties leave over.</summary>
internal static class QuarantineStays
{
    /// <summary>The table.</summary>
    public static DistrictTable Table { get; } =
        new("stays", "Quarantine sites of districts over all days, level by level, with their proof.", "sites", TimeSpan.FromSeconds(10), Solve);

    private static PartOfPlan Solve(District district, SolveOptions solve, CancellationToken cancellationToken)
    {
        LocationProblem problem = new SiteTranslation(PlanningContext.Of(district)).Build(confidence: 1);
        var options = new LocationOptions { TimeLimit = solve.TimeLimit, Seed = solve.Seed, Threads = solve.Threads, WithRelaxations = false };
        long started = Stopwatch.GetTimestamp();
        SitePlan plan = new SitePlanner().Plan(problem, options, progress: null, cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new PartOfPlan(problem.Sites.Length, plan.Proof, new SiteAuditor().Audit(problem, plan), seconds);
    }
}
