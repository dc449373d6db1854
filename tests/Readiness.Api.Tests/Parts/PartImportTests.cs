using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Tests.Parts;

/// <summary>Files that come in over HTTP.</summary>
public sealed class PartImportTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Csv = "text/csv";
    private const string Header = "place,item,quantity,expires\r\n";
    private static readonly string Xlsx = TableFormat.Workbook.MediaType;
    private static readonly string Place = TinyDistrict.District.Facilities[0].Id;
    private static readonly string Article = TinyDistrict.District.Items[0].Id;

    private readonly HttpClient client = server.Client;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_fetched_changed_and_posted_is_the_next_version(string format)
    {
        string path = await AddAsync($"next-{format}");
        foreach (string part in (string[])["stock", "staff", "shipments"])
        {
            using HttpResponseMessage file = await client.GetAsync($"{path}/{part}.{format}", JsonHttp.Token);
            Assert.Equal($"next-{format}-{part}.{format}", file.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
            byte[] body = await file.Content.ReadAsByteArrayAsync(JsonHttp.Token);
            string before = await client.GetStringAsync(path, JsonHttp.Token);
            using HttpResponseMessage posted = await PostAsync($"{path}/{part}", body, file.Content.Headers.ContentType!.ToString(), file.Headers.ETag!.Tag);
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
            Assert.NotEqual(file.Headers.ETag.Tag, posted.Headers.ETag!.Tag);
            Assert.Equal(before, await client.GetStringAsync(path, JsonHttp.Token));
            using HttpResponseMessage late = await PostAsync($"{path}/{part}", body, file.Content.Headers.ContentType.ToString(), file.Headers.ETag.Tag);
            await late.ProblemAsync(HttpStatusCode.PreconditionFailed);
        }
    }

    [Fact]
    public async Task The_rows_are_what_the_document_has_afterwards()
    {
        string path = await AddAsync("rows");
        using HttpResponseMessage stock = await PostAsync(
            $"{path}/stock", $"\uFEFFItem;Place;Expires;Quantity\r\n\"{Article}\";{Place};;12\r\n;;;\r\n{Article};{Place};2020-03-01;0\r\n\r\n");
        Assert.Equal(HttpStatusCode.OK, stock.StatusCode);
        District district = DistrictDocument.Read(await client.GetStringAsync(path, JsonHttp.Token));
        Assert.Equal([new StockLot(Place, Article, 12), new StockLot(Place, Article, 0, new DateOnly(2020, 3, 1))], district.StockLots);

        DateOnly day = district.Horizon.Start;
        using HttpResponseMessage shipments = await PostAsync(
            $"{path}/shipments?mode=merge", $"id,item,to,quantity,arrives,expires,arrival\nnew,{Article},{Place},5,{day:O},,0:0.5 2:0.25:0.5\n");
        Assert.Equal(HttpStatusCode.OK, shipments.StatusCode);
        District merged = DistrictDocument.Read(await client.GetStringAsync(path, JsonHttp.Token));
        Assert.Equal(district.Shipments.Length + 1, merged.Shipments.Length);
        Assert.Equal([new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.25, 0.5)], merged.Shipments[^1].Arrival);

        StaffMember person = district.Staff[0];
        using HttpResponseMessage staff = await PostAsync(
            $"{path}/staff",
            "id,home,skills,contract,lendable,history,absences\n"
            + $"one,{person.Home},{string.Join(' ', person.Skills)},{person.Contract},"
            + $"FALSE,{day.AddDays(-1):O}:{district.ShiftTypes[0].Id},{day:O}:{day:O}:sick\n");
        Assert.Equal(HttpStatusCode.OK, staff.StatusCode);
        District small = DistrictDocument.Read(await client.GetStringAsync(path, JsonHttp.Token));
        StaffMember only = Assert.Single(small.Staff);
        Assert.False(only.Lendable);
        Assert.Equal(new WorkedShift(day.AddDays(-1), district.ShiftTypes[0].Id), Assert.Single(only.History));
        Assert.Equal(new Absence("one", day, day, AbsenceKind.Sick), Assert.Single(small.Absences));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_row_and_column_and_nothing_is_imported()
    {
        string path = await AddAsync("faulty");
        string before = await client.GetStringAsync(path, JsonHttp.Token);
        string file = Header
            + $"nowhere,{Article},\"1,500\",\r\n"
            + $"{Place},{Article},1.5e3,24.1.2020\r\n"
            + $"{Place},,-1,1999-01-01\r\n"
            + $"{Place},{Article}\r\n"
            + $"{Place},{Article},007,\r\n";
        JsonElement[] errors = await ErrorsAsync($"{path}/stock", file);
        Assert.Equal(
            [
                (2, "A", "place", "nowhere"), (2, "C", "quantity", "1,500"), (3, "C", "quantity", "1.5e3"), (3, "D", "expires", "24.1.2020"),
                (4, "B", "item", null), (4, "C", "quantity", "-1"), (4, "D", "expires", "1999-01-01"), (5, null, null, null), (6, "C", "quantity", "007"),
            ],
            errors.Select(Place4).Order());
        Assert.Contains(errors, error => error.GetProperty("pointer").GetString() == "/stockLots/1/expires");
        Assert.Equal(before, await client.GetStringAsync(path, JsonHttp.Token));
    }

    [Fact]
    public async Task A_header_that_differs_is_told_column_by_column_beside_the_faults_of_the_rows()
    {
        string path = await AddAsync("headers");
        JsonElement[] errors = await ErrorsAsync($"{path}/stock", $"place,colour,item,place,quantity,\r\n{Place},red,moon,{Place},1,\r\n");
        Assert.Equal(
            [(1, null, null, null), (1, "B", "colour", "colour"), (1, "D", "place", "place"), (1, "F", "", null), (2, "C", "item", "moon")],
            errors.Select(Place4).Order());
    }

    [Fact]
    public async Task Faults_of_people_lead_to_their_rows_also_from_their_absences_and_from_other_rows()
    {
        string path = await AddAsync("people");
        StaffMember person = TinyDistrict.District.Staff[0];
        string rest = $"{person.Home},{string.Join(' ', person.Skills)},{person.Contract},true";
        DateOnly day = TinyDistrict.District.Horizon.Start;
        JsonElement[] errors = await ErrorsAsync(
            $"{path}/staff",
            "id,home,skills,contract,lendable,history,absences\n"
            + $"one,{rest},,{day:O}:{day.AddDays(-1):O}:leave\n"
            + $"one,{rest},{day:O}:nothing,\n"
            + $"two,{person.Home},,{person.Contract},perhaps,a:b:c,{day:O}:{day:O}:bored\n"
            + $",{rest},,{day:O}:{day:O}:leave\n");
        Assert.Equal(
            [(2, "G"), (3, "A"), (3, "F"), (3, "F"), (4, "C"), (4, "E"), (4, "F"), (4, "G"), (5, "A")],
            errors.Select(error => (Place4(error).Item1, Place4(error).Item2)).Order());
        Assert.Contains(errors, error => error.GetProperty("message").GetString()!.Contains("row 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\r\nplace\r\n", 1)]
    [InlineData("place;item,quantity,expires\r\n", 1)]
    [InlineData("place,item,quantity,expires\r\n\"a,b\r\n", 2)]
    [InlineData("place,item,quantity,expires\r\na\"b,c,1,\r\n", 2)]
    public async Task A_text_that_is_no_table_is_refused_with_its_place(string file, int row)
    {
        string path = await AddAsync("text");
        JsonElement[] errors = await ErrorsAsync($"{path}/stock", file);
        Assert.Contains(errors, error => error.GetProperty("row").GetInt32() == row);
    }

    [Fact]
    public async Task A_hopeless_file_gets_a_bounded_answer()
    {
        string path = await AddAsync("hopeless");
        JsonElement[] errors = await ErrorsAsync($"{path}/stock", Header + string.Concat(Enumerable.Repeat("short\r\n", 3000)));
        Assert.Equal(1001, errors.Length);
        Assert.Matches("^20[0-9]{2} further errors", errors[^1].GetProperty("message").GetString());
        JsonElement[] rows = await ErrorsAsync($"{path}/stock", Header + string.Concat(Enumerable.Repeat($"{Place},{Article},1,\r\n", 100_001)));
        Assert.Contains("more than 100001 rows", Assert.Single(rows).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused_with_its_place()
    {
        string path = await AddAsync("latin");
        using HttpResponseMessage response = await PostAsync($"{path}/stock", [.. "place,item\nA,é"u8, 0xE9, (byte)',', (byte)'\n'], Csv);
        JsonElement error = Assert.Single((await response.ProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray());
        Assert.Contains("0xE9 at line 2, byte 5", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        using HttpResponseMessage declared = await PostAsync($"{path}/stock", Encoding.UTF8.GetBytes(Header), "text/csv; charset=iso-8859-1");
        await declared.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Requests_that_miss_something_are_refused()
    {
        string path = await AddAsync("requests");
        byte[] file = Encoding.UTF8.GetBytes(Header);
        using HttpResponseMessage unseen = await PostAsync($"{path}/stock", file, Csv, tag: null);
        await unseen.ProblemAsync((HttpStatusCode)428);
        using HttpResponseMessage missing = await PostAsync("/v1/baselines/nowhere/stock", file, Csv);
        await missing.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage json = await PostAsync($"{path}/stock", file, "application/json");
        Assert.Contains(Csv, (await json.ProblemAsync(HttpStatusCode.UnsupportedMediaType)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using HttpResponseMessage mode = await PostAsync($"{path}/stock?mode=perhaps&colour=red", file, Csv);
        Assert.Equal(["/colour", "/mode"], (await mode.FaultsAsync()).Order());
        using HttpResponseMessage part = await client.GetAsync($"{path}/lanes.csv", JsonHttp.Token);
        await part.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage format = await client.GetAsync($"{path}/stock.pdf", JsonHttp.Token);
        Assert.Contains("csv, xlsx", (await format.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv;q=0.5, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")]
    [InlineData("text/*", "csv")]
    [InlineData("*/*", "csv")]
    [InlineData("text/csv;q=0, */*;q=0.1", "xlsx")]
    [InlineData("application/pdf", null)]
    public async Task The_client_gets_the_format_that_it_accepts(string accept, string? suffix)
    {
        string path = await AddAsync("accept");
        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Get, $"{path}/stock", "Accept", accept);
        Assert.Contains("Accept", response.Headers.Vary);
        if (suffix is null)
        {
            Assert.Contains(Xlsx, (await response.ProblemAsync(HttpStatusCode.NotAcceptable)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"accept-stock.{suffix}", response.Content.Headers.ContentDisposition!.FileName);
        }
    }

    [Fact]
    public async Task Cells_of_a_workbook_count_by_their_kind()
    {
        string path = await AddAsync("kinds");
        Table good = new("stock", ["place", "item", "quantity", "expires"], [[Place, Article, 7L, new DateOnly(2020, 3, 1)], [Place, Article, "8", "2020-03-02"]]);
        using HttpResponseMessage posted = await PostAsync($"{path}/stock", WorkbookFile.Write(good), Xlsx);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        District district = DistrictDocument.Read(await client.GetStringAsync(path, JsonHttp.Token));
        Assert.Equal([(7, new DateOnly(2020, 3, 1)), (8, new DateOnly(2020, 3, 2))], district.StockLots.Select(lot => (lot.Quantity, lot.Expires!.Value)));

        Table faulty = good with
        {
            Rows = [[12L, new DateOnly(2020, 1, 2), 1.5, 43831L], [Place, Article, true, new DateTime(2020, 3, 1, 12, 0, 0)], [Place, Article, 1e300, null]],
        };
        JsonElement[] errors = await ErrorsAsync($"{path}/stock", WorkbookFile.Write(faulty), Xlsx);
        Assert.Equal(
            [(2, "A"), (2, "B"), (2, "C"), (2, "D"), (3, "C"), (3, "D"), (4, "C")],
            errors.Select(error => (Place4(error).Item1, Place4(error).Item2)).Order());
        Assert.Equal(1.5, errors.Single(error => Place4(error) is (2, "C", _, _)).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task The_sheet_of_the_part_is_read_where_a_workbook_has_several()
    {
        string path = await AddAsync("sheets");
        Table stock = new("stock", ["place", "item", "quantity", "expires"], [[Place, Article, 7L, null]]);
        Table notes = new("notes", ["text"], [["=1+1"]]);
        using HttpResponseMessage posted = await PostAsync($"{path}/stock", WorkbookFile.Write(notes, stock), Xlsx);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        JsonElement[] errors = await ErrorsAsync($"{path}/staff", WorkbookFile.Write(notes, stock), Xlsx);
        Assert.Contains("notes, stock", Assert.Single(errors).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_only_pretend_to_be_workbooks_are_refused()
    {
        string path = await AddAsync("hostile");
        byte[] good = WorkbookFile.Write(new Table("stock", ["place", "item", "quantity", "expires"], []));
        byte[][] files =
        [
            [],
            "place,item"u8.ToArray(),
            good[..(good.Length / 2)],
            Changed(good, "xl/workbook.xml", null),
            Changed(good, "xl/workbook.xml", "<x:workbook"),
            Changed(good, "xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"),
            Changed(good, "xl/worksheets/sheet1.xml", Worksheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData>")),
            Changed(good, "xl/worksheets/sheet1.xml", Worksheet(
                "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>")),
            Understated(good, "xl/worksheets/sheet1.xml"),
            Changed(good, "xl/media/bomb.bin", new string('0', 1024 * 1024), times: 130),
        ];
        foreach (byte[] file in files)
        {
            Assert.NotEmpty(await ErrorsAsync($"{path}/stock", file, Xlsx));
        }
    }

    [Fact]
    public async Task A_request_that_is_sent_twice_with_a_key_makes_one_version()
    {
        string path = await AddAsync("twice");
        string tag = (await client.GetAsync(path, JsonHttp.Token)).Headers.ETag!.Tag;
        List<string> tags = [];
        for (int i = 0; i < 2; i++)
        {
            HttpRequestMessage request = Request($"{path}/stock", Encoding.UTF8.GetBytes(Header), Csv, tag);
            request.Headers.Add("Idempotency-Key", "once");
            using HttpResponseMessage response = await client.SendAsync(request, JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(tags[0], tags[1]);
    }

    private static (int?, string?, string?, string?) Place4(JsonElement error) => (
        error.GetProperty("row") is { ValueKind: JsonValueKind.Number } row ? row.GetInt32() : null,
        error.GetProperty("column").GetString(),
        error.GetProperty("header").GetString(),
        error.GetProperty("value") is { ValueKind: JsonValueKind.Null } ? null : error.GetProperty("value").ToString());

    private static string Worksheet(string content) => $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{content}</worksheet>";

    private static byte[] Changed(byte[] workbook, string entry, string? text, int times = 1)
    {
        using MemoryStream stream = new();
        stream.Write(workbook);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(entry)?.Delete();
            if (text is not null)
            {
                using StreamWriter writer = new(archive.CreateEntry(entry).Open());
                for (int i = 0; i < times; i++)
                {
                    writer.Write(text);
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>A workbook whose directory says that a part is smaller than it is. Who believed in the part all the same would unpack more than was allowed.</summary>
    private static byte[] Understated(byte[] workbook, string entry)
    {
        const int LengthOffset = 24, NameOffset = 46;
        byte[] changed = [.. workbook];
        int name = changed.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(entry));
        BitConverter.TryWriteBytes(changed.AsSpan(name - NameOffset + LengthOffset), 100);
        return changed;
    }

    private static HttpRequestMessage Request(string path, byte[] file, string type, string? tag)
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return request;
    }

    private Task<HttpResponseMessage> PostAsync(string path, byte[] file, string type, string? tag = "*") =>
        client.SendAsync(Request(path, file, type, tag), JsonHttp.Token);

    private Task<HttpResponseMessage> PostAsync(string path, string file) => PostAsync(path, Encoding.UTF8.GetBytes(file), Csv);

    private Task<JsonElement[]> ErrorsAsync(string path, string file) => ErrorsAsync(path, Encoding.UTF8.GetBytes(file), Csv);

    private async Task<JsonElement[]> ErrorsAsync(string path, byte[] file, string type)
    {
        using HttpResponseMessage response = await PostAsync(path, file, type);
        JsonElement[] errors = [.. (await response.ProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray()];
        Assert.All(errors, error => Assert.False(string.IsNullOrEmpty(error.GetProperty("message").GetString())));
        return errors;
    }

    private async Task<string> AddAsync(string id)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", DistrictDocument.Write(TinyDistrict.District with { Id = id }));
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict });
        return $"/v1/baselines/{id}";
    }
}
