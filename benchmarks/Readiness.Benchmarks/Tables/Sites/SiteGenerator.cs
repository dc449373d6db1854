using Readiness.Districts.Generation;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>
/// Draws Euclidean instances. A size and a seed give the same numbers on every platform: what is computed from the draws are sums, products, quotients and
/// square roots, which IEEE 754 rounds in one way only.
/// </summary>
/// <remarks>
/// The usual recipe of generated instances for this problem, as in Cornuéjols, Sridharan and Thizy (European Journal of Operational Research 50, 1991,
/// doi:10.1016/0377-2217(91)90261-S): points in a square, demands of 5 to 35, capacities of 10 to 160 that are scaled to a ratio, and fixed costs that grow
/// with the square root of the capacity.
/// </remarks>
internal static class SiteGenerator
{
    private const double SideKm = 100;
    private const int LeastDemand = 5;
    private const int MostDemand = 35;
    private const int LeastCapacity = 10;
    private const int MostCapacity = 160;
    private const double LeastFixedCost = 100;
    private const double MostFixedCost = 200;

    /// <summary>Draws an instance: costs are kilometres per unit of demand. Instances of a seed that differ in the ratio alone have the same points and demands.</summary>
    public static SiteInstance Generate(SiteSize size, int seed)
    {
        (double X, double Y)[] facilities = Points(size.Facilities, new SplitMix64(seed, stream: 1));
        (double X, double Y)[] customers = Points(size.Customers, new SplitMix64(seed, stream: 2));
        double[] demands = WholeNumbers(size.Customers, LeastDemand, MostDemand, new SplitMix64(seed, stream: 3));
        double[] capacities = Scaled(
            WholeNumbers(size.Facilities, LeastCapacity, MostCapacity, new SplitMix64(seed, stream: 4)), (long)Math.Round(size.Ratio * demands.Sum()));
        return new SiteInstance(capacities, FixedCosts(capacities, new SplitMix64(seed, stream: 5)), demands, Costs(facilities, customers, demands));
    }

    private static (double X, double Y)[] Points(int count, SplitMix64 random)
    {
        var points = new (double X, double Y)[count];
        for (int k = 0; k < count; k++)
        {
            double x = SideKm * random.Unit();
            points[k] = (x, SideKm * random.Unit());
        }

        return points;
    }

    private static double[] WholeNumbers(int count, int least, int most, SplitMix64 random)
    {
        double[] numbers = new double[count];
        for (int k = 0; k < count; k++)
        {
            numbers[k] = least + random.Below(most - least + 1);
        }

        return numbers;
    }

    // What is rounded are the sums of the first one, two, three: so the whole sum is met, and nothing is more than one off.
    private static double[] Scaled(double[] numbers, long total)
    {
        long sum = (long)numbers.Sum();
        double[] scaled = new double[numbers.Length];
        long before = 0;
        long reached = 0;
        for (int k = 0; k < scaled.Length; k++)
        {
            reached += (long)numbers[k];
            long rounded = ((reached * total) + (sum / 2)) / sum;
            scaled[k] = rounded - before;
            before = rounded;
        }

        return scaled;
    }

    private static double[] FixedCosts(double[] capacities, SplitMix64 random)
    {
        double[] costs = new double[capacities.Length];
        for (int j = 0; j < costs.Length; j++)
        {
            costs[j] = (LeastFixedCost + ((MostFixedCost - LeastFixedCost) * random.Unit())) * Math.Sqrt(capacities[j]);
        }

        return costs;
    }

    private static double[] Costs((double X, double Y)[] facilities, (double X, double Y)[] customers, double[] demands)
    {
        double[] costs = new double[facilities.Length * customers.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            for (int j = 0; j < facilities.Length; j++)
            {
                double x = customers[i].X - facilities[j].X;
                double y = customers[i].Y - facilities[j].Y;
                costs[(i * facilities.Length) + j] = demands[i] * Math.Sqrt((x * x) + (y * y));
            }
        }

        return costs;
    }
}
