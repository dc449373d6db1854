using System.Collections.Immutable;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Joint;

namespace Readiness.Benchmarks.Tests.Tables.Joint;

public sealed class JointSummaryTests
{
    [Fact]
    public void Districts_are_counted_by_their_first_difference_and_levels_by_their_median()
    {
        ImmutableArray<JointRow> rows =
        [
            Row(1, 0.6, "first", 10, 5, closed: 50), Row(1, 0.6, "second", 1, 9, closed: null),
            Row(2, 0.6, "first", 3, 3, closed: 0), Row(2, 0.6, "second", 7, 8, closed: -20),
            Row(1, 1.25, "first", 4, 4, closed: null), Row(1, 1.25, "second", 2, 2, closed: 0),
            Row(2, 1.25, "first", 6, 3, closed: 100), Row(2, 1.25, "second", 0, 0, closed: null),
        ];

        string summary = JointSummary.Of(rows.Select(row => row.Cells));

        Assert.Contains("| 0.6 | 2 | 1 | 0 | 1 |", summary, StringComparison.Ordinal);
        Assert.Contains("| 1.25 | 2 | 1 | 1 | 0 |", summary, StringComparison.Ordinal);
        Assert.Contains("| all | 4 | 2 | 1 | 1 |", summary, StringComparison.Ordinal);
        Assert.Contains("| first | 2 | 3 | 50 |", summary, StringComparison.Ordinal);
        Assert.Contains("| second | 1 | 2 | -10 |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_survives_its_cells()
    {
        JointRow row = Row(3, 0.85, "cost.transport", 18187.563791, 120.5, closed: -12.345678) with { Passed = false };

        Assert.Equal(row, JointRow.Parse(row.Cells));
        Assert.Throws<TableRequestException>(() => JointRow.Parse(row.Cells.SetItem(4, "many")));
    }

    private static JointRow Row(int seed, double scarcity, string level, double sequential, double joint, double? closed) =>
        new(seed, scarcity, new LevelDuel(level, sequential, joint, 0, closed, null), 1.5, 2.25, Passed: true);
}
