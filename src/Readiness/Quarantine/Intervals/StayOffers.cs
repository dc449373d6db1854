namespace Readiness.Quarantine.Intervals;

/// <summary>Who would begin to stay at one site when, and what that is worth: by day, the most valuable first.</summary>
internal sealed class StayOffers(IndexedLocation location)
{
    // Values are rounded up to so many bits below the largest: then the sums along paths are exact, and no cycle seems to gain anything.
    private const int Bits = 40;

    private static readonly Comparer<(double Value, double Most, int Cell)> MostValuableFirst =
        Comparer<(double Value, double Most, int Cell)>.Create(static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Cell.CompareTo(b.Cell));

    private readonly List<(double Value, double Most, int Cell)> offers = [];

    /// <summary>Offers of day d are those from Start[d] up to Start[d + 1].</summary>
    public int[] Start { get; } = new int[location.Days + 1];

    /// <summary>The offers.</summary>
    public IReadOnlyList<(double Value, double Most, int Cell)> All => offers;

    /// <summary>Takes the offers that are worth anything.</summary>
    /// <param name="groups">The customers.</param>
    /// <param name="firstDay">First day of the site.</param>
    /// <param name="valueOf">Value of a unit of a group and day; minus infinity where it may not stay here.</param>
    public void Collect(CustomerGroups groups, int firstDay, Func<int, int, double> valueOf)
    {
        offers.Clear();
        double largest = 0;
        for (int d = 0; d < location.Days; d++)
        {
            Start[d] = offers.Count;
            for (int g = 0; g < groups.Count && d >= firstDay; g++)
            {
                double most = groups.Demand[(g * location.Days) + d];
                double value = most > 0 ? valueOf(g, d) : 0;
                if (value > 0)
                {
                    largest = Math.Max(largest, value);
                    offers.Add((value, most, (g * location.Days) + d));
                }
            }
        }

        Start[location.Days] = offers.Count;
        double step = Math.ScaleB(1, Math.ILogB(Math.Max(largest, double.Epsilon)) - Bits);
        for (int k = 0; k < offers.Count; k++)
        {
            offers[k] = offers[k] with { Value = Math.Ceiling(offers[k].Value / step) * step };
        }

        for (int d = 0; d < location.Days; d++)
        {
            offers.Sort(Start[d], Start[d + 1] - Start[d], MostValuableFirst);
        }
    }
}
