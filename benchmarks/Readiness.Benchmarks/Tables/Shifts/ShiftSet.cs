using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Shift scheduling instances of T. Curtois and R. Qu.</summary>
internal sealed class ShiftSet : IInstanceSet
{
    private readonly InstanceCatalogue catalogue = InstanceCatalogue.Of("shifts", "best_known_ub");

    /// <inheritdoc/>
    public string Name => "shifts";

    /// <inheritdoc/>
    public bool HasIntegerModels => true;

    /// <inheritdoc/>
    public ImmutableArray<string> SolutionColumns => ["staff", "day", "shift"];

    /// <inheritdoc/>
    public ImmutableArray<InstanceEntry> Shipped() =>
        [.. catalogue.Names.Select(name => Entry(name, Path.Combine(catalogue.Folder, name + ".txt"), true))];

    /// <inheritdoc/>
    public ImmutableArray<InstanceEntry> FromFile(string path) => [Entry(Path.GetFileNameWithoutExtension(path), path, false)];

    private InstanceEntry Entry(string name, string path, bool isShipped) =>
        catalogue.Entry(name, isShipped, () => new ShiftCase(ShiftFile.Read(File.ReadAllText(path))));
}
