using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteReaderTests
{
    // Two facilities, three customers, the same in both formats.
    private const string Orlib = " 2 3 \n 10 7.5 \n 20. 0. \n 4 \n 8 12 \n 5.5 \n 11 22 \n 0 \n 3 1 \n";
    private const string Tbed1 = "2\t3\n\n4\t5.5\t0\n\n10\t20\n\n7.5\t0\n\n2\t2\t9\t3\n4\t9\n";

    [Theory]
    [InlineData(Orlib, true, 1)]
    [InlineData(Tbed1, false, 0)]
    public void A_file_is_read_in_the_format_that_its_lines_tell(string text, bool orlib, double costOfNothing)
    {
        SiteInstance guessed = SiteReader.Read(text, null, null);
        SiteInstance told = SiteReader.Read(text, orlib ? SiteFormat.Orlib : SiteFormat.Tbed1, null);

        Assert.Equal(told.Costs, guessed.Costs);
        Assert.Equal([10, 20], guessed.Capacities);
        Assert.Equal([7.5, 0], guessed.FixedCosts);
        Assert.Equal([4, 5.5, 0], guessed.Demands);
        Assert.Equal(8, guessed.Cost(0, 0));
        Assert.Equal(12, guessed.Cost(1, 0));
        Assert.Equal(22, guessed.Cost(1, 1));

        // Test bed 1 charges per unit, so a customer without demand costs nothing there.
        Assert.Equal(costOfNothing, guessed.Cost(1, 2));
    }

    [Fact]
    public void The_lines_of_every_shipped_file_tell_its_format()
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "instances", "sites"), "cap*.txt");

        Assert.Equal(40, files.Length);
        Assert.All(files, file => Assert.Equal(SiteFormat.Orlib, SiteLayout.Guess(File.ReadAllText(file))));
    }

    [Theory]
    [InlineData("2 3\n4 5.5 0\n10 20\n7.5 0\n2 2 9\n3 4 9", true)]
    [InlineData("2 3\n\n4 5.5\n0\n\n10\n20\n\n7.5\n0\n\n2 2\n9 3\n4 9", true)]
    [InlineData("2 3\n4 5.5\n0 10\n20 7.5\n0 2\n2 9\n3 4\n9", false)]
    [InlineData("2\n3\n4\n5.5\n0\n10\n20\n7.5\n0\n2\n2\n9\n3\n4\n9", false)]
    public void Sections_are_told_by_lines_of_their_own_or_blank_lines(string text, bool isTold) =>
        Assert.Equal(isTold ? SiteFormat.Tbed1 : null, SiteLayout.Guess(text));

    [Fact]
    public void Line_ends_of_a_stranger_ask_for_the_format()
    {
        string oneLine = Orlib.Replace('\n', ' ');

        Assert.Contains("--format", Error(oneLine, null, null));
        Assert.Equal(12, SiteReader.Read(oneLine, SiteFormat.Orlib, null).Cost(1, 0));
        Assert.Equal(12, SiteReader.Read(Tbed1.Replace("\n", "\r\n"), null, null).Cost(1, 0));
    }

    [Theory]
    [InlineData("", "line 1: number 0: the file ends where the number of facilities should be")]
    [InlineData("x 3", "line 1: number 1: the number of facilities is 'x'")]
    [InlineData("2 0", "line 1: number 2: the number of customers is '0'")]
    [InlineData("2 -3", "the number of customers is '-3'")]
    [InlineData("2 2.5", "the number of customers is '2.5'")]
    [InlineData("99999 99999 1 1", "line 1: number 2: the first two numbers announce 10000099")]
    [InlineData("2147483647 2147483647 1 1", "more than the file can hold")]
    [InlineData("1 1\n10 abc\n4\n5", "line 2: number 2: the fixed cost of facility 0 is 'abc'")]
    [InlineData("1 1\n-10 3\n4\n5", "line 2: number 1: the capacity of facility 0 is '-10'")]
    [InlineData("1 1\n10 3\nNaN\n5", "line 3: number 1: the demand of customer 0 is 'NaN'")]
    [InlineData("1 1\n10 3\n4\n1e999", "line 4: number 1: the cost of customer 0 at facility 0 is '1e999'")]
    [InlineData("1 1\n10 3\n4\n1,5", "is '1,5'")]
    [InlineData("1 1\n10 300\n4000\n", "the file ends where the cost of customer 0 at facility 0 should be")]
    [InlineData("1 1\n10 3\n4\n5\n6", "line 5: number 1: '6' comes after the last number")]
    [InlineData("1 1\ncapacity 3\n4\n5", "line 2: number 1: the capacity of facility 0 is to be chosen: say --capacity")]
    [InlineData("1 1\n10 capacity\n4\n5", "the fixed cost of facility 0 is 'capacity'")]
    public void A_fault_is_named_with_its_place(string text, string error) =>
        Assert.Contains(error, Error(text, SiteFormat.Orlib, null));

    [Fact]
    public void All_wrong_numbers_are_named_at_once()
    {
        string text = "2 2\n10 x\n20 0\n-1\n3 4\n5\n6 y";

        var exception = Assert.Throws<InstanceFormatException>(() => SiteReader.Read(text, SiteFormat.Orlib, null));

        Assert.Equal([2, 4, 7], exception.Errors.Select(error => error.Line));
    }

    [Fact]
    public void An_open_capacity_is_filled_in_where_the_file_leaves_it_open()
    {
        const string open = "2 1\ncapacity 3\n50 1\n4\n5 6";

        Assert.Equal([12.5, 50], SiteReader.Read(open, null, 12.5).Capacities);
        Assert.Contains("--capacity has no place", Error(Orlib, null, 12.5));
        Assert.Contains("--capacity has no place", Error(Tbed1, null, 12.5));
        Assert.Contains("the capacity of facility 0 is 'capacity'", Error("1 1\n4\ncapacity\n3\n5", SiteFormat.Tbed1, 12.5));
    }

    private static string Error(string text, SiteFormat? format, double? capacity) =>
        Assert.Throws<InstanceFormatException>(() => SiteReader.Read(text, format, capacity)).Message;
}
