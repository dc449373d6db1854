using System.Collections.Immutable;
using System.Text;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

public sealed class DocumentTests
{
    [Fact]
    public void The_small_district_is_valid() => Assert.Empty(DistrictValidator.Validate(SmallDistrict.Make()));

    [Fact]
    public void Writing_and_reading_loses_nothing()
    {
        string written = DistrictDocument.Write(SmallDistrict.Make());
        District read = DistrictDocument.Read(written);

        Assert.Equal(written, DistrictDocument.Write(read));
        Assert.Equal(new TimeOnly(20, 30), read.ShiftTypes[1].Start);
        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Monday], read.Duties[0].Weekdays);
        Assert.Equal("小区", read.Name.Zh);
        Assert.Equal(2.5, read.Items[0].LitresPerPack);
        Assert.Contains("小区", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_not_written_and_come_back()
    {
        string written = DistrictDocument.Write(SmallDistrict.Make());
        Assert.DoesNotContain("packSize\": 1,", written, StringComparison.Ordinal);
        Assert.DoesNotContain("lendingShare", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"end\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("null", written, StringComparison.Ordinal);

        District read = DistrictDocument.Read(written);
        Assert.Equal(0.5, read.Policy.LendingShare);
        Assert.Equal(50, read.Policy.Quarantine.MaxDistanceKm);
        Assert.Equal(8, read.Epidemic.Rates.ContactsPerCase);
        Assert.Equal(660, read.Contracts[0].MinRestMinutes);
        Assert.True(read.Staff[0].Lendable);
        Assert.Equal(1, read.Items[1].PackSize);
        Assert.False(read.Duties[1].Weekdays.IsDefault);
    }

    [Fact]
    public void A_document_of_required_properties_only_has_empty_collections()
    {
        District bare = SmallDistrict.Make() with
        {
            Sources = [],
            Items = [],
            StockLots = [],
            Shipments = [],
            Offers = [],
            Recipes = [],
            Lanes = [],
            Kits = [],
            BurnRates = [],
            Skills = [],
            ShiftTypes = [],
            Contracts = [],
            Staff = [],
            Absences = [],
            Duties = [],
            CandidateSites = [],
        };
        string written = DistrictDocument.Write(bare);
        Assert.DoesNotContain("stockLots", written, StringComparison.Ordinal);
        District read = DistrictDocument.Read(written);
        Assert.Equal(ImmutableArray<StockLot>.Empty, read.StockLots);
        Assert.Equal(ImmutableArray<CandidateSite>.Empty, read.CandidateSites);
    }

    [Fact]
    public void A_file_is_read_with_and_without_byte_order_mark()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            DistrictDocument.Save(SmallDistrict.Make(), path);
            Assert.Equal("small", District.Load(path).Id);
            File.WriteAllText(path, File.ReadAllText(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal("small", DistrictDocument.Load(path).Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Streams_and_bytes_are_read()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(DistrictDocument.Write(SmallDistrict.Make()));
        using var stream = new MemoryStream(bytes);
        Assert.Equal("small", DistrictDocument.Read(stream).Id);
        Assert.Equal("small", DistrictDocument.Read(bytes.AsSpan()).Id);
    }

    [Fact]
    public void An_invalid_district_is_not_written()
    {
        District broken = SmallDistrict.Make() with { Id = "a b" };
        var exception = Assert.Throws<DistrictFormatException>(() => DistrictDocument.Write(broken));
        Assert.Equal("/id", Assert.Single(exception.Errors).Pointer);
    }

    [Fact]
    public void Unknown_names_are_said_to_be_unknown()
    {
        Assert.Throws<FileNotFoundException>(() => District.Load("no-such-district"));
        Assert.Throws<ArgumentException>(() => DistrictDocument.LoadSample("no-such-district"));
    }

    [Fact]
    public void Every_sample_is_valid_and_survives_a_round_trip()
    {
        Assert.All(DistrictDocument.SampleNames, name =>
        {
            District sample = District.Load(name);
            string written = DistrictDocument.Write(sample);
            Assert.Equal(written, DistrictDocument.Write(DistrictDocument.Read(written)));
        });
    }
}
