using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Supplies.Scale;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tests.Tables.Supplies.Scale;

public sealed class ScaleCommandTests : IDisposable
{
    private readonly TableFolder folder = new();

    [Fact]
    public async Task An_instance_is_solved_exported_and_kept()
    {
        const string command = "table supplies --instances 6x2x6,8x2x6 --seed 2 --limit 30 --peers highs,glop --peer-instances 6x2x6-seed2 --export";
        Assert.Equal(TableCommand.Done, await folder.RunAsync(command));

        string[] table = folder.Lines("supplies.csv");
        Assert.Equal(3, table.Length);
        string[] row = table[1].Split(',');
        Assert.Equal("6x2x6-seed2", row[0]);
        Assert.Equal("passed", row[ScaleRow.AuditColumn]);
        Assert.Equal(row[^4], row[^2]);
        Assert.EndsWith("passed,,,,", table[2]);
        Assert.StartsWith("NAME", folder.Lines("supplies/6x2x6-seed2.mps")[0]);
        Assert.Equal("column,value", folder.Lines("supplies/8x2x6-seed2.solution.csv")[0]);
        Assert.Equal("", folder.Error);

        Assert.Equal(TableCommand.Done, await folder.RunAsync(command + " --resume"));
        Assert.Equal(table, folder.Lines("supplies.csv"));
    }

    [Theory]
    [InlineData("--instances 3x1x1", "'3x1x1'")]
    [InlineData("--instances 50x10", "'50x10'")]
    [InlineData("--instances 6x2x6 --peers cplex", "no peer cplex")]
    [InlineData("--instances 6x2x6 --peer-instances other", "Unknown instance other")]
    public async Task A_wrong_request_is_refused(string options, string fault)
    {
        Assert.Equal(TableCommand.WrongInput, await folder.RunAsync("table supplies " + options));
        Assert.Contains(fault, folder.Error);
    }

    [Fact]
    public void Equal_seeds_draw_equal_instances_with_shipments_short_of_demand()
    {
        var size = new ScaleSize(30, 4, 20);
        AllocationProblem problem = ScaleGenerator.Generate(size, 5).Problem;
        AllocationProblem again = ScaleGenerator.Generate(size, 5).Problem;

        Assert.Equal(problem.Lots, again.Lots);
        Assert.Equal(problem.Lanes, again.Lanes);
        Assert.Equal(problem.Demands.Select(static d => (d.Place, d.Day, d.Level, d.Units)), again.Demands.Select(static d => (d.Place, d.Day, d.Level, d.Units)));
        Assert.NotEqual(problem.Lots, ScaleGenerator.Generate(size, 6).Problem.Lots);
        for (int item = 0; item < size.Items; item++)
        {
            double wanted = problem.Demands.Where(d => d.Needs[0].Item == item).Sum(static d => d.Units);
            Assert.Equal(0.7, problem.Lots.Where(lot => lot.Item == item).Sum(static lot => lot.Quantity) / wanted, 0.01);
        }

        for (int place = 0; place < size.Facilities; place++)
        {
            Assert.Equal(5, problem.Lanes.Count(lane => lane.To == place));
        }
    }

    public void Dispose() => folder.Dispose();
}
