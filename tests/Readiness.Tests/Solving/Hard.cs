using Readiness.Solving;

namespace Readiness.Tests.Solving;

/// <summary>Generated models that keep the solver busy.</summary>
internal static class Hard
{
    /// <summary>A dense transport problem with costs drawn at random.</summary>
    public static LinearModelBuilder Transport(int sources, int sinks, int seed)
    {
        var random = new Random(seed);
        var model = new LinearModelBuilder(sources * sinks, sources + sinks, 2 * sources * sinks);
        for (int i = 0; i < sources * sinks; i++)
        {
            model.AddColumn(1 + random.Next(1000), 0, 100);
        }

        int[] columns = new int[Math.Max(sources, sinks)];
        double[] ones = new double[columns.Length];
        Array.Fill(ones, 1);
        int supply = (10 * sinks / sources) + 30;
        for (int i = 0; i < sources; i++)
        {
            for (int j = 0; j < sinks; j++)
            {
                columns[j] = (i * sinks) + j;
            }

            model.AddRow(0, supply + random.Next(5), columns.AsSpan(0, sinks), ones.AsSpan(0, sinks));
        }

        for (int j = 0; j < sinks; j++)
        {
            for (int i = 0; i < sources; i++)
            {
                columns[i] = (i * sinks) + j;
            }

            model.AddRow(1 + random.Next(18), double.PositiveInfinity, columns.AsSpan(0, sources), ones.AsSpan(0, sources));
        }

        return model;
    }

    /// <summary>A market split problem: a feasibility puzzle far beyond branch and bound at this size.</summary>
    public static LinearModelBuilder MarketSplit(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var model = new LinearModelBuilder();
        int[] picked = new int[columns + 2];
        for (int j = 0; j < columns; j++)
        {
            picked[j] = model.AddColumn(0, 0, 1, isInteger: true);
        }

        double[] values = new double[columns + 2];
        for (int i = 0; i < rows; i++)
        {
            int total = 0;
            for (int j = 0; j < columns; j++)
            {
                int value = random.Next(100);
                values[j] = value;
                total += value;
            }

            picked[columns] = model.AddColumn(1, 0, double.PositiveInfinity);
            picked[columns + 1] = model.AddColumn(1, 0, double.PositiveInfinity);
            values[columns] = 1;
            values[columns + 1] = -1;
            model.AddRow(total / 2, total / 2, picked, values);
        }

        return model;
    }
}
