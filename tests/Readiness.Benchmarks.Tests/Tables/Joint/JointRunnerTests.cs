using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Joint;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Benchmarks.Tests.Tables.Joint;

public sealed class JointRunnerTests : IDisposable
{
    private readonly TableFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Csv => folder.PathOf("joint.csv");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_level_of_every_district_has_a_row_and_the_summary_closes_both_reports()
    {
        int code = Run(Request([1, 2], [0.6, 1]));

        Assert.Equal("", error.ToString());
        Assert.Equal(TableCommand.Done, code);
        JointRow[] rows = Rows();
        string[] levels = [.. ObjectiveLevels.Names(Request([1], [1]).District(1, 1))];
        Assert.Equal([(1, 0.6), (1, 1), (2, 0.6), (2, 1)], rows.Select(row => (row.Seed, row.Scarcity)).Distinct());
        Assert.Equal(4 * levels.Length, rows.Length);
        Assert.All(rows.Chunk(levels.Length), district => Assert.Equal(levels, district.Select(row => row.Duel.Level)));
        Assert.All(rows, row => Assert.InRange(row.Duel.Bound, 0, row.Duel.Joint));
        string markdown = File.ReadAllText(Path.ChangeExtension(Csv, ".md"));
        Assert.StartsWith("# Preface", markdown, StringComparison.Ordinal);
        Assert.EndsWith(JointSummary.Of(rows.Select(row => row.Cells)).ReplaceLineEndings("\n"), markdown, StringComparison.Ordinal);
        Assert.Contains("| all | 4 |", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_resumed_plans_the_missing_districts_only()
    {
        Run(Request([1], [0.6]));
        string before = File.ReadAllText(Csv);

        int code = Run(Request([1, 2], [0.6]) with { Resume = true });

        Assert.Equal(TableCommand.Done, code);
        Assert.StartsWith(before, File.ReadAllText(Csv), StringComparison.Ordinal);
        Assert.Equal([1, 2], Rows().Select(row => row.Seed).Distinct());
    }

    [Fact]
    public void A_failed_row_that_is_resumed_still_fails_the_run()
    {
        Run(Request([1], [0.6]));
        File.WriteAllText(Csv, File.ReadAllText(Csv).Replace("passed", "failed", StringComparison.Ordinal));

        Assert.Equal(TableCommand.AuditFailed, Run(Request([1], [0.6]) with { Resume = true }));
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_no_rows_of_the_district_in_work()
    {
        int code = new JointRunner(Request([1], [0.6]), output, error).Run("", new CancellationToken(canceled: true));

        Assert.Equal(TableCommand.Stopped, code);
        Assert.Empty(Rows());
        Assert.Contains("--resume", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds", "4..2", "--seeds: '4..2'")]
    [InlineData("--scarcity", "0.6,3", "--scarcity: '3'")]
    [InlineData("--threads", "0", "--threads must be")]
    public async Task The_command_refuses_what_cannot_be_done(string option, string value, string message)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table joint {option} {value}"));
        Assert.Contains(message, folder.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Csv));
    }

    private int Run(JointRequest request) => new JointRunner(request, output, error).Run("# Preface\n", Token);

    private JointRequest Request(int[] seeds, double[] scarcities) => new(
        [.. seeds],
        [.. scarcities],
        GeneratorOptions.Tiny,
        new SolveOptions { TimeLimit = TimeSpan.FromSeconds(1), Threads = 1 },
        folder.PathOf(""),
        Resume: false);

    private JointRow[] Rows() =>
        [.. folder.Lines("joint.csv").Skip(1).Select(line => JointRow.Parse([.. line.Split(',')]))];
}
