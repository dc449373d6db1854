using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>The size of a generated instance.</summary>
/// <param name="Facilities">Number of facilities; 1 to 10,000.</param>
/// <param name="Customers">Number of customers; 1 to 100,000.</param>
/// <param name="Ratio">Total capacity in parts of the total demand; 1 to 100.</param>
internal sealed record SiteSize(int Facilities, int Customers, double Ratio)
{
    private const int MostFacilities = 10_000;
    private const int MostCustomers = 100_000;
    private const long MostPairs = 20_000_000;
    private const double MostRatio = 100;

    /// <summary>Name of the instance of this size that a seed has.</summary>
    public string Name(int seed) => string.Create(CultureInfo.InvariantCulture, $"{Facilities}x{Customers}-{Ratio:R}-seed{seed}");

    /// <summary>Sizes as the user lists them, in the order of the list and each once: <c>1000x1000:5,200x1000:3</c>.</summary>
    /// <exception cref="TableRequestException">The text is no such list; the message quotes all parts that are wrong.</exception>
    public static ImmutableArray<SiteSize> ParseList(string text)
    {
        string[] parts = text.Split(',');
        SiteSize?[] sizes = [.. parts.Select(Parse)];
        string[] wrong = [.. parts.Where((_, k) => sizes[k] is null).Select(static part => $"'{part}'")];
        return wrong.Length == 0
            ? [.. sizes.OfType<SiteSize>().Distinct()]
            : throw new TableRequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"--generate: {string.Join(", ", wrong)} cannot be made; wanted are sites x customers : ratio of capacity to demand, such as 200x1000:3, with up to {MostFacilities} sites, {MostCustomers} customers and {MostPairs} pairs of them, and a ratio from 1 to {MostRatio}."));
    }

    private static SiteSize? Parse(string part)
    {
        string[] halves = part.Split(':', StringSplitOptions.TrimEntries);
        string[] counts = halves[0].Split('x', StringSplitOptions.TrimEntries);
        return halves.Length == 2 && counts.Length == 2
            && int.TryParse(counts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int facilities)
            && int.TryParse(counts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int customers)
            && double.TryParse(halves[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double ratio)
            && facilities is >= 1 and <= MostFacilities
            && customers is >= 1 and <= MostCustomers
            && (long)facilities * customers <= MostPairs
            && ratio is >= 1 and <= MostRatio
            ? new SiteSize(facilities, customers, ratio)
            : null;
    }
}
