using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// The sites' part of the Lagrangian relaxation: what a site is worth when every customer pays a price per unit. Each is a continuous knapsack: the customers
/// whose price is furthest above their cost come first, until the site is full.
/// </summary>
/// <remarks>
/// Only pairs whose cost is below the customer's limit are looked at; the limits lie above the prices and are raised with them, so that nothing is missed.
/// An instance serves one thread.
/// </remarks>
internal sealed class SitePricing
{
    // Limits lie above the prices by a share of the mean price, so that prices can wander without a new list of pairs. Wide limits make long lists.
    private const double LeastSlack = 0.02;
    private const double MostSlack = 0.5;
    private const int ShortLife = 8;

    private readonly CapacitatedLocation location;
    private readonly double[] limits;
    private readonly int[] starts;
    private readonly double[] thresholds;
    private readonly double[] gains;
    private readonly double[] amounts;
    private double[] fixedCosts;
    private double slackShare = 0.1;
    private int life;
    private int[] customers = [];
    private double[] costs = [];

    public SitePricing(CapacitatedLocation location)
    {
        this.location = location;
        limits = new double[location.Customers];
        Array.Fill(limits, double.NegativeInfinity);
        starts = new int[location.Sites + 1];
        thresholds = new double[location.Sites];
        gains = new double[location.Customers];
        amounts = new double[location.Customers];
        Values = new double[location.Sites];
        fixedCosts = location.FixedCost;
    }

    /// <summary>Cuts whose prices are part of the costs; null if there are none.</summary>
    public PricedCuts? Cuts { get; private set; }

    /// <summary>By site: opening cost less what its best load earns at the last prices.</summary>
    public double[] Values { get; }

    /// <summary>Lets these cuts count from now on, and no others.</summary>
    public void Charge(PricedCuts? cuts)
    {
        Cuts = cuts;
        fixedCosts = cuts?.FixedCosts(location.FixedCost) ?? location.FixedCost;
        for (int j = 0; j < location.Sites; j++)
        {
            for (int k = starts[j]; k < starts[j + 1]; k++)
            {
                costs[k] = location.UnitCosts[(j * location.Customers) + customers[k]];
            }
        }

        // Cuts make pairs dearer only, so that those in the lists are enough.
        Cuts?.AddTo(costs, customers, starts);
    }

    /// <summary>Values all sites that are not closed.</summary>
    /// <param name="prices">Price per unit, by customer.</param>
    /// <param name="fixing">What is settled about each site.</param>
    public void Price(double[] prices, Fixing[] fixing)
    {
        RaiseLimits(prices);
        for (int j = 0; j < location.Sites; j++)
        {
            Values[j] = fixing[j] == Fixing.Closed ? double.PositiveInfinity : fixedCosts[j] + BestLoad(j, prices);
        }
    }

    /// <summary>Adds what a site serves in its best load at the prices that were last priced.</summary>
    /// <param name="site">The site.</param>
    /// <param name="weight">How much of the site counts.</param>
    /// <param name="prices">Those prices.</param>
    /// <param name="served">Units served, by customer.</param>
    public void AddServed(int site, double weight, double[] prices, double[] served)
    {
        double threshold = thresholds[site];
        double left = location.Capacity[site];
        int end = starts[site + 1];
        bool isCut = threshold < 0;
        for (int k = starts[site]; k < end; k++)
        {
            int customer = customers[k];
            if (costs[k] - prices[customer] < threshold)
            {
                double demand = location.Demand[customer];
                served[customer] += weight * demand;
                left -= demand;
            }
        }

        // The last customer is served in part; of several that are equally good, the first come first.
        for (int k = starts[site]; k < end && isCut && left > 0; k++)
        {
            int customer = customers[k];
            if (costs[k] - prices[customer] == threshold)
            {
                double part = Math.Min(left, location.Demand[customer]);
                served[customer] += weight * part;
                left -= part;
            }
        }
    }

    /// <summary>The customers that bring most per unit to a site at the prices that were last priced, until so many units are reached.</summary>
    public IEnumerable<int> BestCustomers(int site, double[] prices, double units)
    {
        foreach (int k in Enumerable.Range(starts[site], starts[site + 1] - starts[site])
            .Where(k => costs[k] < prices[customers[k]])
            .OrderBy(k => costs[k] - prices[customers[k]]))
        {
            if (units <= 0)
            {
                yield break;
            }

            yield return customers[k];
            units -= location.Demand[customers[k]];
        }
    }

    private double BestLoad(int site, double[] prices)
    {
        int count = 0;
        double load = 0;
        double value = 0;
        int end = starts[site + 1];
        double[] demands = location.Demand;
        for (int k = starts[site]; k < end; k++)
        {
            int customer = customers[k];
            double gain = costs[k] - prices[customer];
            if (gain < 0)
            {
                double demand = demands[customer];
                gains[count] = gain;
                amounts[count++] = demand;
                load += demand;
                value += gain * demand;
            }
        }

        thresholds[site] = 0;
        double surplus = load - location.Capacity[site];
        return surplus <= 0 ? value : value - Shed(site, count, surplus);
    }

    // Takes the least valuable load away until the surplus is gone, by quickselect; returns its (negative) value.
    private double Shed(int site, int count, double surplus)
    {
        int low = 0;
        int high = count;
        double shed = 0;
        while (high - low > 1)
        {
            double pivot = Median(gains[low], gains[(low + high) >> 1], gains[high - 1]);
            int less = low;
            int greater = high;
            double greaterAmount = 0;
            double greaterValue = 0;
            double equalAmount = 0;
            for (int k = low; k < greater;)
            {
                double gain = gains[k];
                if (gain < pivot)
                {
                    Swap(k++, less++);
                }
                else if (gain > pivot)
                {
                    greaterAmount += amounts[k];
                    greaterValue += gain * amounts[k];
                    Swap(k, --greater);
                }
                else
                {
                    equalAmount += amounts[k++];
                }
            }

            if (greaterAmount > surplus)
            {
                low = greater;
                continue;
            }

            surplus -= greaterAmount;
            shed += greaterValue;
            if (equalAmount >= surplus)
            {
                thresholds[site] = pivot;
                return shed + (pivot * surplus);
            }

            surplus -= equalAmount;
            shed += pivot * equalAmount;
            high = less;
        }

        thresholds[site] = gains[low];
        return shed + (gains[low] * surplus);
    }

    private void Swap(int a, int b)
    {
        (gains[a], gains[b]) = (gains[b], gains[a]);
        (amounts[a], amounts[b]) = (amounts[b], amounts[a]);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private void RaiseLimits(double[] prices)
    {
        bool isWithin = true;
        double sum = 0;
        for (int i = 0; i < prices.Length; i++)
        {
            isWithin &= prices[i] <= limits[i];
            sum += Math.Abs(prices[i]);
        }

        life++;
        if (isWithin)
        {
            return;
        }

        slackShare = life < ShortLife ? Math.Min(MostSlack, slackShare * 2) : Math.Max(LeastSlack, slackShare / 2);
        life = 0;
        double slack = slackShare * sum / Math.Max(1, prices.Length);
        for (int i = 0; i < prices.Length; i++)
        {
            limits[i] = prices[i] + slack;
        }

        ListPairs();
    }

    private void ListPairs()
    {
        int size = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            if (pass == 1 && size > customers.Length)
            {
                customers = new int[size + (size / 4)];
                costs = new double[customers.Length];
            }

            size = 0;
            for (int j = 0; j < location.Sites; j++)
            {
                starts[j] = size;
                if (location.Fixing[j] == Fixing.Closed || location.Capacity[j] <= 0)
                {
                    continue;
                }

                int row = j * location.Customers;
                for (int i = 0; i < location.Customers; i++)
                {
                    double cost = location.UnitCosts[row + i];
                    if (cost < limits[i])
                    {
                        if (pass == 1)
                        {
                            customers[size] = i;
                            costs[size] = cost;
                        }

                        size++;
                    }
                }
            }

            starts[location.Sites] = size;
        }

        // Cuts make pairs dearer only, so that those in the lists are enough.
        Cuts?.AddTo(costs, customers, starts);
    }
}
