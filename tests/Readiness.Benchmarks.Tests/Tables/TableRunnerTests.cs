using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Benchmarks.Tables;

namespace Readiness.Benchmarks.Tests.Tables;

public sealed class TableRunnerTests : IDisposable
{
    private static readonly OwnAnswer Good = new(102, 98, 1.5, Termination.TimeLimit, [], [["a"], ["b"]]);
    private static readonly PeerAnswer Peer = new(101, 99, 2.25, []);

    private readonly TableFolder folder = new();
    private readonly StringWriter error = new();

    [Fact]
    public void A_row_says_what_is_known()
    {
        Assert.Equal((TableCommand.Done, "one,100,102,98,2,3.921569,1.500,timeLimit,passed,101,99,2.250,"), Run(Good, Peer));
        Assert.Equal(["line", "a", "b"], folder.Lines("scripted/one.solution.csv"));
        Assert.Equal((TableCommand.Done, "one,100,,98,,,1.500,timeLimit,passed,,,2.250,"), Run(Good with { Objective = null, Solution = [] }, new PeerAnswer(null, null, 2.25, [])));
        Assert.False(File.Exists(folder.PathOf("scripted/one.solution.csv")));
        Assert.Equal((TableCommand.Done, "one,100,,,,,1.500,stopped,,101,99,2.250,"), Run(Good with { Objective = null, Bound = null, Termination = Termination.Stopped }, Peer));
    }

    [Theory]
    [InlineData(100.00009, 100, "optimal")]
    [InlineData(100.00011, 100, "finished")]
    [InlineData(1, 0.9999991, "optimal")]
    [InlineData(0, -9e-7, "optimal")]
    public void Optimal_means_a_relative_gap_of_a_millionth_whatever_the_planner_says(double objective, double bound, string termination)
    {
        foreach (Termination said in (Termination[])[Termination.Optimal, Termination.Finished])
        {
            Assert.Contains($",{termination},", Run(Good with { Objective = objective, Bound = bound, Termination = said }, Peer).Row);
        }
    }

    [Fact]
    public void An_answer_that_anything_speaks_against_has_failed()
    {
        (string Fault, OwnAnswer Own)[] bad =
        [
            ("broken", Good with { Faults = ["broken"] }),
            ("The bound 103 is above the objective 102.", Good with { Bound = 103 }),
            ("The bound 100.5 is above the best known objective 100.", Good with { Bound = 100.5 }),
            ("The bound 101.5 is above the objective 101 of cpsat.", Good with { Bound = 101.5 }),
            ("It is called infeasible, but cpsat has a solution of 101.", new OwnAnswer(null, null, 1, Termination.Infeasible, [], [])),
        ];

        Assert.All(bad, one =>
        {
            (int code, string row) = Run(one.Own, Peer);
            Assert.Equal(TableCommand.AuditFailed, code);
            Assert.Contains(",failed,", row);
            Assert.Contains($"one: {one.Fault}", error.ToString());
        });
    }

    [Fact]
    public void What_a_peer_does_wrong_is_no_fault_of_the_answer()
    {
        Assert.Equal((TableCommand.AuditFailed, "one,100,102,98,2,3.921569,1.500,timeLimit,passed,,99,2.250,"), Run(Good, Peer with { Objective = null, Faults = ["breaks a rule"] }));
        Assert.Contains("one, cpsat: breaks a rule", error.ToString());
        Assert.Equal((TableCommand.Done, "one,100,102,98,2,3.921569,1.500,timeLimit,passed,101,104,2.250,"), Run(Good, Peer with { Bound = 104 }));
        Assert.Contains("one: cpsat claims the bound 104, but 102 is reached.", error.ToString());
        Assert.Equal("one,100,102,98,2,3.921569,1.500,timeLimit,passed,,,,", Run(_ => Good, _ => throw new ArgumentException("too large")).Row);
        Assert.Contains("one, cpsat: too large", error.ToString());
    }

    [Fact]
    public void Peers_get_the_same_limit_threads_and_seed()
    {
        var seen = new List<(TimeSpan, int, int)>();
        foreach (double? seconds in (double?[])[null, 3])
        {
            Run(
                options =>
                {
                    seen.Add((options.TimeLimit, options.Threads, options.Seed));
                    return Good;
                },
                limits =>
                {
                    seen.Add((limits.Time, limits.Threads, limits.Seed));
                    return Peer;
                },
                seconds);
        }

        Assert.Equal([(TimeSpan.FromSeconds(7), 2, 5), (TimeSpan.FromSeconds(7), 2, 5), (TimeSpan.FromSeconds(3), 2, 5), (TimeSpan.FromSeconds(3), 2, 5)], seen);
    }

    [Fact]
    public void A_stopped_run_leaves_no_row_of_the_instance_in_work()
    {
        using var stop = new CancellationTokenSource();
        var set = new ScriptedSet(
            _ =>
            {
                stop.Cancel();
                return Good;
            },
            _ => throw new InvalidOperationException("A peer was asked after the stop."));

        Assert.Equal(TableCommand.Stopped, Runner(set, null).Run("", stop.Token));
        Assert.Single(folder.Lines("scripted.csv"));
        Assert.False(File.Exists(folder.PathOf("scripted/one.solution.csv")));
        Assert.Contains("Stopped in one; --resume goes on from there.", error.ToString());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        folder.Dispose();
        error.Dispose();
    }

    private (int Code, string Row) Run(OwnAnswer own, PeerAnswer peer) => Run(_ => own, _ => peer);

    private (int Code, string Row) Run(Func<SolveOptions, OwnAnswer> own, Func<PeerLimits, PeerAnswer> peer, double? limit = null)
    {
        int code = Runner(new ScriptedSet(own, peer), limit).Run("", TestContext.Current.CancellationToken);
        return (code, folder.Lines("scripted.csv")[1]);
    }

    private TableRunner Runner(IInstanceSet set, double? limit) => new(
        set,
        new TableRequest(null, [], limit is { } seconds ? TimeSpan.FromSeconds(seconds) : null, 2, 5, "cpsat", [], folder.PathOf(""), Resume: false),
        TextWriter.Null,
        error);
}
