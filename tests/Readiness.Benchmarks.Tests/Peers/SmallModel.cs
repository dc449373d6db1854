using Readiness.Solving;

namespace Readiness.Benchmarks.Tests.Peers;

/// <summary>A model so small that all its integer points can be tried.</summary>
internal sealed record SmallModel(double[] Costs, int[] Uppers, double[][] Rows, double[] Lowers, double[] RowUppers, double Offset)
{
    public static SmallModel Random(Random random)
    {
        int columns = random.Next(1, 5);
        int rows = random.Next(0, 4);
        double[][] matrix = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(-4, 5) * 0.5).ToArray())];
        double[] lowers = [.. matrix.Select(_ => random.Next(3) == 0 ? double.NegativeInfinity : random.Next(-6, 6) * 0.5)];
        double[] uppers = [.. lowers.Select(lower => random.Next(3) == 0 ? double.PositiveInfinity : (double.IsFinite(lower) ? lower : 0) + (random.Next(0, 8) * 0.25))];
        return new SmallModel(
            [.. Enumerable.Range(0, columns).Select(_ => random.Next(-20, 21) * 0.25)],
            [.. Enumerable.Range(0, columns).Select(_ => random.Next(0, 5))],
            matrix,
            lowers,
            uppers,
            random.Next(-10, 10) * 0.5);
    }

    public LinearModelBuilder Build(bool integers)
    {
        var model = new LinearModelBuilder { ObjectiveOffset = Offset };
        for (int k = 0; k < Costs.Length; k++)
        {
            model.AddColumn(Costs[k], 0, Uppers[k], integers || k % 2 == 0);
        }

        for (int row = 0; row < Rows.Length; row++)
        {
            int[] columns = [.. Enumerable.Range(0, Costs.Length).Where(k => Rows[row][k] != 0)];
            model.AddRow(Lowers[row], RowUppers[row], columns, [.. columns.Select(k => Rows[row][k])]);
        }

        return model;
    }

    public double Value(double[] point) => Offset + Costs.Zip(point, (cost, x) => cost * x).Sum();

    public double? BestOfAllPoints()
    {
        double? best = null;
        double[] point = new double[Costs.Length];
        do
        {
            if (Enumerable.Range(0, Rows.Length).All(row => Keeps(row, point)) && !(Value(point) >= best))
            {
                best = Value(point);
            }
        }
        while (Next(point));
        return best;
    }

    private bool Keeps(int row, double[] point)
    {
        double activity = Rows[row].Zip(point, (value, x) => value * x).Sum();
        return activity >= Lowers[row] && activity <= RowUppers[row];
    }

    private bool Next(double[] point)
    {
        for (int k = 0; k < point.Length; k++)
        {
            if (point[k] < Uppers[k])
            {
                point[k]++;
                return true;
            }

            point[k] = 0;
        }

        return false;
    }
}
