using System.Globalization;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Supplies;

namespace Readiness.Benchmarks.Tests.Tables.Supplies;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly TableFolder folder = new();

    [Fact]
    public async Task The_shipped_replay_has_the_known_figures_and_ours_dominates_both_rules()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table supplies --replay matchingppe --every 7 --price 0,5,12"));

        string[] table = folder.Lines("supplies-replay.csv");
        Assert.Equal(
            "every_days,rule,price,may_wait_days,fill_rate,holding_days,shipments_per_donor,shipments,donors,dispatched_pct,seconds,audit", table[0]);
        string[][] rows = [.. table[1..].Select(line => line.Split(','))];
        Assert.All(rows, row => Assert.Equal("passed", row[^1]));

        // As reimplemented elsewhere after the framework MatchingPPE: 0.060, 13.8 days and 1.9 shipments; 0.252, 6.8 days (in rounded days) and 9.8 shipments.
        AssertFigures(rows, "first-come-by-id", 0.060, 13.8, 1.9);
        AssertFigures(rows, "smallest-first", 0.252, 6.9, 9.8);
        string[] summary = [.. folder.Lines("supplies-replay.md").Where(line => line.StartsWith("| 7 |", StringComparison.Ordinal) && line.EndsWith("yes |", StringComparison.Ordinal))];
        Assert.Equal(3, summary.Length);
    }

    [Fact]
    public async Task What_is_left_out_is_counted_and_listed()
    {
        Write(["1,d1,2020-04-01,masks,5", "2,d1,2020-04-02,masks,1e14"], ["1,r1,2020-04-01,masks,5", "2,r2,bad,masks,0"]);

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table supplies --replay {folder.PathOf("")} --every 1 --price 0"));

        Assert.Equal(
            [
                "file,line,column,value,rule", "anon_donors.csv,3,qty,1e14,absurdQuantity", "anon_recipients.csv,3,date,bad,badDate", "anon_recipients.csv,3,qty,0,notPositive",
            ],
            folder.Lines("supplies/excluded.csv"));
        Assert.Contains("1 donations of 1 donors and 1 requests of 1 recipients.", folder.Output);
        Assert.Contains("| anon_recipients.csv | badDate | 1 |", File.ReadAllText(folder.PathOf("supplies-replay.md")));
        Assert.All(folder.Lines("supplies-replay.csv")[1..], line => Assert.Contains(",1,1,100,", line));
    }

    [Fact]
    public async Task Rows_that_are_there_are_kept()
    {
        Write(["1,d1,2020-04-01,masks,5"], ["1,r1,2020-04-01,masks,8"]);
        string command = $"table supplies --replay {folder.PathOf("")} --every 1 --price 0";
        Assert.Equal(TableCommand.Done, await folder.RunAsync(command));
        string[] before = folder.Lines("supplies-replay.csv");

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"{command},2 --may-wait 0,7 --resume"));

        string[] after = folder.Lines("supplies-replay.csv");
        Assert.Equal(before, after[..before.Length]);
        Assert.Equal(["1,mean-fill-rate,2,0", "1,mean-fill-rate,0,7", "1,mean-fill-rate,2,7"], after[before.Length..].Select(Keys));

        folder.Write("supplies-replay.csv", [.. after.Select(line => line.Replace("passed", "failed", StringComparison.Ordinal))]);
        Assert.Equal(TableCommand.AuditFailed, await folder.RunAsync($"{command} --resume"));

        static string Keys(string line) => string.Join(',', line.Split(',')[..4]);
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_no_row()
    {
        Write(["1,d1,2020-04-01,masks,5"], ["1,r1,2020-04-01,masks,8"]);
        using var error = new StringWriter();
        var request = new ReplayRequest(folder.PathOf(""), [1], [0], [0], folder.PathOf(""), Resume: false);

        Assert.Equal(TableCommand.Stopped, new ReplayRunner(request, TextWriter.Null, error).Run("", new CancellationToken(canceled: true)));
        Assert.Single(folder.Lines("supplies-replay.csv"));
        Assert.Contains("Stopped in first-come-by-id", error.ToString());
    }

    [Theory]
    [InlineData("--replay matchingppe --instances 5x1x5", "--replay")]
    [InlineData("--replay nowhere", "nowhere is no shipped set and no folder with anon_donors.csv and anon_recipients.csv")]
    [InlineData("--replay matchingppe --every 0,x,2.5,7", "--every: '0', 'x', '2.5' is no whole number from 1 to 366")]
    [InlineData("--replay matchingppe --price x,NaN", "--price: 'x', 'NaN' is no number from 0 to 1000000")]
    [InlineData("--replay matchingppe --may-wait 0.5", "--may-wait: '0.5' is no whole number from 0 to 366")]
    public async Task What_cannot_be_done_is_said_and_leaves_no_table(string options, string error)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table supplies {options}".TrimEnd()));
        Assert.Contains(error, folder.Error);
        Assert.False(File.Exists(folder.PathOf("supplies-replay.csv")));
    }

    [Fact]
    public async Task Files_of_something_else_are_refused_with_all_that_they_lack()
    {
        folder.Write(ReplayRequest.DonorFile, "a,b", "1,2");
        folder.Write(ReplayRequest.RecipientFile, "a,b", "1,2");

        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table supplies --replay {folder.PathOf("")}"));
        Assert.Equal(4, folder.Error.Split("has no column").Length - 1);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static void AssertFigures(string[][] rows, string rule, double fillRate, double holding, double shipments)
    {
        string[] row = Assert.Single(rows, row => row[1] == rule);
        Assert.Equal(fillRate, double.Parse(row[4], CultureInfo.InvariantCulture), 5e-4);
        Assert.Equal(holding, double.Parse(row[5], CultureInfo.InvariantCulture), 5e-2);
        Assert.Equal(shipments, double.Parse(row[6], CultureInfo.InvariantCulture), 5e-2);
    }

    private void Write(string[] donations, string[] requests)
    {
        folder.Write(ReplayRequest.DonorFile, [",don_id,date,ppe,qty", .. donations]);
        folder.Write(ReplayRequest.RecipientFile, [",rec_id,date,ppe,qty", .. requests]);
    }
}
