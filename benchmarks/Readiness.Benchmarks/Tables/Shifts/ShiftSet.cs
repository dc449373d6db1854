using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Shift scheduling instances of T. Curtois and R. Qu.</summary>
internal sealed class ShiftSet : IInstanceSet
{
    // The methods of the paper that published the instances, each after its longest limit, an hour.
    private static readonly ImmutableArray<(string Heading, string Column)> Published =
        [("ejection_chain", "ejection_60min"), ("gurobi", "gurobi_60min"), ("branch_and_price", "bp_60min")];

    private readonly InstanceCatalogue catalogue = InstanceCatalogue.Of("shifts", "best_known_ub", [.. Published.Select(static p => p.Column)]);

    /// <inheritdoc/>
    public string Name => "shifts";

    /// <inheritdoc/>
    public bool HasIntegerModels => true;

    /// <inheritdoc/>
    public ImmutableArray<string> PublishedColumns => [.. Published.Select(static p => p.Heading)];

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
