using ArchUnitNET.Domain;

namespace Readiness.Tests.Architecture;

/// <summary>Which folder of the library may use which; a type's folder is the first part of its namespace below the root.</summary>
internal static class DependencyOrder
{
    private static readonly string[] Problems = ["Supplies", "Staffing", "Quarantine", "Trips"];
    private static readonly string[] Answers = ["Districts", "Demand", .. Problems];

    /// <summary>Every folder, with the folders it may use beside itself and the few words that stand at the root.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> MayUse = new Dictionary<string, IReadOnlyList<string>>
    {
        [""] = [],
        ["Districts"] = [],
        ["Solving"] = [],
        ["Demand"] = ["Districts"],
        ["Supplies"] = ["Solving"],
        ["Staffing"] = ["Solving"],
        ["Quarantine"] = ["Solving"],
        ["Trips"] = ["Solving"],
        ["Plans"] = Answers,
        ["Audit"] = [.. Answers, "Plans"],
        ["Planning"] = [.. Answers, "Plans", "Audit", "Solving"],
        ["Assessment"] = [.. Answers, "Plans", "Audit", "Solving", "Planning"],
        ["Mornings"] = [.. Answers, "Plans", "Audit"],
        ["Scenarios"] = [.. Answers, "Plans", "Audit", "Solving", "Planning", "Assessment"],
    };

    /// <summary>The folder of a namespace: empty at the root itself, null outside it.</summary>
    public static string? FolderOf(string name, string root) =>
        name == root ? "" : name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;

    /// <summary>The folders below a root that hold types.</summary>
    public static IEnumerable<string> Folders(ArchUnitNET.Domain.Architecture architecture, string root) =>
        architecture.Types.Select(type => FolderOf(type.Namespace.FullName, root)).OfType<string>().Distinct();

    /// <summary>The uses that go against the order, method bodies included, each as one readable line.</summary>
    public static IEnumerable<string> Violations(ArchUnitNET.Domain.Architecture architecture, string root) =>
        from use in Uses(architecture, root)
        where use.From != use.To && use.To != "" && !(MayUse.TryGetValue(use.From, out var allowed) && allowed.Contains(use.To))
        select $"{use.Source} uses {use.Target}, but {(use.From == "" ? "the root" : use.From)} may not use {use.To}";

    /// <summary>Every use of one type below the root by another, with the folders of both.</summary>
    public static IEnumerable<(string From, string Source, string To, string Target)> Uses(ArchUnitNET.Domain.Architecture architecture, string root) =>
        (from source in architecture.Types
         let home = FolderOf(source.Namespace.FullName, root)
         where home is not null
         from dependency in source.Dependencies
         from target in dependency.TargetGenericArguments.SelectMany(Flatten).Append(dependency.Target)
             // The loader takes type parameters of equal name for one: a method's T would be the T of some other folder's type.
         where target is not GenericParameter
         let to = FolderOf(target.Namespace?.FullName ?? "<a type parameter>", root)
         where to is not null
         select (home, source.FullName, to, target.FullName)).Distinct();

    private static IEnumerable<IType> Flatten(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(Flatten).Append(argument.Type);
}
