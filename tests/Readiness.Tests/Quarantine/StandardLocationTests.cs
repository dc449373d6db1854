using System.Collections.Immutable;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>The classic problems against complete enumeration.</summary>
public sealed class StandardLocationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_classic_problems_reach_the_enumerated_optimum(int block)
    {
        for (int seed = block * 50; seed < (block + 1) * 50; seed++)
        {
            var random = new Random(seed);
            int sites = 2 + random.Next(6);
            int customers = 1 + random.Next(10);
            ImmutableArray<double> demand = [.. Enumerable.Range(0, customers).Select(_ => (double)random.Next(5))];
            ImmutableArray<double> distances = [.. Enumerable.Range(0, sites * customers).Select(_ => (double)random.Next(30))];
            int p = 1 + random.Next(sites);
            double radius = random.Next(25);
            double Nearest(int i, int[] open) => open.Min(j => distances[(i * sites) + j]);
            int[] wanting = [.. Enumerable.Range(0, customers).Where(i => demand[i] > 0)];
            int[][] sets = [.. Enumerable.Range(1, (1 << sites) - 1).Select(mask => Enumerable.Range(0, sites).Where(j => (mask >> j & 1) == 1).ToArray())];

            double median = sets.Where(open => open.Length == p).Min(open => wanting.Sum(i => demand[i] * Nearest(i, open)));
            double center = sets.Where(open => open.Length <= p).Min(open => wanting.Select(i => Nearest(i, open)).DefaultIfEmpty(0).Max());
            int[] coverable = [.. wanting.Where(i => Enumerable.Range(0, sites).Any(j => distances[(i * sites) + j] <= radius))];
            int cover = coverable.Length == 0 ? 0 : sets.Where(open => coverable.All(i => Nearest(i, open) <= radius)).Min(open => open.Length);
            double uncovered = sets.Where(open => open.Length <= p).Min(open => wanting.Where(i => Nearest(i, open) > radius).Sum(i => demand[i]));

            // First cover all that can be covered, then cover twice what can be.
            double Backup(int[] open) => wanting.Where(i => open.Count(j => distances[(i * sites) + j] <= radius) < 2).Sum(i => demand[i]);
            double backup = sets.Where(open => open.Length <= p && wanting.Where(i => Nearest(i, open) > radius).Sum(i => demand[i]) == uncovered).Min(Backup);

            AssertLevels(seed, StandardLocation.BackupCover(demand, distances, sites, radius, p), uncovered, backup);
            AssertLevels(seed, StandardLocation.PMedian(demand, distances, sites, p), 0, median);
            AssertLevels(seed, StandardLocation.PCenter(demand, distances, sites, p), 0, center);
            AssertLevels(seed, StandardLocation.SetCover(demand, distances, sites, radius), wanting.Except(coverable).Sum(i => demand[i]), cover);
            AssertLevels(seed, StandardLocation.MaximalCover(demand, distances, sites, radius, p), uncovered);
        }
    }

    private static void AssertLevels(int seed, LocationProblem problem, params double[] expected)
    {
        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);

        Assert.True(Termination.Optimal == plan.Proof.Termination, $"seed {seed}: {plan.Proof}");
        Assert.Equal(problem.Objectives.Length, plan.Proof.Levels.Length);
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.True(Math.Abs(expected[k] - plan.Proof.Levels[k].Objective) < 1e-5, $"seed {seed}: {expected[k]}, not {plan.Proof.Levels[k]}");
        }
    }
}
