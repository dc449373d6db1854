using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Readiness.Api.Tables;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Tests.PlanFiles;

/// <summary>Parts of a plan as files.</summary>
public sealed class PlanFileTests(PlannedServer server) : IClassFixture<PlannedServer>
{
    private static readonly string[] Parts = ["shipments", "purchases", "issues", "substitutions", "roster", "sites", "admissions", "unmet"];

    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_row_of_a_file_says_what_the_decision_says_with_its_names()
    {
        PlanDecisions decisions = server.Decisions;
        District district = server.District;
        Dictionary<string, string> shipment = Assert.Single(await RowsAsync("shipments"));
        Assert.Equal(("40", "4", "piece"), (shipment["quantity"], shipment["packs"], shipment["unit"]));
        Assert.Equal((decisions.Shipments[0].From, server.Store.Name.En), (shipment["from"], shipment["fromName"]));
        Assert.Equal("医院", shipment["toNameZh"]);
        Assert.Equal($"{decisions.Shipments[0].Arrives:O}", shipment["arrives"]);

        Dictionary<string, string> purchase = Assert.Single(await RowsAsync("purchases"));
        Assert.Equal(("3", "60", "12.5", "37.5"), (purchase["lots"], purchase["quantity"], purchase["pricePerLot"], purchase["price"]));
        Assert.Equal(($"{district.Horizon.Start:O}", $"{district.Horizon.DateOf(2):O}"), (purchase["orderOn"], purchase["arrives"]));

        Dictionary<string, string> shift = Assert.Single(await RowsAsync("roster"));
        ShiftType type = district.ShiftTypes.Single(type => type.Id == decisions.Assignments[0].Shift);
        Assert.Equal($"{district.Horizon.Start:O}T{type.Start:HH:mm}", shift["start"]);
        Assert.Equal(type.LengthMinutes, (DateTime.Parse(shift["end"]) - DateTime.Parse(shift["start"])).TotalMinutes);
        Assert.Equal(server.Hospital, shift["place"]);

        Dictionary<string, string>[] issues = [.. await RowsAsync("issues")];
        Assert.Equal([district.BurnRates[0].Place, server.Site.Id], issues.Select(issue => issue["place"]));
        Dictionary<string, string> site = Assert.Single(await RowsAsync("sites"));
        Assert.Equal(("5", "5", $"{server.Site.Rooms}"), (site["guests"], site["mostOccupied"], site["rooms"]));
        Assert.Equal(["2", "3"], (await RowsAsync("admissions")).Select(admission => admission["guests"]));
        Assert.Equal(("guests", "staff", "9"), Assert.Single(await RowsAsync("unmet")) is var unmet ? (unmet["kind"], unmet["cause"], unmet["amount"]) : default);
        Assert.Empty(await RowsAsync("substitutions"));
    }

    [Fact]
    public async Task No_name_becomes_a_formula()
    {
        Assert.Equal("'" + PlannedServer.Formula, Assert.Single(await RowsAsync("shipments"))["itemName"]);
        using ZipArchive archive = await WorkbookAsync("plan/shipments.xlsx");
        XDocument sheet = Xml(archive, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain(sheet.Descendants(), element => element.Name.LocalName == "f");
        XElement cell = sheet.Descendants().Single(element => element.Name.LocalName == "c" && element.Value == PlannedServer.Formula);
        Assert.Equal("str", cell.Attribute("t")!.Value);
    }

    [Fact]
    public async Task The_workbook_of_a_plan_has_a_sheet_for_each_part_with_numbers_as_numbers_and_days_as_days()
    {
        using ZipArchive archive = await WorkbookAsync("plan.xlsx");
        IEnumerable<XElement> sheets = Xml(archive, "xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "sheet");
        Assert.Equal(Parts, sheets.Select(sheet => sheet.Attribute("name")!.Value));
        XElement[] rows = [.. Xml(archive, "xl/worksheets/sheet1.xml").Descendants().Where(element => element.Name.LocalName == "row")];
        Assert.Equal(2, rows.Length);
        XElement[] header = [.. rows[0].Elements()];
        XElement[] cells = [.. rows[1].Elements()];
        int quantity = Array.FindIndex(header, cell => cell.Value == "quantity");
        Assert.Equal(("n", "40"), (cells[quantity].Attribute("t")!.Value, cells[quantity].Value));
        int day = int.Parse(cells[Array.FindIndex(header, cell => cell.Value == "day")].Value);
        Assert.Equal(server.District.Horizon.Start.DayNumber - new DateOnly(1899, 12, 30).DayNumber, day);
    }

    [Fact]
    public async Task Every_part_has_the_same_cells_in_both_formats()
    {
        foreach (string part in Parts)
        {
            List<TableFault> faults = [];
            using HttpResponseMessage workbook = await client.GetAsync($"{server.Path}/plan/{part}.xlsx", JsonHttp.Token);
            IReadOnlyList<TableRow> sheet = WorkbookFile.Read(await workbook.Content.ReadAsByteArrayAsync(JsonHttp.Token), part, 100, faults);
            Assert.Empty(faults);
            List<Dictionary<string, string>> csv = await RowsAsync(part);
            Assert.Equal(csv.Count, sheet.Count - 1);
            Assert.All(sheet.Skip(1).Zip(csv), pair => Assert.Equal(pair.Second.Values.Select(value => value.Length == 0), pair.First.Cells.Select(TableRow.IsEmpty)));
            Assert.All(csv, row => Assert.Equal(sheet[0].Cells, row.Keys));
        }
    }

    [Fact]
    public async Task The_map_has_sites_as_points_and_flows_as_lines_with_the_longitude_first()
    {
        using HttpResponseMessage response = await client.GetAsync($"{server.Path}/plan/sites.geojson", JsonHttp.Token);
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement map = await response.JsonAsync();
        Assert.Equal("FeatureCollection", map.GetProperty("type").GetString());
        JsonElement[] features = [.. map.GetProperty("features").EnumerateArray()];
        Assert.All(features, feature => Assert.Equal("Feature", feature.GetProperty("type").GetString()));
        Assert.Equal(server.District.CandidateSites.Length, features.Count(feature => Kind(feature) == "site"));
        JsonElement site = features.Single(feature => Kind(feature) == "site" && feature.GetProperty("properties").GetProperty("open").GetBoolean());
        Assert.Equal("Point", site.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal([server.Site.Location.Longitude, server.Site.Location.Latitude], Numbers(site.GetProperty("geometry").GetProperty("coordinates")));
        JsonElement occupancy = site.GetProperty("properties").GetProperty("occupancy");
        Assert.Equal([2, 5], occupancy.EnumerateObject().Take(2).Select(day => day.Value.GetInt32()));

        JsonElement guests = Assert.Single(features, feature => Kind(feature) == "guests");
        Assert.Equal(5, guests.GetProperty("properties").GetProperty("guests").GetInt32());
        GeoPoint zone = server.District.Zones[0].Location;
        Assert.Equal([zone.Longitude, zone.Latitude], Numbers(guests.GetProperty("geometry").GetProperty("coordinates")[0]));
        JsonElement shipments = Assert.Single(features, feature => Kind(feature) == "shipments");
        Assert.Equal("LineString", shipments.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(40, shipments.GetProperty("properties").GetProperty("quantities").GetProperty(server.District.Items[0].Id).GetInt32());
    }

    [Theory]
    [InlineData("sites", "application/geo+json", "application/geo+json")]
    [InlineData("sites", "text/csv, application/geo+json;q=0.5", "text/csv")]
    [InlineData("roster", "*/*", "text/csv")]
    public async Task The_client_gets_the_format_that_it_accepts(string part, string accept, string type)
    {
        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Get, $"{server.Path}/plan/{part}", "Accept", accept);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.StartsWith("planned-what-if---all-", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_not_is_refused_with_what_there_is()
    {
        using HttpResponseMessage accept = await client.SendAsync(HttpMethod.Get, $"{server.Path}/plan/roster", "Accept", "application/geo+json");
        Assert.Contains("text/csv", (await accept.ProblemAsync(HttpStatusCode.NotAcceptable)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using HttpResponseMessage part = await client.GetAsync($"{server.Path}/plan/lorries.csv", JsonHttp.Token);
        Assert.Contains("shipments", (await part.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using HttpResponseMessage format = await client.GetAsync($"{server.Path}/plan/roster.geojson", JsonHttp.Token);
        await format.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage scenario = await client.GetAsync("/v1/scenarios/nowhere/plan/roster.csv", JsonHttp.Token);
        await scenario.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_scenario_without_a_plan_has_no_files()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer waiting = new(planner.Plan);
        using HttpResponseMessage posted = await waiting.Client.PostJsonAsync("/v1/scenarios", """{ "baseline": "xishan", "name": "x", "changes": [] }""");
        string id = (await posted.JsonAsync()).GetProperty("id").GetString()!;
        foreach (string path in (string[])["plan", "plan.xlsx", "plan/sites.csv", "plan/orders", "plan/orders/hospital"])
        {
            using HttpResponseMessage response = await waiting.Client.GetAsync($"/v1/scenarios/{id}/{path}", JsonHttp.Token);
            await response.ProblemAsync(HttpStatusCode.Conflict);
        }
    }

    private static string? Kind(JsonElement feature) => feature.GetProperty("properties").GetProperty("kind").GetString();

    private static double[] Numbers(JsonElement position) => [.. position.EnumerateArray().Select(number => number.GetDouble())];

    private static XDocument Xml(ZipArchive archive, string entry)
    {
        using Stream stream = archive.GetEntry(entry)!.Open();
        return XDocument.Load(stream);
    }

    private async Task<ZipArchive> WorkbookAsync(string path) =>
        new(new MemoryStream(await client.GetByteArrayAsync($"{server.Path}/{path}", JsonHttp.Token)));

    private async Task<List<Dictionary<string, string>>> RowsAsync(string part)
    {
        List<TableFault> faults = [];
        IReadOnlyList<TableRow> rows = CsvFile.Read(await client.GetByteArrayAsync($"{server.Path}/plan/{part}.csv", JsonHttp.Token), 100, faults);
        Assert.Empty(faults);
        return [.. rows.Skip(1).Select(row => rows[0].Cells.Zip(row.Cells).ToDictionary(cell => (string)cell.First!, cell => (string)cell.Second!))];
    }
}
