using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Supplies;

namespace Readiness.Benchmarks.Tests.Tables.Supplies;

public sealed class GiftFileTests : IDisposable
{
    private const string Header = ",don_id,date,ppe,qty";
    private const string Good = "0,don0,2020-03-27 11:47:00+00:00,respirators,20.0";

    private readonly TableFolder folder = new();

    [Fact]
    public void Of_the_shipped_files_what_cannot_be_true_is_left_out()
    {
        string shipped = ReplayRequest.FolderOf("matchingppe");
        GiftFile donations = GiftFile.Donations(Path.Combine(shipped, ReplayRequest.DonorFile));
        GiftFile requests = GiftFile.Requests(Path.Combine(shipped, ReplayRequest.RecipientFile));

        Assert.Equal((1417, 15, 226), (donations.Rows.Length, Count(donations, GiftRules.Absurd), Count(donations, GiftRules.OverDonationLimit)));
        Assert.Equal((31_200, 2, 2), (requests.Rows.Length, Count(requests, GiftRules.Absurd), requests.Excluded.Length));
        Assert.Equal(["10000000000.0", "98765432.0"], requests.Excluded.Select(row => row.Value).Order());
        Assert.Contains(new ExcludedRow(ReplayRequest.DonorFile, 72, "qty", "100000000000000.0", GiftRules.Absurd), donations.Excluded);
    }

    [Fact]
    public void A_good_row_is_read()
    {
        GiftRow row = Assert.Single(Read(Good).Rows);

        Assert.Equal(new GiftRow("don0", new DateTimeOffset(2020, 3, 27, 11, 47, 0, TimeSpan.Zero), "respirators", 20), row);
    }

    [Theory]
    [InlineData(",2020-04-01,masks,5", "don_id", "", GiftRules.Missing)]
    [InlineData("a,2020-04-01, ,5", "ppe", "", GiftRules.Missing)]
    [InlineData("a,2020-13-01,masks,5", "date", "2020-13-01", GiftRules.BadDate)]
    [InlineData("a,,masks,5", "date", "", GiftRules.BadDate)]
    [InlineData("a,1970-01-01,masks,5", "date", "1970-01-01", GiftRules.BadDate)]
    [InlineData("a,2024-01-01,masks,5", "date", "2024-01-01", GiftRules.BadDate)]
    [InlineData("a,2020-04-01,masks,", "qty", "", GiftRules.NoNumber)]
    [InlineData("a,2020-04-01,masks,many", "qty", "many", GiftRules.NoNumber)]
    [InlineData("a,2020-04-01,masks,NaN", "qty", "NaN", GiftRules.NotFinite)]
    [InlineData("a,2020-04-01,masks,Infinity", "qty", "Infinity", GiftRules.NotFinite)]
    [InlineData("a,2020-04-01,masks,1e999", "qty", "1e999", GiftRules.NotFinite)]
    [InlineData("a,2020-04-01,masks,0", "qty", "0", GiftRules.NotPositive)]
    [InlineData("a,2020-04-01,masks,-3", "qty", "-3", GiftRules.NotPositive)]
    [InlineData("a,2020-04-01,masks,1.5", "qty", "1.5", GiftRules.NotWhole)]
    [InlineData("a,2020-04-01,masks,1001", "qty", "1001", GiftRules.OverDonationLimit)]
    [InlineData("a,2020-04-01,masks,28800001", "qty", "28800001", GiftRules.Absurd)]
    [InlineData("a,2020-04-01,masks", "", "", GiftRules.Malformed)]
    [InlineData("a,2020-04-01,masks,5,6", "", "", GiftRules.Malformed)]
    [InlineData("a,2020-04-01,\"masks,5", "", "", GiftRules.Malformed)]
    public void A_bad_row_is_left_out_and_named_with_its_line_column_value_and_rule(string row, string column, string value, string rule)
    {
        GiftFile file = Read(Good, "1," + row, Good);

        Assert.Equal(2, file.Rows.Length);
        Assert.Equal(new ExcludedRow("gifts.csv", 3, column, value, rule), Assert.Single(file.Excluded));
    }

    [Fact]
    public void All_faults_of_a_row_are_named()
    {
        GiftFile file = Read(Good, "1,,never,,none");

        Assert.Equal([GiftRules.Missing, GiftRules.BadDate, GiftRules.Missing, GiftRules.NoNumber], file.Excluded.Select(row => row.Rule));
        Assert.All(file.Excluded, row => Assert.Equal(3, row.Line));
    }

    [Fact]
    public void A_request_may_be_as_large_as_can_be_true()
    {
        string path = folder.Write("requests.csv", ",rec_id,date,ppe,qty", "1,r,2020-04-01,gloves,28800000", "2,r,2020-04-01,gloves,28800001");

        Assert.Equal(28_800_000, Assert.Single(GiftFile.Requests(path).Rows).Units);
    }

    [Fact]
    public void Files_without_the_columns_or_without_a_good_row_are_refused_with_all_that_is_wrong()
    {
        string path = folder.Write("other.csv", "date,who", "2020-04-01,me");
        Assert.Equal(3, Assert.Throws<InstanceFormatException>(() => GiftFile.Donations(path)).Errors.Length);
        Assert.Equal(3, Assert.Throws<InstanceFormatException>(() => Read("1,,never,masks,5")).Errors.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static int Count(GiftFile file, string rule) => file.Excluded.Count(row => row.Rule == rule);

    private GiftFile Read(params string[] rows) => GiftFile.Donations(folder.Write("gifts.csv", [Header, .. rows]));
}
