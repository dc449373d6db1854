using System.Globalization;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.National;

namespace Readiness.Benchmarks.Tests.Tables.National;

public sealed class NationalCommandTests : IDisposable
{
    private const string Header = "CCM_ID,Name,State,Latitude,Longitude,Staffed All Beds";

    // Two towns, each with a large and a small hospital; a small one a hundredth of a degree, or 1.112 km, north of its large one.
    private static readonly string[] Rows = ["w,W,AA,40,-100,3000", "ws,WS,AA,40.01,-100,600", "e,E,BB,40,-80,2000", "es,ES,BB,40.01,-80,400"];

    private readonly TableFolder folder = new();

    private static double Kilometre => Math.PI / 180 * 6371.0088 / 100;

    [Fact]
    public async Task A_country_of_two_towns_has_a_site_in_each()
    {
        string path = folder.Write("towns.csv", [Header, .. Rows, "none,N,BB,40,-80,"]);

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table national --file {path} --sites 2 --limit 20"));

        string[] table = folder.Lines("national.csv");
        Assert.Equal("instance,hospitals,sites,objective,bound,gap_pct,open_sites,mean_km,largest_km,seconds,peak_gib,audit", table[0]);
        string[] row = Assert.Single(table[1..]).Split(',');
        Assert.Equal(["towns-2", "4", "2"], row[..3]);
        Assert.Equal((2 * NationalInstance.FixedCost) + (1000 * Kilometre), Number(row[3]), 1e-3);
        Assert.InRange(Number(row[4]), Number(row[3]) * (1 - 1e-6), Number(row[3]));
        Assert.Equal("2", row[6]);
        Assert.Equal(1000 * Kilometre / 6000, Number(row[7]), 1e-6);
        Assert.Equal(Kilometre, Number(row[8]), 1e-6);
        Assert.True(Number(row[10]) > 0);
        Assert.Equal("passed", row[11]);
        Assert.Equal(
            ["site,hospital,share", "w,w,1", "w,ws,1", "e,e,1", "e,es,1"], folder.Lines("national/towns-2.solution.csv"));
        Assert.Contains("4 hospitals with 6000 staffed beds; left out are 1 rows without staffed beds and 0 bad rows.", folder.Output);
        Assert.Contains("4 hospitals with 6000 staffed beds", File.ReadAllText(folder.PathOf("national.md")));
        Assert.Equal("", folder.Error);
    }

    [Fact]
    public async Task Bad_rows_are_named_and_the_others_are_planned_for()
    {
        string path = folder.Write("towns.csv", [Header, .. Rows, "x,X,AA,400,-100,10", "y,Y,AA,40"]);

        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table national --file {path} --limit 20"));
        Assert.Equal(
            ["towns: 2 bad rows are left out:", "  line 6: Latitude is '400'; it must be a number from -90 to 90", "  line 7: the row has more or fewer cells than the first line"],
            folder.Error.Trim().Split('\n').Select(line => line.TrimEnd('\r')));
        Assert.Matches("^towns-4,4,4,.*,passed$", Assert.Single(folder.Lines("national.csv")[1..]));
        Assert.Contains("and 2 bad rows.", File.ReadAllText(folder.PathOf("national.md")));
    }

    [Fact]
    public async Task A_row_that_is_there_is_kept_and_a_failed_one_still_fails_the_run()
    {
        string path = folder.Write("towns.csv", [Header, .. Rows]);
        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table national --file {path} --sites 2 --limit 20"));
        string[] before = folder.Lines("national.csv");

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table national --file {path} --sites 3 --limit 20 --resume"));
        string[] both = folder.Lines("national.csv");
        Assert.Equal(before, both[..2]);
        Assert.StartsWith("towns-3,", both[2]);

        folder.Write("national.csv", [.. both.Select(line => line.Replace("passed", "failed", StringComparison.Ordinal))]);
        Assert.Equal(TableCommand.AuditFailed, await folder.RunAsync($"table national --file {path} --sites 2 --resume"));
        Assert.Equal(3, folder.Lines("national.csv").Length);
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_no_row()
    {
        string path = folder.Write("towns.csv", [Header, .. Rows]);
        using var error = new StringWriter();
        var request = new NationalRequest(path, 2, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(20) }, folder.PathOf(""), Resume: false);

        Assert.Equal(TableCommand.Stopped, new NationalRunner(request, TextWriter.Null, error).Run("", new CancellationToken(canceled: true)));
        Assert.Single(folder.Lines("national.csv"));
        Assert.False(File.Exists(folder.PathOf("national/towns-2.solution.csv")));
        Assert.Contains("Stopped in towns-2", error.ToString());
    }

    [Theory]
    [InlineData("--sites 0", "--sites must be from 1 to 100000.")]
    [InlineData("--sites many", "'many'")]
    [InlineData("--file /no/such/file", "/no/such/file")]
    [InlineData("--limit 0", "--limit must be from")]
    [InlineData("--instances cap41", "'--instances'")]
    public async Task What_cannot_be_done_is_said_and_leaves_no_table(string options, string error)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table national {options}"));
        Assert.Contains(error, folder.Error);
        Assert.False(File.Exists(folder.PathOf("national.csv")));
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused_with_all_that_it_lacks()
    {
        string path = folder.Write("other.csv", "a,b", "1,2");

        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table national --file {path}"));
        Assert.StartsWith("other cannot be read:", folder.Error);
        Assert.Equal(4, folder.Error.Split("there is no column").Length - 1);
        Assert.False(File.Exists(folder.PathOf("national.csv")));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
