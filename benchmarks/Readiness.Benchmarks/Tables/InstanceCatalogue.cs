using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Readiness.Benchmarks.Tables;

/// <summary>The shipped instances of a set: where their files are, what is known about them, how long they may take.</summary>
/// <remarks>
/// A set is a folder under <c>instances</c> beside the program. It holds the instances' files, <c>best_known.tsv</c> as far as results are
/// published, and <c>limits.tsv</c> with the wall-clock limit of each instance. Both tables name instances in a column <c>instance</c>.
/// </remarks>
internal sealed class InstanceCatalogue
{
    // For files that nobody knows anything about.
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, double> bestKnown;
    private readonly Dictionary<string, double> limits;

    private InstanceCatalogue(string folder, Dictionary<string, double> bestKnown, ImmutableArray<KeyValuePair<string, double>> limits)
    {
        Folder = folder;
        Names = [.. limits.Select(static l => l.Key)];
        this.bestKnown = bestKnown;
        this.limits = new(limits);
    }

    /// <summary>Folder of the files.</summary>
    public string Folder { get; }

    /// <summary>Names of the instances, in the order of <c>limits.tsv</c>.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Reads the tables of a set.</summary>
    /// <param name="set">Name of the set.</param>
    /// <param name="bestKnownColumn">Column of <c>best_known.tsv</c> that holds the least published objective.</param>
    public static InstanceCatalogue Of(string set, string bestKnownColumn)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "instances", set);
        return new InstanceCatalogue(
            folder,
            new(Column(Path.Combine(folder, "best_known.tsv"), bestKnownColumn)),
            [.. Column(Path.Combine(folder, "limits.tsv"), "limit_seconds")]);
    }

    /// <summary>The entry of an instance, also of one that is not shipped.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isShipped">Whether it comes from the set's folder.</param>
    /// <param name="read">Reads it.</param>
    public InstanceEntry Entry(string name, bool isShipped, Func<IInstanceCase> read) => new(
        name,
        bestKnown.TryGetValue(name, out double best) ? best : null,
        limits.TryGetValue(name, out double seconds) ? TimeSpan.FromSeconds(seconds) : DefaultLimit,
        isShipped,
        read);

    private static IEnumerable<KeyValuePair<string, double>> Column(string path, string column)
    {
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = '\t', FormatProvider = CultureInfo.InvariantCulture });
        while (reader.Read())
        {
            if (reader.GetString(column) is { Length: > 0 } text)
            {
                yield return KeyValuePair.Create(reader.GetString("instance"), double.Parse(text, CultureInfo.InvariantCulture));
            }
        }
    }
}
