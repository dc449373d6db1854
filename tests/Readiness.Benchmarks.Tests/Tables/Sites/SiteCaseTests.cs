using System.Globalization;
using CsCheck;
using Readiness.Benchmarks.Peers;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteCaseTests
{
    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromSeconds(30), Threads = 1 };
    private static readonly PeerLimits Limits = new(TimeSpan.FromSeconds(30));
    private static readonly SiteSet Set = new(null, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Readiness_and_all_peers_agree_on_small_random_instances() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var instance = Random(new Random(seed), idle: false);
                var solvable = new SiteCase(instance);

                OwnAnswer own = solvable.Solve(Options, Token);
                PeerAnswer[] peers = [.. PeerList.Parse("highs,scip,cbc", integerModels: false).Select(peer => solvable.SolveWith(peer, Limits, Token))];

                Assert.Empty(own.Faults);
                Assert.All(peers, peer => Assert.Empty(peer.Faults));
                Assert.All(peers, peer => Assert.Equal(own.Objective is null, peer.Objective is null));
                Assert.Equal(instance.Capacities.Sum() < instance.Demands.Sum() - 1e-9, own.Termination == Termination.Infeasible);
                if (own.Objective is { } objective)
                {
                    Assert.Equal(Termination.Optimal, own.Termination);
                    Assert.All(peers, peer => Assert.Equal(objective, peer.Objective!.Value, 1e-4));
                    Assert.True(own.Bound <= objective + 1e-6);
                    Assert.Empty(SiteEvaluator.Faults(instance, Parse(own)));
                    Assert.Equal(objective, SiteEvaluator.Objective(instance, Parse(own)));
                }
                else
                {
                    Assert.Empty(own.Solution);
                }
            },
            iter: 30,
            threads: 1);

    [Fact]
    public void Customers_without_demand_are_assigned_and_the_bound_stays_one() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var instance = Random(new Random(seed), idle: true);
                var solvable = new SiteCase(instance);

                OwnAnswer own = solvable.Solve(Options, Token);
                PeerAnswer best = solvable.SolveWith(new HighsPeer(), Limits, Token);

                Assert.Empty(own.Faults);
                Assert.Equal(own.Objective is null, best.Objective is null);
                if (own.Objective is not null)
                {
                    Assert.Empty(SiteEvaluator.Faults(instance, Parse(own)));
                    Assert.True(own.Objective >= best.Objective - 1e-4);
                    Assert.True(own.Bound <= best.Objective + 1e-4);
                }
            },
            iter: 30,
            threads: 1);

    [Theory]
    [InlineData("cap41")]
    [InlineData("cap64")]
    [InlineData("cap92")]
    public void A_shipped_instance_is_solved_to_its_best_known_objective(string name)
    {
        InstanceEntry entry = Set.Shipped().Single(entry => entry.Name == name);

        OwnAnswer own = entry.Read().Solve(Options, Token);

        Assert.Empty(own.Faults);
        Assert.Equal(Termination.Optimal, own.Termination);
        Assert.Equal(entry.BestKnown!.Value, own.Objective!.Value, 0.01);
        Assert.InRange(own.Bound!.Value, entry.BestKnown!.Value * (1 - 1e-6), entry.BestKnown!.Value + 0.01);
    }

    [Fact]
    public void Every_shipped_instance_can_be_read_and_has_a_limit_and_a_best_known_objective()
    {
        IReadOnlyList<InstanceEntry> entries = Set.Shipped();

        Assert.Equal(49, entries.Count);
        Assert.Equal(12, entries.Count(entry => entry.Name.Contains('-')));
        Assert.All(entries, entry => Assert.True(entry.BestKnown > 0));
        Assert.All(entries.Where(entry => !entry.Name.Contains("00-") && !entry.Name.Contains("000")), entry => Assert.NotNull(entry.Read()));
    }

    [Fact]
    public void The_options_of_a_file_need_a_file()
    {
        Assert.Throws<TableRequestException>(() => new SiteSet(SiteFormat.Orlib, null).Shipped());
        Assert.Throws<TableRequestException>(() => new SiteSet(null, 8000).Shipped());
        Assert.Equal("capx-5750.5", new SiteSet(null, 5750.5).FromFile("some/capx.txt").Single().Name);
        Assert.Equal("p1", new SiteSet(SiteFormat.Tbed1, null).FromFile("some/p1").Single().Name);
    }

    private static SiteShare[] Parse(OwnAnswer answer) => [.. answer.Solution.Select(line => new SiteShare(
        int.Parse(line[0], CultureInfo.InvariantCulture), int.Parse(line[1], CultureInfo.InvariantCulture), double.Parse(line[2], CultureInfo.InvariantCulture)))];

    private static SiteInstance Random(Random random, bool idle)
    {
        int facilities = random.Next(1, 6);
        int customers = random.Next(1, 8);
        double[] demands = [.. Enumerable.Range(0, customers).Select(_ => idle && random.Next(2) == 0 ? 0 : random.Next(1, 60) * 0.25)];
        double share = Math.Max(1, demands.Sum() / facilities);
        return new SiteInstance(
            [.. Enumerable.Range(0, facilities).Select(_ => random.Next(5) == 0 ? 0 : share * (0.8 + (2 * random.NextDouble())))],
            [.. Enumerable.Range(0, facilities).Select(_ => random.Next(4) == 0 ? 0 : random.Next(1, 300) * 0.5)],
            demands,
            [.. Enumerable.Range(0, facilities * customers).Select(_ => random.Next(6) == 0 ? 0 : 100 * random.NextDouble())]);
    }
}
