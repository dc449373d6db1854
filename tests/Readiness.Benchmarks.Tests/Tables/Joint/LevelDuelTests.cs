using Readiness.Benchmarks.Tables.Joint;

namespace Readiness.Benchmarks.Tests.Tables.Joint;

public sealed class LevelDuelTests
{
    [Fact]
    public void The_share_closed_is_counted_down_to_the_first_level_that_differs() =>
        Assert.Equal(
            [null, 0, 75, null],
            Duel(sequential: [(3, 3), (8, 0), (10, 0), (50, 0)], joint: [(3, 3), (8, 2), (4, 2), (10, 0)]).Select(level => level.ClosedPct));

    [Fact]
    public void A_joint_plan_that_is_worse_closes_less_than_nothing()
    {
        LevelDuel level = Assert.Single(Duel(sequential: [(10, 0)], joint: [(12, 5)]));

        Assert.Equal(-40, level.ClosedPct);
        Assert.False(level.IsTie);
    }

    [Fact]
    public void Rounding_is_no_difference()
    {
        LevelDuel[] levels = Duel(sequential: [(0.1 + 0.2, 0), (8, 0)], joint: [(0.3, 0), (6, 4)]);

        Assert.True(levels[0].IsTie);
        Assert.Equal(50, levels[1].ClosedPct);
    }

    [Fact]
    public void Bounds_below_what_is_reached_are_no_fault() =>
        Assert.All(
            Duel(sequential: [(3, 3), (8, 5), (10, 10)], joint: [(3, 3), (5, 5), (20, 20)]),
            level => Assert.Null(level.Fault));

    [Theory]
    [InlineData(5, 6, 5, 5, "plan in order")]
    [InlineData(5, 5, 5, 6, "joint plan")]
    [InlineData(8, 6, 5, 5, "plan in order")]
    [InlineData(5, 5, 8, 6, "joint plan")]
    public void A_bound_above_what_either_plan_reaches_is_a_fault(
        double sequential, double sequentialBound, double joint, double jointBound, string whose) =>
        Assert.Contains(
            whose, Assert.Single(Duel(sequential: [(sequential, sequentialBound)], joint: [(joint, jointBound)])).Fault, StringComparison.Ordinal);

    private static LevelDuel[] Duel((double Objective, double Bound)[] sequential, (double Objective, double Bound)[] joint) =>
        [.. LevelDuel.Of([.. sequential.Select(Proof)], [.. joint.Select(Proof)])];

    private static LevelProof Proof((double Objective, double Bound) level, int index) =>
        new($"level {index}", level.Objective, level.Bound);
}
