using System.Globalization;
using Readiness.Benchmarks.Tables;

namespace Readiness.Benchmarks.Tests.Tables;

public sealed class TableCommandTests : IDisposable
{
    private const string Header = "instance,best_known,objective,bound,gap_pct,proof_gap_pct,seconds,termination,audit";

    private readonly TableFolder folder = new();

    [Fact]
    public async Task A_table_has_the_columns_of_its_set_and_peers_and_a_solution_for_each_row()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --instances cap71,cap41 --peers highs,scip --limit 20"));

        string[] table = folder.Lines("sites.csv");
        Assert.Equal(Header + ",highs_objective,highs_bound,highs_seconds,scip_objective,scip_bound,scip_seconds", table[0]);
        Assert.Equal(["cap41", "cap71"], table[1..].Select(row => row.Split(',')[0]));
        Assert.All(table[1..], row => Assert.Matches(@"^\w+,[\d.]+,[\d.]+,[\d.]+,[-\d.]+,[-\d.]+,\d+\.\d{3},optimal,passed(,[\d.]+,[\d.]+,\d+\.\d{3}){2}$", row));
        Assert.Equal("1040444.375", table[1].Split(',')[1]);
        Assert.Equal(1040444.375, double.Parse(table[1].Split(',')[9], CultureInfo.InvariantCulture), 0.01);
        Assert.Equal("facility,customer,share", folder.Lines("sites/cap41.solution.csv")[0]);
        Assert.Contains("table sites --instances cap71,cap41", File.ReadAllText(folder.PathOf("sites.md")));
        Assert.Equal(table.Length + 1, folder.Lines("sites.md").Count(line => line.StartsWith('|')));
    }

    [Fact]
    public async Task Rosters_show_what_is_published_for_other_methods()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table shifts --instances Instance1 --peers cpsat --limit 20"));

        string[] table = folder.Lines("shifts.csv");
        Assert.Equal(Header + ",cpsat_objective,cpsat_bound,cpsat_seconds,ejection_chain,gurobi,branch_and_price", table[0]);
        Assert.Matches(@"^Instance1,607,607,[\d.]+,0,[\d.]+,\d+\.\d{3},\w+,passed,607,[\d.]+,\d+\.\d{3},607,607,607$", table[1]);
        string[] solution = folder.Lines("shifts/Instance1.solution.csv");
        Assert.Equal("staff,day,shift", solution[0]);
        Assert.All(solution[1..], line => Assert.Matches(@"^[A-H],(\d|1[0-3]),D$", line));
    }

    [Fact]
    public async Task Peers_may_be_given_some_of_the_instances()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --instances cap71,cap72 --peers highs --peer-instances cap72 --limit 20"));

        string[] table = folder.Lines("sites.csv");
        Assert.Matches(@"^cap71,.*,passed,,,$", table[1]);
        Assert.Matches(@"^cap72,.*,passed,[\d.]+,[\d.]+,\d+\.\d{3}$", table[2]);
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync("table sites --instances cap71 --peers highs --peer-instances cap0"));
        Assert.Contains("Unknown instance cap0.", folder.Error);
    }

    [Fact]
    public async Task Duty_rosters_of_districts_stand_level_by_level()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table rosters --districts 20 --limit 3"));

        string[] table = folder.Lines("rosters.csv");
        Assert.Equal("district,people,days,level,objective,bound,gap_pct,seconds,peak_gib,audit", table[0]);
        Assert.Equal(5, table.Length - 1);
        Assert.All(table[1..], row => Assert.Matches(@"^20,20,28,[\w.]+,[\d.]+,[\d.]+,[\d.]+,\d+\.\d{3},[\d.]+,passed$", row));
    }

    [Fact]
    public async Task So_do_quarantine_stays_of_districts()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table stays --districts 400 --limit 3"));

        string[] table = folder.Lines("stays.csv");
        Assert.Equal("district,sites,days,level,objective,bound,gap_pct,seconds,peak_gib,audit", table[0]);
        Assert.Equal(["unserved", "cost"], table[1..].Select(row => row.Split(',')[3]));
        Assert.All(table[1..], row => Assert.Matches(@"^400,4,28,\w+,[\d.]+,[\d.]+,[\d.]+,\d+\.\d{3},[\d.]+,passed$", row));
    }

    [Theory]
    [InlineData("nowhere", "There is neither a file nor a sample \"nowhere\".")]
    [InlineData("5", "5 people is out of range; wanted are 20 to 100000.")]
    public async Task A_district_that_is_not_there_is_named(string name, string message)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table rosters --districts {name}"));
        Assert.Contains(message, folder.Error);
    }

    [Fact]
    public async Task A_file_of_the_users_is_named_after_its_stem_and_its_capacity_and_unknown_cells_are_empty()
    {
        string path = folder.Write("small.txt", "2 1", "capacity 3", "capacity 1", "4", "5 6");

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table sites --file {path} --capacity 12.5 --format orlib"));
        Assert.Matches(@"^small-12\.5,,7,7,,0,\d+\.\d{3},optimal,passed$", folder.Lines("sites.csv")[1]);
        Assert.Equal(["facility,customer,share", "1,0,1"], folder.Lines("sites/small-12.5.solution.csv"));

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table sites --file {path} --capacity 1"));
        Assert.Matches(@"^small-1,,,,,,\d+\.\d{3},infeasible,$", folder.Lines("sites.csv")[1]);
        Assert.False(File.Exists(folder.PathOf("sites/small-1.solution.csv")));
    }

    [Fact]
    public async Task A_cut_run_goes_on_where_it_stopped()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --instances cap71"));
        string[] marked = [Header, "cap71,1,2,3,4,5,6.789,optimal,passed"];
        folder.Write("sites.csv", marked);

        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --instances cap71,cap72 --resume"));
        Assert.Equal(marked, folder.Lines("sites.csv")[..2]);
        Assert.StartsWith("cap72,977799.4,977799.4", folder.Lines("sites.csv")[2]);
        Assert.Contains("6.789", folder.Output);

        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --instances cap71"));
        Assert.StartsWith("cap71,932615.75,932615.75", Assert.Single(folder.Lines("sites.csv")[1..]));
    }

    [Theory]
    [InlineData("highs", Header + "\ncap71,1,2,3,4,5,6.789,optimal,passed")]
    [InlineData("none", Header + "\ncap71,1,2")]
    [InlineData("none", "something,else\n1,2")]
    [InlineData("none", "")]
    public async Task A_table_of_other_columns_is_not_resumed_and_not_touched(string peers, string text)
    {
        folder.Write("sites.csv", text);

        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table sites --instances cap71 --peers {peers} --resume"));
        Assert.Contains("cannot be resumed", folder.Error);
        Assert.Equal(text + "\n", File.ReadAllText(folder.PathOf("sites.csv")));
    }

    [Fact]
    public async Task All_faults_of_a_file_are_listed_at_once()
    {
        string path = folder.Write("bad.txt", "SECTION_HORIZON", "0", "SECTION_SHIFTS", "E,x,", "SECTION_STAFF", "A,E=1,1", "SECTION_COVER", "0,N,1,1,1");

        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync($"table shifts --file {path}"));
        Assert.Equal(["bad cannot be read:", "  line 2", "  line 4", "  line 6", "  line 8"], folder.Error.Split('\n').SkipLast(1).Select(line => line.Split(':')[0] + (line[0] == 'b' ? ":" : "")));
        Assert.Single(folder.Lines("shifts.csv"));
    }

    [Theory]
    [InlineData("sites --instances cap41,cap40,cap1", "Unknown instance cap40, cap1. Known are cap41, ")]
    [InlineData("sites --peers highs,gurobi", "There is no peer 'gurobi'")]
    [InlineData("sites --peers cpsat", "The peer 'cpsat' takes whole-number models only")]
    [InlineData("shifts --peers scip,scip", "The peer 'scip' is named twice.")]
    [InlineData("sites --capacity 8000", "--format and --capacity say how to read a file: they need --file.")]
    [InlineData("sites --capacity 0", "--capacity must be a number above 0.")]
    [InlineData("sites --format mps", "'mps'")]
    [InlineData("shifts --format orlib", "'--format'")]
    [InlineData("sites --limit 0", "--limit must be from")]
    [InlineData("sites --limit soon", "'soon'")]
    [InlineData("sites --threads 65", "--threads must be from 1 to 64.")]
    [InlineData("sites --seed -1", "--seed must be from 0")]
    [InlineData("sites --file /no/such/file", "/no/such/file")]
    [InlineData("trips", "'trips'")]
    public async Task What_cannot_be_done_is_said_and_leaves_no_table(string request, string error)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync("table " + request));
        Assert.Contains(error, folder.Error);
        Assert.False(File.Exists(folder.PathOf("sites.csv")) || File.Exists(folder.PathOf("shifts.csv")));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
