using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Bounds of the planner as a whole against all rosters of small problems.</summary>
public sealed class RosterBoundTests
{
    private const int Problems = 1000;
    private const double Tolerance = 1e-6;

    [Fact]
    public void Of_a_thousand_small_problems_none_has_a_bound_above_its_optimum()
    {
        int byColumns = 0;
        int compared = 0;
        for (int seed = 0; compared < Problems; seed++)
        {
            RosterProblem problem = seed % 4 == 0 ? TinyRosters.Create(5000 + seed) : StretchRosters.Tiny(5000 + seed);
            problem = seed % 8 == 4 ? TinyRosters.Owe(problem, seed) : problem;
            problem = seed % 8 == 0 || seed % 8 == 1 ? TinyRosters.Remember(problem, seed) : problem;
            problem = seed % 8 == 0 ? TinyRosters.Share(problem, seed) : problem;
            if (RosterEnumeration.TryRun(problem, 5000)?.Best is not { } best)
            {
                continue;
            }

            // In turn: one thread to a fixed end, and two against the clock.
            RosterOptions options = seed % 2 == 0
                ? new RosterOptions { WorkLimit = 40, Threads = 1, Seed = seed } : new RosterOptions { TimeLimit = TimeSpan.FromMilliseconds(60), Threads = 2, Seed = seed };
            Roster roster = new RosterPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(new RosterAuditor().Audit(problem, roster));
            CheckLevels(seed, roster, best);
            byColumns += problem.Levels.Length == 1 ? 1 : 0;
            compared++;
        }

        Assert.InRange(byColumns, Problems / 2, Problems - 100);
    }

    // The bound of a level holds for rosters whose higher levels are as good as those reached.
    private static void CheckLevels(int seed, Roster roster, ImmutableArray<double> best)
    {
        for (int level = 0; level < roster.Proof.Levels.Length; level++)
        {
            LevelProof proof = roster.Proof.Levels[level];
            Assert.True(proof.Bound <= best[level] + Tolerance, $"seed {seed}, level {level}: bound {proof.Bound} above {best[level]}");
            Assert.True(proof.Objective >= best[level] - Tolerance, $"seed {seed}, level {level}: objective {proof.Objective} below {best[level]}");
            if (proof.Objective > best[level] + Tolerance)
            {
                return;
            }
        }
    }
}
