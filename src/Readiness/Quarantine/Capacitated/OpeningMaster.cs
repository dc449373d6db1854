namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// The other part of the Lagrangian relaxation: which sites open, given what each is worth. The open ones must hold the whole demand and be neither too few nor
/// too many. Where all sites are equally large this is a matter of their number and solved in whole sites, otherwise as a continuous knapsack.
/// </summary>
internal sealed class OpeningMaster
{
    private const int Bisections = 40;
    private const double Rounding = 1e-12;
    private const double LargestPrice = 1e12;

    private readonly CapacitatedLocation location;
    private readonly double[] keys;
    private readonly int[] order;
    private readonly bool isUniform;
    private readonly double size;
    private int free;
    private double openValue;
    private double roomWanted;
    private int openCount;

    public OpeningMaster(CapacitatedLocation location)
    {
        this.location = location;
        keys = new double[location.Sites];
        order = new int[location.Sites];
        Open = new double[location.Sites];
        Penalties = new double[location.Sites];
        double[] sizes = [.. location.Capacity.Where((_, j) => location.Fixing[j] != Fixing.Open).Distinct()];
        isUniform = sizes.Length <= 1;
        size = sizes.FirstOrDefault();
    }

    /// <summary>By site: how much of it is open.</summary>
    public double[] Open { get; }

    /// <summary>By site that is free: what it costs at least to settle it the other way.</summary>
    public double[] Penalties { get; }

    /// <summary>Opens the best sites.</summary>
    /// <param name="values">Value of opening, by site.</param>
    /// <param name="fixing">What is settled about each site.</param>
    /// <returns>The sum of the values; no choice in whole sites is below it. Infinite if there is no choice.</returns>
    public double Solve(double[] values, Fixing[] fixing)
    {
        Collect(values, fixing);
        int least = Math.Max(0, location.LeastOpen - openCount);
        int most = Math.Min(free, location.MostOpen - openCount);
        if (isUniform && roomWanted > Rounding * location.TotalDemand)
        {
            least = size > 0 ? Math.Max(least, (int)Math.Ceiling((roomWanted / size) - 1e-9)) : int.MaxValue;
        }

        if (least > most)
        {
            return double.PositiveInfinity;
        }

        double value = Choose(values, 0, least, most, out double room);
        if (isUniform || room >= roomWanted)
        {
            return openValue + value;
        }

        double all = 0;
        for (int k = 0; k < free; k++)
        {
            all += location.Capacity[order[k]];
        }

        return all < roomWanted * (1 - 1e-9) ? double.PositiveInfinity
            : least == 0 && most == free ? openValue + FillRoom(values)
            : openValue + PriceRoom(values, least, most);
    }

    private void Collect(double[] values, Fixing[] fixing)
    {
        free = 0;
        openValue = 0;
        openCount = 0;
        roomWanted = location.TotalDemand;
        for (int j = 0; j < fixing.Length; j++)
        {
            Open[j] = fixing[j] == Fixing.Open ? 1 : 0;
            if (fixing[j] == Fixing.Open)
            {
                openValue += values[j];
                openCount++;
                roomWanted -= location.Capacity[j];
            }
            else if (fixing[j] == Fixing.Free)
            {
                order[free++] = j;
            }
        }
    }

    // The best choice if room has a price: those that are worth opening, within the limits of number. Returns its value and its room.
    private double Choose(double[] values, double price, int least, int most, out double room)
    {
        int count = 0;
        for (int k = 0; k < free; k++)
        {
            keys[k] = values[order[k]] - (price * location.Capacity[order[k]]);
            count += keys[k] < 0 ? 1 : 0;
        }

        int chosen = Math.Clamp(count, least, most);
        double lastIn = 0;
        double firstOut = 0;
        if (chosen != count)
        {
            Array.Sort(keys, order, 0, free);
            lastIn = chosen > 0 ? keys[chosen - 1] : double.NegativeInfinity;
            firstOut = chosen < free ? keys[chosen] : double.PositiveInfinity;
        }

        double value = 0;
        room = 0;
        for (int k = 0; k < free; k++)
        {
            int site = order[k];
            bool isIn = chosen == count ? keys[k] < 0 : k < chosen;
            Open[site] = isIn ? 1 : 0;
            Penalties[site] = isIn ? firstOut - keys[k] : keys[k] - lastIn;
            if (isIn)
            {
                value += keys[k];
                room += location.Capacity[site];
            }
        }

        return value;
    }

    // All that is worth opening, then the rest by value per unit of room until there is enough.
    private double FillRoom(double[] values)
    {
        double value = 0;
        double wanted = roomWanted;
        for (int k = 0; k < free; k++)
        {
            int site = order[k];
            keys[k] = values[site] / location.Capacity[site];
        }

        Array.Sort(keys, order, 0, free);
        double price = 0;
        for (int k = 0; k < free; k++)
        {
            int site = order[k];
            double capacity = location.Capacity[site];

            // What rounding leaves wanted must not pass for a site that is needed: its price would make the penalties too high.
            bool isNeeded = wanted > Rounding * location.TotalDemand;
            double share = keys[k] < 0 ? 1 : isNeeded ? Math.Min(1, wanted / capacity) : 0;
            Open[site] = share;
            value += share * values[site];
            wanted -= share * capacity;
            price = share > 0 ? Math.Max(0, keys[k]) : price;
        }

        for (int k = 0; k < free; k++)
        {
            int site = order[k];
            Penalties[site] = Math.Abs(values[site] - (price * location.Capacity[site]));
        }

        return value;
    }

    // Limits of number and room at once: the best price for room, by bisection. Any price gives a valid value.
    private double PriceRoom(double[] values, int least, int most)
    {
        double low = 0;
        double high = 1;
        for (double room = 0; room < roomWanted && high < LargestPrice; high *= 4)
        {
            Choose(values, high, least, most, out room);
        }

        double best = double.NegativeInfinity;
        double bestPrice = 0;
        for (int step = 0; step < Bisections; step++)
        {
            double price = (low + high) / 2;
            double value = Choose(values, price, least, most, out double room) + (price * roomWanted);
            (best, bestPrice) = value > best ? (value, price) : (best, bestPrice);
            (low, high) = room < roomWanted ? (price, high) : (low, price);
        }

        return Choose(values, bestPrice, least, most, out _) + (bestPrice * roomWanted);
    }
}
