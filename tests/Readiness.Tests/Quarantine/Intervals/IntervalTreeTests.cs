using Readiness.Quarantine;
using Readiness.Quarantine.Intervals;
using Readiness.Solving;

namespace Readiness.Tests.Quarantine.Intervals;

public sealed class IntervalTreeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    // The model is another way to the same optimum; whole units may cost more than the tree knows of.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Its_bound_is_the_optimum_of_the_model_in_split_units(int block)
    {
        for (int seed = block * 5; seed < (block + 1) * 5; seed++)
        {
            LocationProblem problem = RandomLocations.Middling(seed, whole: false);
            var location = new IndexedLocation(problem);
            if (location.Days == 1)
            {
                continue;
            }

            var limits = new OpeningLimits(problem);
            foreach (LocationCriterion level in (LocationCriterion[])[LocationCriterion.Unserved, LocationCriterion.Cost])
            {
                var groups = new CustomerGroups(location, level);
                var clock = new SearchClock(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
                SiteCandidate best = OpeningSearch.Run(location, limits, clock, seed);
                var formulation = new StrongFormulation(location, limits, level, groups, best.Unserved, Integrality.Openings, withStrongRows: true);
                using var solver = new HighsSolver(formulation.Model, new SolveLimits { MipRelativeGap = 0 });
                double optimum = solver.Solve(TestContext.Current.CancellationToken).Objective;

                foreach (int threads in (int[])[1, 2])
                {
                    double found = best.Of(level);
                    using var tree = new IntervalTree(location, level, groups, best, clock, threads)
                    {
                        Best = () => found,
                        Found = (first, last) =>
                        {
                            using var fixedSolver = new HighsSolver(formulation.Model);
                            formulation.Settle(fixedSolver, first, last, slack: 0);
                            SolveOutcome outcome = fixedSolver.Solve(TestContext.Current.CancellationToken);
                            found = outcome.HasSolution ? Math.Min(found, outcome.Objective) : found;
                        },
                        Report = bound => Assert.InRange(bound, double.NegativeInfinity, optimum + 1e-4),
                        IsEnough = bound => bound >= found - 1e-6,
                        MostColumns = threads == 1 ? 1000 : 4 * location.Sites,
                    };
                    tree.Run();

                    Assert.True(Math.Abs(optimum - tree.Bound) < 1e-3, $"seed {seed} {level}: {tree.Bound}, not {optimum}");
                    Assert.True(found >= optimum - 1e-3, $"seed {seed} {level}: {found} is below {optimum}");
                }
            }
        }
    }
}
