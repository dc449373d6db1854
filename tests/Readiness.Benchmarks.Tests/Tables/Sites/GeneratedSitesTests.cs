using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class GeneratedSitesTests : IDisposable
{
    private readonly TableFolder folder = new();

    [Fact]
    public async Task Generated_instances_are_solved_alone_and_each_seed_has_its_own()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --generate 3x8:2,2x5:1.5 --seed 4 --limit 20"));
        Assert.Equal(["3x8-2-seed4", "2x5-1.5-seed4"], Instances());
        Assert.All(folder.Lines("sites.csv")[1..], row => Assert.Matches(@"^[^,]+,,[\d.]+,[\d.]+,,[-\d.]+,\d+\.\d{3},optimal,passed$", row));
        Assert.False(File.Exists(folder.PathOf("sites/3x8-2-seed4.txt")));

        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --generate 3x8:2 --seed 5 --limit 20 --resume"));
        Assert.Equal(["3x8-2-seed4", "2x5-1.5-seed4", "3x8-2-seed5"], Instances());
    }

    [Fact]
    public async Task Shipped_instances_and_a_file_go_first_if_they_are_named()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --generate 3x8:2 --instances cap71 --limit 20"));
        Assert.Equal(["cap71", "3x8-2-seed1"], Instances());

        string path = folder.Write("small.txt", "1 1", "9 1", "4", "5");
        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table sites --generate 3x8:2 --file {path} --limit 20"));
        Assert.Equal(["small", "3x8-2-seed1"], Instances());
    }

    [Fact]
    public async Task An_export_stands_beside_the_solution_and_gives_the_same_row_when_it_is_read()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --generate 4x9:2.5 --seed 11 --export --limit 20"));
        string row = folder.Lines("sites.csv")[1];
        string[] solution = folder.Lines("sites/4x9-2.5-seed11.solution.csv");
        string path = folder.PathOf("sites/4x9-2.5-seed11.txt");
        SiteInstance exported = SiteReader.Read(File.ReadAllText(path), null, null);
        Assert.Equal(SiteGenerator.Generate(new SiteSize(4, 9, 2.5), 11).Costs, exported.Costs);

        Assert.Equal(TableCommand.Done, await folder.RunAsync($"table sites --file {path} --limit 20"));
        Assert.Equal(row.Split(',')[..4], folder.Lines("sites.csv")[1].Split(',')[..4]);
        Assert.Equal(solution, folder.Lines("sites/4x9-2.5-seed11.solution.csv"));
    }

    [Fact]
    public async Task Peers_may_be_given_some_of_the_generated_instances()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table sites --generate 3x8:2,2x5:2 --peers highs --peer-instances 2x5-2-seed1 --limit 20"));

        Assert.Matches("^3x8-2-seed1,.*,passed,,,$", folder.Lines("sites.csv")[1]);
        Assert.Matches(@"^2x5-2-seed1,.*,passed,[\d.]+,[\d.]+,\d+\.\d{3}$", folder.Lines("sites.csv")[2]);
    }

    [Theory]
    [InlineData("sites --generate 1000x1000", "--generate: '1000x1000' cannot be made;")]
    [InlineData("sites --generate 10x10:5,10x10:0.5,ten", "--generate: '10x10:0.5', 'ten' cannot be made;")]
    [InlineData("sites --export", "--export writes generated instances: it needs --generate.")]
    [InlineData("sites --generate 3x8:2 --instances cap1", "Unknown instance cap1. Known are cap41, ")]
    [InlineData("sites --generate 3x8:2 --peers highs --peer-instances 3x8-2-seed2", "Unknown instance 3x8-2-seed2. Known are cap41, ")]
    [InlineData("sites --generate 3x8:2 --format orlib", "--format and --capacity say how to read a file: they need --file.")]
    [InlineData("shifts --generate 3x8:2", "'--generate'")]
    public async Task What_cannot_be_generated_is_said_in_a_line_and_leaves_no_table(string request, string error)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync("table " + request));
        Assert.Contains(error, folder.Error);
        Assert.False(File.Exists(folder.PathOf("sites.csv")));
        Assert.True(request.StartsWith("shifts", StringComparison.Ordinal) || folder.Error.Trim().Split('\n').Length == 1, folder.Error);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private IEnumerable<string> Instances() => folder.Lines("sites.csv")[1..].Select(row => row.Split(',')[0]);
}
