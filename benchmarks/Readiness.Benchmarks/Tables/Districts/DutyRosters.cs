using System.Diagnostics;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Staffing;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>Rosters that fill every duty, and the sites that take the fewest heads per room.</summary>
internal static class DutyRosters
{
    /// <summary>The table.</summary>
    public static DistrictTable Table { get; } =
        new("rosters", "Duty rosters of districts, level by level, with their proof.", "people", TimeSpan.FromSeconds(120), Solve);

    private static PartOfPlan Solve(District district, SolveOptions solve, CancellationToken cancellationToken)
    {
        PlanningContext context = PlanningContext.Of(district);
        SiteDecisions sites = SitesInOrder.Choose(context, SiteOrder.FewestHeads);
        RosterProblem problem = RosterTranslation.Build(context, new CoverNeeds(context, sites, context.AtHome(sites)).ByShift(context));
        var options = new RosterOptions { TimeLimit = solve.TimeLimit, Seed = solve.Seed, Threads = solve.Threads };
        long started = Stopwatch.GetTimestamp();
        Roster roster = new RosterPlanner().Plan(problem, options, progress: null, cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new PartOfPlan(problem.People.Length, roster.Proof, new RosterAuditor().Audit(problem, roster), seconds);
    }
}
