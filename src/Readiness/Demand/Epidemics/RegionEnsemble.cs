using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Readiness.Demand.Scores;
using Readiness.Demand.Series;

namespace Readiness.Demand.Epidemics;

/// <summary>Draws possible courses of a region's cases and brings their weekly totals nearer to those of a random walk.</summary>
internal sealed class RegionEnsemble
{
    private const int Week = 7;

    // However narrow the walk is: past counts that hardly moved do not outvote what is known of epidemics.
    private const double MostBaseline = 0.5;

    private readonly EpidemicPrior prior;
    private readonly EpidemicOptions options;
    private readonly int days;
    private readonly double[][] cases;
    private readonly Random random;

    /// <summary>Draws the courses of the model.</summary>
    /// <param name="prior">The simulated epidemics.</param>
    /// <param name="evidence">Scales of the epidemics in this region.</param>
    /// <param name="drawn">Which epidemics to take.</param>
    /// <param name="firstDay">Day of the simulation that is the first forecast day.</param>
    /// <param name="days">Forecast days.</param>
    /// <param name="options">Size and weight of the baseline.</param>
    /// <param name="random">The region's generator.</param>
    public RegionEnsemble(EpidemicPrior prior, RegionEvidence evidence, int[] drawn, int firstDay, int days, EpidemicOptions options, Random random)
    {
        this.prior = prior;
        this.options = options;
        this.days = days;
        this.random = random;
        cases = new double[drawn.Length][];
        for (int index = 0; index < drawn.Length; index++)
        {
            cases[index] = Course(drawn[index], evidence, firstDay);
        }
    }

    /// <summary>
    /// Replaces the totals of each week, rank by rank, by a weighted mean of the logarithmic quantiles of model and random walk (quantile averaging; Lichtendahl,
    /// Grushka-Cockayne and Winkler, Management Science 59, 2013), keeping order and days of the courses.
    /// </summary>
    /// <param name="series">The region's counts.</param>
    /// <param name="seed">Seed of the baseline.</param>
    public void MixWithBaseline(DailySeries series, int seed)
    {
        if (options.BaselineWeight <= 0)
        {
            return;
        }

        var baseline = new RandomWalkBaseline(series, options.BaselineSpanDays);
        if (!baseline.Moves)
        {
            // Counts that never changed, such as none at all, do not say how far they may move.
            return;
        }

        var totals = new double[cases.Length];
        var order = new int[cases.Length];
        for (int from = 0; from < days; from += Week)
        {
            int span = Math.Min(Week, days - from);
            double[] walk = baseline.Totals(from, span, seed);
            for (int index = 0; index < cases.Length; index++)
            {
                // Courses with equal totals are ordered at random.
                totals[index] = Sum(cases[index].AsSpan(from, span)) + random.NextDouble() * 1e-3;
                order[index] = index;
            }

            Array.Sort(totals, order);
            double weight = BaselineShare(totals, walk);
            for (int rank = 0; rank < order.Length; rank++)
            {
                Span<double> week = cases[order[rank]].AsSpan(from, span);
                double own = Sum(week);
                double other = SortedSample.Quantile(walk, (rank + 0.5) / order.Length);
                double mixed = Math.Exp((1 - weight) * Math.Log(1 + own) + weight * Math.Log(1 + other)) - 1;
                Rescale(week, own, mixed);
            }
        }
    }

    /// <summary>The courses in whole people.</summary>
    public ImmutableArray<CaseTrajectory> Trajectories()
    {
        double weight = 1.0 / cases.Length;
        var trajectories = ImmutableArray.CreateBuilder<CaseTrajectory>(cases.Length);
        foreach (double[] course in cases)
        {
            trajectories.Add(new CaseTrajectory(weight, Whole(course)));
        }

        return trajectories.MoveToImmutable();
    }

    // The wider of two forecasts knows less: each counts in proportion to its weight divided by its spread.
    private double BaselineShare(double[] model, double[] walk)
    {
        double baseline = options.BaselineWeight * Spread(model);
        double own = (1 - options.BaselineWeight) * Spread(walk);
        return baseline + own > 0 ? Math.Min(Math.Max(MostBaseline, options.BaselineWeight), baseline / (baseline + own)) : options.BaselineWeight;
    }

    // Distance of the quartiles of log(1 + x).
    private static double Spread(double[] sorted) =>
        Math.Log((1 + SortedSample.Quantile(sorted, 0.75)) / (1 + SortedSample.Quantile(sorted, 0.25)));

    private double[] Course(int epidemic, RegionEvidence evidence, int firstDay)
    {
        // More than any population; keeps the samplers within their range.
        const double Most = 1e10;
        double scale = Gamma.Sample(random, evidence.Shape(epidemic), evidence.Rates[epidemic]);
        double dispersion = prior.Dispersions[prior.DispersionIndex[epidemic]];
        double level = prior.Priors.LevelDeviation * Normal.Sample(random, 0, 1);
        var course = new double[days];
        for (int day = 0; day < days; day++)
        {
            level += prior.Priors.WalkDeviation * Normal.Sample(random, 0, 1);
            double mean = Math.Min(Most, scale * prior.Reports[epidemic * prior.Days + firstDay + day] * Math.Exp(level));
            double rate = Math.Min(Most, Gamma.Sample(random, dispersion, dispersion / Math.Max(mean, 1e-12)));

            // MathNet's Poisson counts in int; from here on its spread of 0.3 % no longer shows.
            course[day] = rate > 1e5 ? Math.Max(0, Math.Round(rate + Math.Sqrt(rate) * Normal.Sample(random, 0, 1)))
                : rate > 1e-9 ? Poisson.Sample(random, rate) : 0;
        }

        return course;
    }

    private static double Sum(ReadOnlySpan<double> counts)
    {
        double sum = 0;
        foreach (double count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private static void Rescale(Span<double> week, double own, double mixed)
    {
        for (int day = 0; day < week.Length; day++)
        {
            week[day] = own > 0 ? week[day] * mixed / own : mixed / week.Length;
        }
    }

    // Rounds the running total from a random start, so that totals are neither rounded up nor down on average.
    private ImmutableArray<long> Whole(double[] course)
    {
        var whole = ImmutableArray.CreateBuilder<long>(course.Length);
        double running = random.NextDouble();
        long placed = 0;
        foreach (double count in course)
        {
            running += count;
            long target = (long)Math.Floor(running);
            whole.Add(target - placed);
            placed = target;
        }

        return whole.MoveToImmutable();
    }
}
