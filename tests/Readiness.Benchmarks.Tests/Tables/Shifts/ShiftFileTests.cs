using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Shifts;

namespace Readiness.Benchmarks.Tests.Tables.Shifts;

public sealed class ShiftFileTests
{
    private const string Small = """
        # Comments start with a stroke.
        SECTION_HORIZON
        7

        SECTION_SHIFTS
        E,480,
        L,600,E|L

        SECTION_STAFF
        A,E=7|L=3,2400,960,5,2,3,1
        B,L=0|E=4,1920,0,4,1,2,0

        SECTION_DAYS_OFF
        A,6,0
        SECTION_SHIFT_ON_REQUESTS
        A,2,E,2 # and may follow
        SECTION_SHIFT_OFF_REQUESTS
        B,3,L,1
        SECTION_COVER
        0,E,2,100,1
        0,L,1,50,0
        """;

    [Fact]
    public void Every_section_is_read()
    {
        ShiftInstance instance = ShiftFile.Read(Small);

        Assert.Equal(7, instance.Days);
        Assert.Equal([("E", 480), ("L", 600)], instance.Types.Select(type => (type.Id, type.Minutes)));
        Assert.Equal([[], [0, 1]], instance.Types.Select(type => type.MayNotPrecede.ToArray()));
        ShiftWorker first = instance.Staff[0];
        Assert.Equal(("A", 2400, 960, 5, 2, 3, 1), (first.Id, first.MostMinutes, first.LeastMinutes, first.LongestRun, first.ShortestRun, first.ShortestBreak, first.MostWeekends));
        Assert.Equal([0, 6], first.DaysOff);
        Assert.Equal([[7, 3], [4, 0]], instance.Staff.Select(worker => worker.MostShifts.ToArray()));
        Assert.Equal([new ShiftWish(0, 2, 0, 2, true), new ShiftWish(1, 3, 1, 1, false)], instance.Requests);
        Assert.Equal([new ShiftDemand(0, 0, 2, 100, 1), new ShiftDemand(0, 1, 1, 50, 0)], instance.Cover);
    }

    [Fact]
    public void Sections_may_come_in_any_order_and_with_any_line_ends()
    {
        string[] sections = Small.Split("SECTION_")[1..];
        string turned = string.Concat(sections.Reverse().Select(section => "SECTION_" + section.TrimEnd() + "\r\n"));

        Assert.Equal(ShiftFile.Read(Small).Cover, ShiftFile.Read(turned).Cover);
        Assert.Equal(ShiftFile.Read(Small).Requests, ShiftFile.Read(turned).Requests);
    }

    [Theory]
    [InlineData("SECTION_COVER", "SECTION_COVERS", "line 19: there is no section SECTION_COVERS in this format")]
    [InlineData("SECTION_COVER", "SECTION_STAFF", "line 19: SECTION_STAFF is there twice")]
    [InlineData("0,E,2,100,1\n0,L,1,50,0", "", "SECTION_COVER is missing or empty")]
    [InlineData("# Comments", "Comments", "line 1: there is text before the first section")]
    [InlineData("\n7\n", "\n7\n8\n", "line 4: SECTION_HORIZON has one line, the number of days")]
    [InlineData("\n7\n", "\n0\n", "line 3: the number of days must be a whole number from 1 to 10000, not '0'")]
    [InlineData("E,480,", "E,480", "line 6: 3 fields are expected, there are 2")]
    [InlineData("E,480,", "E,4.5,", "line 6: the length in minutes must be a whole number from 1 to 1440, not '4.5'")]
    [InlineData("E|L", "E|X", "line 7: there is no shift 'X'")]
    [InlineData("L,600", "E,600", "line 7: the shift E is there twice")]
    [InlineData("E=7|L=3", "E=7", "line 10: there is no maximum of shift L")]
    [InlineData("E=7|L=3", "E=7|L=3|E=2", "line 10: there are two maxima of shift E")]
    [InlineData("E=7|L=3", "E7|L=3", "line 10: 'E7' is not a shift with its maximum")]
    [InlineData("2400,960", "900,960", "line 10: the least minutes are more than the most")]
    [InlineData("960,5,2", "960,5,6", "line 10: the least consecutive shifts are more than the most")]
    [InlineData("B,L=0", "A,L=0", "line 11: the person A is there twice")]
    [InlineData("A,6,0", "A", "line 14: there is no day")]
    [InlineData("A,6,0", "A,6,7", "line 14: a day off must be a whole number from 0 to 6, not '7'")]
    [InlineData("A,6,0", "A,6,6", "line 14: day 6 is there twice")]
    [InlineData("A,2,E,2", "A,2,E,-2", "line 16: the weight must be a whole number of at least 0, not '-2'")]
    [InlineData("B,3,L,1", "C,3,L,1", "line 18: there is no person 'C'")]
    [InlineData("0,L,1", "0,E,1", "line 21: there are two requirements of shift E on day 0")]
    public void A_fault_is_named_with_its_line(string text, string instead, string error) =>
        Assert.Contains(error, Errors(Small.Replace(text, instead, StringComparison.Ordinal)));

    [Fact]
    public void All_faults_are_named_at_once_in_the_order_of_the_lines()
    {
        string text = Small.Replace("E,480", "E,x", StringComparison.Ordinal).Replace("A,6,0", "Z,6", StringComparison.Ordinal).Replace("50,0", "50,y", StringComparison.Ordinal);

        Assert.Equal(
            [
                "line 6: the length in minutes must be a whole number from 1 to 1440, not 'x'",
                "line 14: there is no person 'Z'",
                "line 21: the weight for over must be a whole number of at least 0, not 'y'",
            ],
            Errors(text));
    }

    [Fact]
    public void Every_shipped_file_is_as_large_as_its_table_says()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "instances", "shifts");
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "best_known.tsv")).Skip(1).Select(row => row.Split('\t'))];

        Assert.Equal(24, rows.Length);
        Assert.All(rows, row =>
        {
            ShiftInstance instance = ShiftFile.Read(File.ReadAllText(Path.Combine(folder, row[0] + ".txt")));
            int[] sizes =
            [
                instance.Days, instance.Staff.Length, instance.Types.Length, instance.Staff.Sum(worker => worker.DaysOff.Length), instance.Requests.Length, instance.Cover.Length,
            ];
            Assert.Equal(row[1..7].Select(int.Parse), sizes);
        });
    }

    private static string[] Errors(string text) =>
        [.. Assert.Throws<InstanceFormatException>(() => ShiftFile.Read(text)).Errors.Select(error => error.ToString())];
}
