using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>Numbers by row and course, and their quantiles over the courses. Courses may be written by several threads.</summary>
internal sealed class SampleTable(int rows, int courses)
{
    private readonly double[] values = new double[(long)rows * courses];

    /// <summary>Sets a number.</summary>
    public double this[int row, int course]
    {
        get => values[(long)row * courses + course];
        set => values[(long)row * courses + course] = value;
    }

    /// <summary>Quantiles of every row; the numbers lose their order.</summary>
    public QuantileForecast[] Quantiles(ImmutableArray<double> levels, ParallelOptions parallel)
    {
        var quantiles = new QuantileForecast[rows];
        Parallel.For(0, rows, parallel, row =>
        {
            Span<double> sample = values.AsSpan(row * courses, courses);
            sample.Sort();
            var found = ImmutableArray.CreateBuilder<double>(levels.Length);
            foreach (double level in levels)
            {
                found.Add(SortedSample.Quantile(sample, level));
            }

            quantiles[row] = new QuantileForecast(levels, found.MoveToImmutable());
        });
        return quantiles;
    }
}
