using System.Globalization;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Supplies.Scale;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tests.Tables.Supplies.Scale;

public sealed class ScaleExportTests : IDisposable
{
    private const string Name = "10x3x10-seed2";

    private readonly TableFolder folder = new();

    [Fact]
    public async Task What_is_exported_is_read_back_with_the_same_optimum_and_the_same_plan()
    {
        Assert.Equal(TableCommand.Done, await folder.RunAsync("table supplies --instances 10x3x10 --seed 2 --gap 0.01 --limit 60 --peers highs --export"));
        string[] row = folder.Lines("supplies.csv")[1].Split(',');
        double objective = double.Parse(row[4], CultureInfo.InvariantCulture);
        double bound = double.Parse(row[5], CultureInfo.InvariantCulture);
        double peer = double.Parse(row[^2], CultureInfo.InvariantCulture);
        Assert.InRange(objective - bound, 0, 1e-4 * objective);

        WeightedAllocation instance = ScaleGenerator.Generate(new ScaleSize(10, 3, 10), seed: 2);
        ScaleFormulation formulation = ScaleFormulation.Of(instance);
        (double optimum, int columns, int rows) = HighsReader.Optimum(folder.PathOf($"supplies/{Name}.mps"));
        Assert.Equal(formulation.Model.ColumnCount, columns);
        Assert.Equal(formulation.Model.RowCount, rows);

        // The model in memory and the one in the file are the same. Solvers may be off by a ten-millionth, their tolerance.
        Assert.Equal(peer, optimum, 1e-7 * optimum);
        Assert.InRange(optimum, bound * (1 - 1e-7), objective * (1 + 1e-7));

        ScaleFlows flows = Read(instance.Problem, folder.Lines($"supplies/{Name}.solution.csv"));
        Assert.Empty(ScaleEvaluator.Faults(instance, flows));
        Assert.Equal(objective, ScaleEvaluator.Objective(instance, flows), 1e-6);
    }

    public void Dispose() => folder.Dispose();

    // By the names of the columns alone; stock follows from the rest.
    private static ScaleFlows Read(AllocationProblem problem, string[] lines)
    {
        var transfers = new List<LotTransfer>();
        var uses = new List<LotUse>();
        double[] served = [.. problem.Demands.Select(static demand => (double)demand.Units)];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            double value = double.Parse(cells[1], CultureInfo.InvariantCulture);
            int[] index = [.. cells[0].Split('_').Skip(1).Select(static part => int.Parse(part, CultureInfo.InvariantCulture))];
            switch (cells[0][0])
            {
                case 'x':
                    transfers.Add(new LotTransfer(index[0], index[1], index[2], index[3], value));
                    break;
                case 'u':
                    uses.Add(new LotUse(index[0], index[1], index[2], index[3], value));
                    break;
                case 'n':
                    served[index[0]] -= value;
                    break;
                default:
                    Assert.StartsWith("s_", line, StringComparison.Ordinal);
                    break;
            }
        }

        return new ScaleFlows(transfers, uses, served);
    }
}
