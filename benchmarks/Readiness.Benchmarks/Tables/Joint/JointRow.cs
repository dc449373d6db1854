using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>One level of one district.</summary>
/// <param name="Seed">Seed of the district.</param>
/// <param name="Scarcity">Its scarcity.</param>
/// <param name="Duel">What the two plans reach. A fault is only known as <paramref name="Passed"/> once the row was written.</param>
/// <param name="JointSeconds">Wall seconds of joint planning.</param>
/// <param name="SequentialSeconds">Wall seconds of planning in order.</param>
/// <param name="Passed">Whether nothing speaks against the two plans and the level's bounds.</param>
internal sealed record JointRow(int Seed, double Scarcity, LevelDuel Duel, double JointSeconds, double SequentialSeconds, bool Passed)
{
    /// <summary>The columns.</summary>
    public static TableLayout Layout { get; } = new(
        ["seed", "scarcity", "level", "sequential", "joint", "bound", "closed_pct", "joint_seconds", "sequential_seconds", "audit"],
        ["level", "audit"]);

    /// <summary>The cells, in the order of the columns.</summary>
    public ImmutableArray<string> Cells =>
    [
        .. Keys(Seed, Scarcity),
        Duel.Level,
        TableCell.Figure(Duel.Sequential),
        TableCell.Figure(Duel.Joint),
        TableCell.Figure(Duel.Bound),
        TableCell.Figure(Duel.ClosedPct),
        TableCell.Seconds(JointSeconds),
        TableCell.Seconds(SequentialSeconds),
        TableCell.Verdict(Passed),
    ];

    /// <summary>The cells that say which district a row belongs to.</summary>
    public static ImmutableArray<string> Keys(int seed, double scarcity) => [TableCell.Figure(seed), TableCell.Figure(scarcity)];

    /// <summary>A row from its cells.</summary>
    /// <exception cref="TableRequestException">They are not the cells of a row.</exception>
    public static JointRow Parse(ImmutableArray<string> cells)
    {
        try
        {
            return new JointRow(
                int.Parse(cells[0], CultureInfo.InvariantCulture),
                Number(cells[1]),
                new LevelDuel(cells[2], Number(cells[3]), Number(cells[4]), Number(cells[5]), cells[6].Length > 0 ? Number(cells[6]) : null, null),
                Number(cells[7]),
                Number(cells[8]),
                cells[9] != TableCell.Failed);
        }
        catch (FormatException exception)
        {
            throw new TableRequestException($"The row {string.Join(',', cells)} cannot be read: {exception.Message}");
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
