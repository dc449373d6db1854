using CsCheck;
using Readiness.Benchmarks.Peers;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tests.Peers;

public sealed class PeerTests
{
    private static readonly PeerLimits Ample = new(TimeSpan.FromSeconds(30));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. PeerList.All.Select(peer => peer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_peer_finds_the_best_of_all_points_of_a_small_integer_model(string name)
    {
        IPeer peer = Peer(name);
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                SmallModel small = SmallModel.Random(new Random(seed));

                PeerResult result = peer.Solve(small.Build(integers: true), Ample, Token);

                double? best = small.BestOfAllPoints();
                if (best is null)
                {
                    Assert.Equal(SolveStatus.Infeasible, result.Status);
                    Assert.Null(result.Objective);
                    return;
                }

                Assert.Equal(SolveStatus.Optimal, result.Status);
                Assert.Equal(result.Objective!.Value, small.Value(result.Values), 1e-5);
                if (name == "cbc-exe")
                {
                    // The preprocessing of CBC 2.10.8 loses the best point now and then: of 1.5a - 1.5b - 0.5c in [0, 1.5] and 1.5c in [1, 2.5] it
                    // keeps (2, 1, 1) and calls it optimal at -1.75a + 2.5b + 1.25c, where (1, 0, 1) is better.
                    Assert.True(result.Objective.Value >= best.Value - 1e-5);
                    return;
                }

                Assert.Equal(best.Value, result.Objective.Value, 1e-5);
                Assert.Equal(best.Value, result.Bound!.Value, 1e-4);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void Peers_that_take_continuous_columns_agree_on_mixed_models() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                LinearModelBuilder model = SmallModel.Random(new Random(seed)).Build(integers: false);

                PeerResult[] results = [.. PeerList.All.Where(peer => !peer.NeedsIntegers && peer.Missing is null).Select(peer => peer.Solve(model, Ample, Token))];

                Assert.All(results, result => Assert.Equal(results[0].Status, result.Status));
                Assert.All(results, result => Assert.Equal(results[0].Objective ?? 0, result.Objective ?? 0, 1e-5));
                Assert.All(results, result => Assert.Equal(results[0].Bound ?? 0, result.Bound ?? 0, 1e-4));
            },
            iter: 40,
            threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_limit_ends_a_search_with_a_bound_below_its_objective(string name)
    {
        PeerResult result = Peer(name).Solve(MarketSplit(), new PeerLimits(TimeSpan.FromSeconds(0.4)), Token);

        Assert.Equal(SolveStatus.TimeLimit, result.Status);
        Assert.True(result.Objective is null || result.Bound is null || result.Bound <= result.Objective + 1e-6);
        Assert.True(result.Bound is null or < 1, "No search proves this model in so short a time.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_peer_that_was_cancelled_before_it_began_says_so(string name)
    {
        PeerResult result = Peer(name).Solve(MarketSplit(), Ample, new CancellationToken(canceled: true));

        Assert.Equal(SolveStatus.Cancelled, result.Status);
        Assert.Null(result.Objective);
    }

    [Theory]
    [InlineData("highs")]
    [InlineData("scip")]
    [InlineData("cpsat")]
    [InlineData("cbc-exe")]
    public void A_running_search_can_be_cancelled(string name)
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        PeerResult result = Peer(name).Solve(MarketSplit(), Ample, source.Token);

        Assert.Equal(SolveStatus.Cancelled, result.Status);
    }

    [Fact]
    public void Cpsat_refuses_what_it_cannot_represent()
    {
        var peer = new CpSatPeer();
        var continuous = new LinearModelBuilder();
        continuous.AddColumn(1, 0, 1);
        var boundless = new LinearModelBuilder();
        boundless.AddColumn(1, 0, double.PositiveInfinity, isInteger: true);
        var thirds = new LinearModelBuilder();
        thirds.AddColumn(1, 0, 9, isInteger: true);
        thirds.AddRow(1, 2, [0], [1.0 / 3]);

        Assert.Contains("column 0 is continuous", Assert.Throws<ArgumentException>(() => peer.Solve(continuous, Ample, Token)).Message);
        Assert.Contains("column 0 has none", Assert.Throws<ArgumentException>(() => peer.Solve(boundless, Ample, Token)).Message);
        Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => peer.Solve(thirds, Ample, Token)).Message);
    }

    [Fact]
    public void Cpsat_scales_decimals_exactly()
    {
        // 0.1 x + 0.2 y >= 0.75 asks for x + 2 y >= 8: (0, 4) at 8.5 and not (1, 3) at 7.625, which only reaches 0.7.
        var model = new LinearModelBuilder { ObjectiveOffset = 0.5 };
        model.AddColumn(1.625, 0, 9, isInteger: true);
        model.AddColumn(2, 0, 9, isInteger: true);
        model.AddRow(0.75, double.PositiveInfinity, [0, 1], [0.1, 0.2]);

        PeerResult result = new CpSatPeer().Solve(model, Ample, Token);

        Assert.Equal(8.5, result.Objective!.Value, 9);
        Assert.Equal([0, 4], result.Values);
    }

    [Theory]
    [InlineData("glpk", "There is no peer 'glpk'")]
    [InlineData("highs,", "There is no peer ''")]
    [InlineData("highs,highs", "named twice")]
    [InlineData("highs,cpsat", "whole-number models only")]
    public void A_wrong_list_of_peers_is_refused(string names, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => PeerList.Parse(names, integerModels: false)).Message);

    [Fact]
    public void A_list_of_peers_keeps_its_order()
    {
        Assert.Equal(["scip", "cpsat"], PeerList.Parse("scip, cpsat", integerModels: true).Select(peer => peer.Name));
        Assert.Empty(PeerList.Parse("none", integerModels: true));
    }

    [Fact]
    public void A_peer_that_is_not_installed_is_refused_with_what_to_install()
    {
        IPeer[] peers = [new CbcExecutablePeer(executable: null)];

        string message = Assert.Throws<ArgumentException>(() => PeerList.Parse("cbc-exe", integerModels: false, peers)).Message;

        Assert.Contains("not on PATH", message);
        Assert.Contains("apt-get install coinor-cbc", message);
    }

    private static IPeer Peer(string name)
    {
        IPeer peer = PeerList.All.Single(peer => peer.Name == name);
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? string.Empty);
        return peer;
    }

    // Cornuejols and Dawande's market split problems: easy to state, out of reach for branch and bound.
    private static LinearModelBuilder MarketSplit()
    {
        const int rows = 6;
        const int columns = 10 * (rows - 1);
        var random = new Random(7);
        var model = new LinearModelBuilder();
        for (int k = 0; k < columns; k++)
        {
            model.AddColumn(0, 0, 1, isInteger: true);
        }

        for (int row = 0; row < rows; row++)
        {
            double[] values = [.. Enumerable.Range(0, columns).Select(_ => (double)random.Next(100)), 1, -1];
            int over = model.AddColumn(1, 0, 10000, isInteger: true);
            int under = model.AddColumn(1, 0, 10000, isInteger: true);
            double half = Math.Floor(values.Take(columns).Sum() / 2);
            model.AddRow(half, half, [.. Enumerable.Range(0, columns), over, under], values);
        }

        return model;
    }
}
