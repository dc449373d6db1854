using CsCheck;
using Readiness.Benchmarks.Peers;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Shifts;
using Readiness.Staffing;

namespace Readiness.Benchmarks.Tests.Tables.Shifts;

public sealed class ShiftCaseTests
{
    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromSeconds(30), Threads = 1 };
    private static readonly PeerLimits Limits = new(TimeSpan.FromSeconds(30));
    private static readonly InstanceEntry First = new ShiftSet().Shipped()[0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Peers_reach_the_best_of_all_rosters() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                ShiftInstance instance = RandomShifts.Instance(new Random(seed));
                var solvable = new ShiftCase(instance);

                PeerAnswer[] peers = [.. PeerList.All.Where(static peer => peer.Missing is null).Select(peer => solvable.SolveWith(peer, Limits, Token))];

                // Only the executable may be missing.
                long? best = RandomShifts.Best(instance);
                Assert.InRange(peers.Length, PeerList.All.Count - 1, PeerList.All.Count);
                Assert.All(peers, peer => Assert.Empty(peer.Faults));
                Assert.All(peers, peer => Assert.Equal(best, peer.Objective));
                Assert.All(peers.Where(_ => best is not null), peer => Assert.Equal(best!.Value, peer.Bound!.Value, 1e-4));
            },
            iter: 25,
            threads: 1);

    [Fact]
    public void Readiness_keeps_the_rules_and_its_bound_is_one() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                ShiftInstance instance = RandomShifts.Instance(new Random(seed));

                OwnAnswer own = new ShiftCase(instance).Solve(Options with { TimeLimit = TimeSpan.FromSeconds(2) }, Token);

                long? best = RandomShifts.Best(instance);
                Assert.Empty(own.Faults);
                Assert.True(own.Objective is null || own.Objective >= best, $"{own.Objective} is below {best}.");
                Assert.True(best is null || own.Termination != Termination.Infeasible);
                Assert.True(best is null || !(own.Bound > best + 1e-6), $"The bound {own.Bound} is above {best}.");
            },
            iter: 10,
            threads: 1);

    [Fact]
    public void The_first_instance_is_solved_to_its_best_known_objective()
    {
        OwnAnswer own = First.Read().Solve(Options, Token);

        Assert.Empty(own.Faults);
        Assert.Equal(607, First.BestKnown);
        Assert.Equal(607, own.Objective);
        Assert.True(own.Bound <= 607);
        Assert.All(own.Solution, line => Assert.Equal(3, line.Length));
    }

    [Fact]
    public void A_roster_that_breaks_a_rule_or_misstates_its_cost_is_found_out()
    {
        ShiftInstance instance = new(3, [new("E", 480, [])], [new("A", [3], 1440, 0, 1, 0, 0, 1, [])], [], [new(0, 0, 1, 7, 1)]);
        RosterProblem problem = ShiftTranslation.Problem(instance);

        OwnAnswer longRun = new ShiftCase(instance).Judge(problem, Claim(0, new(0, 0, 0, 0), new(0, 1, 0, 0)), 0);
        OwnAnswer wrongCost = new ShiftCase(instance).Judge(problem, Claim(3), 0);
        OwnAnswer good = new ShiftCase(instance).Judge(problem, Claim(7), 0);

        Assert.Contains("A works 2 days in a row from day 0, more than 1.", longRun.Faults);
        Assert.Contains(longRun.Faults, fault => fault.StartsWith("maxConsecutiveDays", StringComparison.Ordinal));
        Assert.Contains("The planner's objective is 3, the evaluator's 7.", wrongCost.Faults);
        Assert.Empty(good.Faults);
    }

    [Fact]
    public void Results_of_other_methods_come_from_their_longest_run()
    {
        var set = new ShiftSet();
        InstanceEntry[] entries = [.. set.Shipped()];

        Assert.Equal(["ejection_chain", "gurobi", "branch_and_price"], set.PublishedColumns);
        Assert.Equal([5211, 4040, 4046], entries.Single(entry => entry.Name == "Instance12").Published);
        Assert.Equal([3037, 3109, null], entries.Single(entry => entry.Name == "Instance13").Published);
        Assert.Equal([null, null, null], entries.Single(entry => entry.Name == "Instance24").Published);
        Assert.All(entries, entry => Assert.True(entry.BestKnown > 0 && entry.Limit >= TimeSpan.FromSeconds(10)));
    }

    private static Roster Claim(double objective, params RosterAssignment[] work) =>
        new([.. work], new PlanProof(Termination.Finished, [new LevelProof("cost", objective, 0)]));
}
