using System.Text;
using System.Text.Json;
using CsCheck;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Whatever bytes come, the answer is a result with errors or a district, never another exception.</summary>
public sealed class HostileTests
{
    private static readonly string Valid = DistrictDocument.Write(SmallDistrict.Make());

    public static TheoryData<string> Documents { get; } = new()
    {
        string.Empty,
        " ",
        "null",
        "5",
        "[]",
        "{}",
        "\"small\"",
        "{",
        Valid + "x",
        Valid + Valid,
        "// comment\n" + Valid,
        Valid.Replace("\"id\": \"small\",", "\"id\": \"small\", /* why */", StringComparison.Ordinal),
        Valid.TrimEnd().TrimEnd('}') + ",}",
        string.Concat(Enumerable.Repeat("[", 100_000)),
        string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
        "\ud800",
        Valid.Replace("small", "sm\ud800all", StringComparison.Ordinal),
        Valid.Replace("\"Small\"", "\"\\ud800\"", StringComparison.Ordinal),
        Valid.Replace("\"clinic\"", "\"\\udc00clinic\"", StringComparison.Ordinal),
        Valid.Replace("\"region\"", "\"\\ud800\"", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": 1e400", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": -1e400", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": NaN", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": 007", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", $"\"days\": {new string('9', 100_000)}", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": \"NaN\"", StringComparison.Ordinal),
        Valid.Replace("0.1,", "\"Infinity\",", StringComparison.Ordinal),
        Valid.Replace("2020-01-24", "9999-12-31", StringComparison.Ordinal),
        Valid.Replace("2020-01-24", "0001-01-01", StringComparison.Ordinal),
        Valid.Replace("\"from\"", "\"$ref\"", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"days\": 7, \"days\": 8", StringComparison.Ordinal),
        Valid.Replace("\"days\": 7", "\"Days\": 7", StringComparison.Ordinal),
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_refused(string json)
    {
        Assert.NotEmpty(DistrictDocument.TryRead(json).Errors);
        Assert.Throws<DistrictFormatException>(() => DistrictDocument.Read(json));
    }

    [Fact]
    public void A_repeated_property_is_found_where_it_is()
    {
        DistrictReadResult result = DistrictDocument.TryRead(Valid.Replace("\"days\": 7", "\"days\": 7, \"days\": 8", StringComparison.Ordinal));
        Assert.Equal(new DistrictError("/horizon/days", "8", "is given more than once"), Assert.Single(result.Errors));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_found_where_it_is()
    {
        DistrictReadResult value = DistrictDocument.TryRead(Valid.Replace("\"Small\"", "\"\\ud800\"", StringComparison.Ordinal));
        Assert.Equal(new DistrictError("/name/en", "\"\\ud800\"", "is not valid Unicode"), Assert.Single(value.Errors));

        DistrictReadResult name = DistrictDocument.TryRead(Valid.Replace("\"region\"", "\"\\ud800\"", StringComparison.Ordinal));
        Assert.Equal(["/epidemic", "/epidemic/region"], name.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void A_name_too_long_for_a_pointer_is_found_in_its_object()
    {
        string name = new('n', 201);
        DistrictError error = Assert.Single(DistrictDocument.TryRead(Valid.Replace("\"region\"", $"\"{name}\": 1, \"region\"", StringComparison.Ordinal)).Errors);
        Assert.Equal("/epidemic", error.Pointer);
        Assert.StartsWith("{", error.Value, StringComparison.Ordinal);
        Assert.Contains("longer than 200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_in_a_parsed_document_are_found_where_they_are()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Valid);
        bytes[Valid.IndexOf("Small", StringComparison.Ordinal)] = 0xff;
        using JsonDocument document = JsonDocument.Parse(bytes);
        Assert.Equal(new DistrictError("/name/en", "\"\uFFFDmall\"", "is not valid Unicode"), Assert.Single(DistrictDocument.TryRead(document.RootElement).Errors));
    }

    [Fact]
    public void A_great_many_broken_texts_and_names_are_answered()
    {
        // Each costs an exception if it is decoded before it is looked at, and every rule looks names up.
        string broken = string.Concat(Enumerable.Repeat("\"\\ud800\":\"\\udc00\",", 20_000));
        Assert.Equal(1_001, DistrictDocument.TryRead(Valid.Replace("\"region\"", $"{broken}\"region\"", StringComparison.Ordinal)).Errors.Length);
    }

    [Fact]
    public void Broken_UTF_8_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Valid);
        bytes[Valid.IndexOf("small", StringComparison.Ordinal)] = 0xff;
        Assert.Equal("The document is not valid UTF-8.", Assert.Single(DistrictDocument.TryRead(bytes).Errors).Message);
        Assert.Throws<DistrictFormatException>(() => DistrictDocument.Read(bytes.AsSpan()));
    }

    [Fact]
    public void Any_bytes_give_a_result() =>
        Gen.Byte.Array[0, 200].Sample(bytes => DistrictDocument.TryRead(bytes).District is null, iter: 2_000);

    [Fact]
    public void Any_change_of_a_byte_gives_a_district_or_errors()
    {
        byte[] valid = Encoding.UTF8.GetBytes(Valid);
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).Sample(
            (position, value) =>
            {
                byte[] changed = [.. valid];
                changed[position] = value;
                DistrictReadResult result = DistrictDocument.TryRead(changed);
                return result.Errors.IsEmpty == (result.District is not null);
            },
            iter: 1_000);
    }

    [Fact]
    public void A_piece_of_the_document_in_the_place_of_another_gives_a_district_or_errors()
    {
        string[] lines = Valid.Split('\n');
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, lines.Length - 1]).Sample(
            (from, to) =>
            {
                string[] changed = [.. lines];
                changed[to] = lines[from];
                DistrictReadResult result = DistrictDocument.TryRead(string.Join('\n', changed));
                return result.Errors.IsEmpty == (result.District is not null);
            },
            iter: 1_000);
    }
}
