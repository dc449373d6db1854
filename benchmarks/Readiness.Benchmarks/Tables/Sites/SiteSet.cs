using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Capacitated facility location with several sources: the instances of the OR-Library, files of two formats, and instances that are generated.</summary>
/// <param name="format">Format of the user's file; guessed if null.</param>
/// <param name="capacity">Capacity of the facilities where the user's file leaves it open, above 0; null if the user gave none.</param>
/// <param name="sizes">Sizes of instances to generate; none if null.</param>
/// <param name="export">Whether those instances are written to files too.</param>
internal sealed class SiteSet(SiteFormat? format, double? capacity, IReadOnlyList<SiteSize>? sizes = null, bool export = false) : IInstanceSet
{
    private readonly InstanceCatalogue catalogue = InstanceCatalogue.Of("sites", "best_known");

    /// <inheritdoc/>
    public string Name => "sites";

    /// <summary>Shares are continuous.</summary>
    public bool HasIntegerModels => false;

    /// <inheritdoc/>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public ImmutableArray<string> PublishedColumns => [];

    /// <inheritdoc/>
    public ImmutableArray<string> SolutionColumns => ["facility", "customer", "share"];

    /// <inheritdoc/>
    public ImmutableArray<InstanceEntry> Shipped() => format is null && capacity is null
        ? [.. catalogue.Names.Select(ShippedEntry)]
        : throw new TableRequestException("--format and --capacity say how to read a file: they need --file.");

    /// <inheritdoc/>
    public ImmutableArray<InstanceEntry> FromFile(string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        string name = capacity is { } chosen ? string.Create(CultureInfo.InvariantCulture, $"{stem}-{chosen:R}") : stem;
        return [Entry(name, path, isShipped: false, format, capacity)];
    }

    /// <inheritdoc/>
    public ImmutableArray<InstanceEntry> Generated(int seed) => (sizes, export) is (null, true)
        ? throw new TableRequestException("--export writes generated instances: it needs --generate.")
        : [.. (sizes ?? []).Select(size => GeneratedEntry(size, seed))];

    private InstanceEntry GeneratedEntry(SiteSize size, int seed) =>
        catalogue.Entry(size.Name(seed), isShipped: false, () => new SiteCase(SiteGenerator.Generate(size, seed))) with
        {
            Export = export ? writer => SiteWriter.Write(writer, SiteGenerator.Generate(size, seed)) : null,
        };

    // Files that leave the capacity open stand for several instances, each named after its capacity.
    private InstanceEntry ShippedEntry(string name)
    {
        string[] parts = name.Split('-');
        double? open = parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : null;
        return Entry(name, Path.Combine(catalogue.Folder, parts[0] + ".txt"), isShipped: true, SiteFormat.Orlib, open);
    }

    private InstanceEntry Entry(string name, string path, bool isShipped, SiteFormat? known, double? open) =>
        catalogue.Entry(name, isShipped, () => new SiteCase(SiteReader.Read(File.ReadAllText(path), known, open)));
}
