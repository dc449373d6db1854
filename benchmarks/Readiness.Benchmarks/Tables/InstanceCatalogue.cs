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
    private readonly ImmutableArray<Dictionary<string, double>> published;
    private readonly Dictionary<string, double> limits;

    private InstanceCatalogue(string folder, string bestKnownColumn, ImmutableArray<string> publishedColumns)
    {
        Folder = folder;
        KeyValuePair<string, double>[] limits = [.. Column("limits.tsv", "limit_seconds")];
        Names = [.. limits.Select(static l => l.Key)];
        this.limits = new(limits);
        bestKnown = new(Column("best_known.tsv", bestKnownColumn));
        published = [.. publishedColumns.Select(column => new Dictionary<string, double>(Column("best_known.tsv", column)))];
    }

    /// <summary>Folder of the files of this set.</summary>
    public string Folder { get; }

    /// <summary>Names of the instances, in the order of <c>limits.tsv</c>.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Folder of the files of a set.</summary>
    public static string FolderOf(string set) => Path.Combine(AppContext.BaseDirectory, "instances", set);

    /// <summary>Reads the tables of a set.</summary>
    /// <param name="set">Name of the set.</param>
    /// <param name="bestKnownColumn">Column of <c>best_known.tsv</c> that holds the least published objective.</param>
    /// <param name="publishedColumns">Columns of <c>best_known.tsv</c> that hold what other methods reached.</param>
    public static InstanceCatalogue Of(string set, string bestKnownColumn, params ImmutableArray<string> publishedColumns) =>
        new(FolderOf(set), bestKnownColumn, publishedColumns);

    /// <summary>The entry of an instance, also of one that is not shipped.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isShipped">Whether it comes from the set's folder.</param>
    /// <param name="read">Reads it.</param>
    public InstanceEntry Entry(string name, bool isShipped, Func<IInstanceCase> read) => new(
        name,
        Value(bestKnown, name),
        [.. published.Select(column => Value(column, name))],
        limits.TryGetValue(name, out double seconds) ? TimeSpan.FromSeconds(seconds) : DefaultLimit,
        isShipped,
        read);

    private static double? Value(Dictionary<string, double> column, string name) => column.TryGetValue(name, out double value) ? value : null;

    private IEnumerable<KeyValuePair<string, double>> Column(string table, string column)
    {
        using CsvReader reader = CsvReader.FromFile(Path.Combine(Folder, table), new CsvReaderOptions { Separator = '\t', FormatProvider = CultureInfo.InvariantCulture });
        while (reader.Read())
        {
            if (reader.GetString(column) is { Length: > 0 } text)
            {
                yield return KeyValuePair.Create(reader.GetString("instance"), double.Parse(text, CultureInfo.InvariantCulture));
            }
        }
    }
}
