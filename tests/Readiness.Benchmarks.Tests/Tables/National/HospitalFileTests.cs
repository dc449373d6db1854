using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.National;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tests.Tables.National;

public sealed class HospitalFileTests : IDisposable
{
    private const string Header = "CCM_ID,Name,State,Latitude,Longitude,Staffed All Beds";

    private readonly TableFolder folder = new();

    [Fact]
    public void The_shipped_hospitals_have_no_bad_rows()
    {
        HospitalFile file = HospitalFile.Read(Path.Combine(InstanceCatalogue.FolderOf("national"), "hospitals.csv"));

        Assert.Empty(file.BadRows);
        Assert.Equal((6047, 1107), (file.Hospitals.Length, file.WithoutBeds));
        Assert.Equal(818_419, file.Hospitals.Sum(hospital => hospital.Beds));
        Assert.Equal(new Hospital("1000676", new GeoPoint(18.39019, -67.10997), 106), file.Hospitals[0]);
    }

    [Fact]
    public void Columns_are_found_by_name_and_others_do_not_matter()
    {
        HospitalFile file = Read("Staffed All Beds,City,Longitude,Latitude,CCM_ID", "12.5,\"Springfield, East\",-90,45.25,a");

        Assert.Equal([new Hospital("a", new GeoPoint(45.25, -90), 12.5)], file.Hospitals);
    }

    [Fact]
    public void Rows_without_beds_are_counted_and_are_not_bad()
    {
        HospitalFile file = Read(Header, "a,A,TX,1,2,", "b,B,TX,1,2,0.0", "c,C,TX,1,2, ", "d,D,TX,1,2,3");

        Assert.Equal((1, 3, 0), (file.Hospitals.Length, file.WithoutBeds, file.BadRows.Length));
    }

    [Theory]
    [InlineData(",N,TX,1,2,3", "CCM_ID is empty")]
    [InlineData("good,N,TX,1,2,3", "CCM_ID is 'good', as in line 2; it must be unique")]
    [InlineData("a,N,TX,,2,3", "Latitude is ''; it must be a number from -90 to 90")]
    [InlineData("a,N,TX,90.5,2,3", "Latitude is '90.5'; it must be a number from -90 to 90")]
    [InlineData("a,N,TX,NaN,2,3", "Latitude is 'NaN'; it must be a number from -90 to 90")]
    [InlineData("a,N,TX,1,-181,3", "Longitude is '-181'; it must be a number from -180 to 180")]
    [InlineData("a,N,TX,1,east,", "Longitude is 'east'; it must be a number from -180 to 180")]
    [InlineData("a,N,TX,1,2,-3", "Staffed All Beds is '-3'; it must be a number from 0 to 1000000")]
    [InlineData("a,N,TX,1,2,many", "Staffed All Beds is 'many'; it must be a number from 0 to 1000000")]
    [InlineData("a,N,TX,1,2,1E14", "Staffed All Beds is '1E14'; it must be a number from 0 to 1000000")]
    [InlineData("a,N,TX,x,999,3", "Latitude is 'x'; it must be a number from -90 to 90; Longitude is '999'; it must be a number from -180 to 180")]
    [InlineData("a,N,TX,1,2", "the row has more or fewer cells than the first line")]
    [InlineData("a,N,TX,1,2,3,4", "the row has more or fewer cells than the first line")]
    [InlineData("a,N \"O\",TX,1,2,3", "there is a quotation mark inside a cell without them")]
    [InlineData("a,\"N\" O,TX,1,2,3", "there is text after a closing quotation mark")]
    [InlineData("a,\"N,TX,1,2,3", "a quotation mark is not closed")]
    public void A_bad_row_is_left_out_and_named_with_its_line_and_all_its_faults(string row, string fault)
    {
        HospitalFile file = Read(Header, "good,G,TX,1,2,3", "", row, "last,L,TX,1,2,4");

        Assert.Equal(["good", "last"], file.Hospitals.Select(hospital => hospital.Id));
        Assert.Equal([new InstanceError(4, fault)], file.BadRows);
    }

    [Fact]
    public void A_file_without_the_columns_or_without_hospitals_is_refused()
    {
        Assert.Equal(
            [new InstanceError(1, "there is no column 'Latitude'"), new InstanceError(1, "there is no column 'Staffed All Beds'")],
            Assert.Throws<InstanceFormatException>(() => Read("CCM_ID,Longitude,Beds", "a,1,2")).Errors);
        Assert.Equal(4, Assert.Throws<InstanceFormatException>(() => Read("")).Errors.Length);
        Assert.Equal(
            ["line 2: CCM_ID is empty", "no row is a hospital with staffed beds"],
            Assert.Throws<InstanceFormatException>(() => Read(Header, ",N,TX,1,2,3", "b,B,TX,1,2,")).Errors.Select(error => error.ToString()));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private HospitalFile Read(params string[] lines) => HospitalFile.Read(folder.Write("hospitals.csv", lines));
}
