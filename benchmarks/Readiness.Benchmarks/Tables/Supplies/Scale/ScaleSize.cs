using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The size of a generated instance.</summary>
/// <param name="Facilities">Number of facilities; 4 to 2,000.</param>
/// <param name="Items">Number of items; 1 to 100.</param>
/// <param name="Days">Number of days; 1 to 100.</param>
internal sealed record ScaleSize(int Facilities, int Items, int Days)
{
    private const int LeastFacilities = 4;
    private const int MostFacilities = 2_000;
    private const int MostItems = 100;
    private const int MostDays = 100;
    private const long MostNeeds = 2_000_000;

    /// <summary>Name of the instance of this size that a seed has.</summary>
    public string Name(int seed) => string.Create(CultureInfo.InvariantCulture, $"{Facilities}x{Items}x{Days}-seed{seed}");

    /// <summary>Sizes as the user lists them, in the order of the list and each once: <c>50x10x30,200x10x30</c>.</summary>
    /// <exception cref="TableRequestException">The text is no such list; the message quotes all parts that are wrong.</exception>
    public static ImmutableArray<ScaleSize> ParseList(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        ScaleSize?[] sizes = [.. parts.Select(Parse)];
        string[] wrong = [.. parts.Where((_, k) => sizes[k] is null).Select(static part => $"'{part}'")];
        return wrong.Length == 0
            ? [.. sizes.OfType<ScaleSize>().Distinct()]
            : throw new TableRequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"--instances: {string.Join(", ", wrong)} cannot be made; wanted are facilities x items x days, such as 200x10x30, with {LeastFacilities} to {MostFacilities} facilities, 1 to {MostItems} items, 1 to {MostDays} days and at most {MostNeeds} of all three multiplied."));
    }

    private static ScaleSize? Parse(string part)
    {
        string[] counts = part.Split('x', StringSplitOptions.TrimEntries);
        return counts.Length == 3
            && int.TryParse(counts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int facilities)
            && int.TryParse(counts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int items)
            && int.TryParse(counts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int days)
            && facilities is >= LeastFacilities and <= MostFacilities
            && items is >= 1 and <= MostItems
            && days is >= 1 and <= MostDays
            && (long)facilities * items * days <= MostNeeds
            ? new ScaleSize(facilities, items, days)
            : null;
    }
}
