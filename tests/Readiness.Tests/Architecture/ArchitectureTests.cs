using System.Reflection;
using Readiness.Tests.Architecture.Fixtures;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;

namespace Readiness.Tests.Architecture;

public class ArchitectureTests
{
    private const string Root = "Readiness";
    private const string Fixtures = "Readiness.Tests.Architecture.Fixtures";

    // Folders that the design names and that have no types yet. Take a name out when its folder arrives.
    private static readonly string[] Awaited = ["Trips"];

    private static readonly Assembly Library = typeof(Termination).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture Architecture = new ArchLoader().LoadAssemblies(Library).Build();

    [Fact]
    public void Folders_use_only_what_stands_before_them() =>
        Assert.Empty(DependencyOrder.Violations(Architecture, Root));

    [Fact]
    public void Every_folder_has_a_place_in_the_order() =>
        Assert.Empty(DependencyOrder.Folders(Architecture, Root).Except(DependencyOrder.MayUse.Keys));

    [Fact]
    public void Every_place_in_the_order_has_a_folder() =>
        Assert.Empty(DependencyOrder.MayUse.Keys.Except(DependencyOrder.Folders(Architecture, Root)).Except(Awaited));

    [Fact]
    public void The_audit_calls_no_planner() =>
        Assert.DoesNotContain(
            DependencyOrder.Uses(Architecture, Root),
            use => use.From == "Audit" && use.Target.EndsWith("Planner", StringComparison.Ordinal));

    [Fact]
    public void No_visible_signature_mentions_a_solver() =>
        Assert.Empty(Library.GetTypes().Where(type => type.IsVisible).SelectMany(SolverMentions));

    [Fact]
    public void No_solver_door_is_public() =>
        Assert.DoesNotContain(Library.GetExportedTypes(), type => DependencyOrder.FolderOf(type.Namespace ?? "", Root) == "Solving");

    [Fact]
    public void Public_types_are_sealed_or_closed_families() =>
        Assert.Empty(Library.GetExportedTypes().Select(type => PublicSurface.WhyOpen(type, Library.GetTypes())).OfType<string>());

    [Theory]
    [InlineData("Supplies")]
    [InlineData("Staffing")]
    [InlineData("Quarantine")]
    public void Planners_and_auditors_of_standard_problems_have_one_shape(string folder)
    {
        Type planner = Assert.Single(Library.GetExportedTypes(), type => type.Namespace == $"{Root}.{folder}" && type.Name.EndsWith("Planner", StringComparison.Ordinal));
        Type auditor = Assert.Single(Library.GetExportedTypes(), type => type.Namespace == $"{Root}.{folder}" && type.Name.EndsWith("Auditor", StringComparison.Ordinal));
        MethodInfo plan = Assert.Single(planner.GetMethods(), method => method.DeclaringType == planner);
        Assert.Equal(["problem", "options", "progress", "cancellationToken"], plan.GetParameters().Select(parameter => parameter.Name));
        Assert.Equal([false, true, true, true], plan.GetParameters().Select(parameter => parameter.IsOptional));
        Assert.Equal(["Audit", "Evaluate"], auditor.GetMethods().Where(method => method.DeclaringType == auditor).Select(method => method.Name).Order());
        Assert.All(auditor.GetMethods().Where(method => method.DeclaringType == auditor), method => Assert.Equal(
            [plan.GetParameters()[0].ParameterType, plan.ReturnType], method.GetParameters().Select(parameter => parameter.ParameterType)));
        Assert.All([planner, auditor], type => Assert.Contains(type.GetConstructors(), constructor => constructor.GetParameters().Length == 0));
    }

    // The rules above would also pass if they saw nothing. These fixtures break each of them on purpose.

    [Fact]
    public void A_use_against_the_order_is_found_wherever_it_hides()
    {
        var fixtures = new ArchLoader().LoadAssemblies(typeof(ArchitectureTests).Assembly).Build();

        var found = DependencyOrder.Violations(fixtures, Fixtures).ToList();

        string[] wrong = ["InSignature", "InBody", "InLambda", "InIterator", "InAsync", "InGenericArgument", "InNestedGenericArgument", "InStaticCall", "InTypeOf"];
        Assert.All(wrong, name => Assert.Contains(found, line => line.Contains($"Districts.{name}", StringComparison.Ordinal)));
        Assert.DoesNotContain(found, line => line.Contains("Supplies.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(LeakyField))]
    [InlineData(typeof(LeakyReturn))]
    [InlineData(typeof(LeakyProperty))]
    [InlineData(typeof(LeakyBase))]
    [InlineData(typeof(LeakyConstraint<>))]
    [InlineData(typeof(LeakyDelegate))]
    public void A_solver_in_a_signature_is_found(Type leaky) => Assert.NotEmpty(SolverMentions(leaky));

    [Fact]
    public void A_solver_inside_a_type_is_no_leak() => Assert.Empty(SolverMentions(typeof(Tight)));

    [Theory]
    [InlineData(typeof(OpenClass), true)]
    [InlineData(typeof(OpenFamily), true)]
    [InlineData(typeof(ClosedFamily), false)]
    [InlineData(typeof(SharedBase), false)]
    [InlineData(typeof(ClosedMember), false)]
    public void An_open_type_is_found(Type type, bool open) =>
        Assert.Equal(open, PublicSurface.WhyOpen(type, typeof(ArchitectureTests).Assembly.GetTypes()) is not null);

    private static IEnumerable<string> SolverMentions(Type type) =>
        from mention in PublicSurface.Mentions(type)
        let assembly = mention.Mentioned.Assembly.GetName().Name ?? ""
        where assembly.StartsWith("Google.OrTools", StringComparison.Ordinal)
            || assembly.StartsWith("Google.Protobuf", StringComparison.Ordinal)
            || DependencyOrder.FolderOf(mention.Mentioned.Namespace ?? "", Root) == "Solving"
        select $"{mention.Where} mentions {mention.Mentioned}";
}
