using CsCheck;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteWriterTests
{
    [Fact]
    public void A_line_holds_a_facility_or_a_demand_or_the_costs_of_a_customer() =>
        Assert.Equal("2 1\n10 7.5\n20 0\n4\n0.1 12\n", Text(new SiteInstance([10, 20], [7.5, 0], [4], [0.1, 12])));

    [Fact]
    public void What_is_written_is_read_as_the_same_instance() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, int.MaxValue]).Sample((facilities, customers, seed) =>
            IsReadAgain(SiteGenerator.Generate(new SiteSize(facilities, customers, 2.25), seed), SiteFormat.Orlib));

    [Fact]
    public void The_lines_of_an_export_tell_its_format() =>
        IsReadAgain(SiteGenerator.Generate(new SiteSize(30, 40, 3), seed: 1), format: null);

    [Fact]
    public void A_shipped_instance_survives_the_way_through_a_file()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "instances", "sites", "cap61.txt");

        IsReadAgain(SiteReader.Read(File.ReadAllText(path), SiteFormat.Orlib, null), format: null);
    }

    private static void IsReadAgain(SiteInstance instance, SiteFormat? format)
    {
        SiteInstance read = SiteReader.Read(Text(instance), format, null);

        Assert.Equal(instance.Capacities, read.Capacities);
        Assert.Equal(instance.FixedCosts, read.FixedCosts);
        Assert.Equal(instance.Demands, read.Demands);
        Assert.Equal(instance.Costs, read.Costs);
    }

    private static string Text(SiteInstance instance)
    {
        using var text = new StringWriter();
        SiteWriter.Write(text, instance);
        return text.ToString();
    }
}
