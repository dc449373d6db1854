using System.Net;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Api.Tests;

public sealed class AssessmentTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Path = "/v1/baselines/xishan/assessment";
    private static readonly string[] Lists = ["supplies", "staff", "skills", "capacities"];

    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task The_inventory_of_the_sample_has_every_domain_with_light_figures_and_arithmetic()
    {
        JsonElement inventory = await client.GetJsonAsync(Path);

        Assert.Equal("xishan", inventory.GetProperty("district").GetString());
        Assert.Equal(
            ["isolation", "laboratory", "quarantine", "skills", "staff", "supplies"],
            inventory.GetProperty("scorecard").EnumerateArray().Select(score => score.GetProperty("domain").GetString()!).Order());
        foreach (JsonElement entry in Lists.SelectMany(list => inventory.GetProperty(list).EnumerateArray()))
        {
            Assert.Contains(entry.GetProperty("light").GetString(), new[] { "green", "amber", "red" });
            Assert.True(entry.GetProperty("capacity").GetDouble() >= 0);
            Assert.True(entry.GetProperty("need").GetDouble() >= 0);
            Assert.True(entry.GetProperty("missing").GetDouble() >= 0);
            Assert.False(string.IsNullOrWhiteSpace(entry.GetProperty("explanation").GetString()));
        }

        JsonElement beds = inventory.GetProperty("capacities").EnumerateArray()
            .Single(entry => entry.GetProperty("domain").GetString() == "isolation");
        Assert.Equal("red", beds.GetProperty("light").GetString());
        Assert.Equal(24, beds.GetProperty("capacity").GetDouble());
        Assert.Equal("2020-01-31", beds.GetProperty("peakDay").GetString());
        Assert.Equal("hospital", beds.GetProperty("places")[0].GetProperty("place").GetString());
    }

    [Fact]
    public async Task A_place_shows_its_own_part_only()
    {
        JsonElement inventory = await client.GetJsonAsync(Path + "?place=hospital");

        Assert.NotEmpty(inventory.GetProperty("supplies").EnumerateArray());
        Assert.All(
            inventory.GetProperty("supplies").EnumerateArray().Concat(inventory.GetProperty("staff").EnumerateArray()),
            entry => Assert.Equal("hospital", entry.GetProperty("place").GetString()));
        Assert.Empty(inventory.GetProperty("skills").EnumerateArray());
        Assert.Equal(2, inventory.GetProperty("capacities").GetArrayLength());
    }

    [Fact]
    public async Task Parameters_change_what_is_assumed()
    {
        JsonElement home = await client.GetJsonAsync(Path);
        JsonElement sites = await client.GetJsonAsync(Path + "?housing=atSites&windowDays=7&greenDays=8&amberDays=7");

        Assert.Equal("atSites", sites.GetProperty("options").GetProperty("housing").GetString());
        Assert.Equal(7, sites.GetProperty("options").GetProperty("windowDays").GetInt32());
        Assert.True(Gown(sites).GetProperty("consumption").GetInt64() > Gown(home).GetProperty("consumption").GetInt64());
        // The district's gowns last six days then, seven otherwise.
        Assert.Equal("red", Gown(sites).GetProperty("light").GetString());
        Assert.Equal("amber", Gown(home).GetProperty("light").GetString());

        static JsonElement Gown(JsonElement inventory) => inventory.GetProperty("supplies").EnumerateArray()
            .First(entry => entry.GetProperty("item").GetString() == "gown" && entry.GetProperty("place").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Every_fault_of_the_parameters_is_told_at_once()
    {
        using HttpResponseMessage response = await client.GetAsync(
            Path + "?place=nowhere&housing=tents&windowDays=0&greenDays=-1&amberDays=x&surprise=1", JsonHttp.Token);

        Assert.Equal(
            ["/amberDays", "/greenDays", "/housing", "/place", "/surprise", "/windowDays"], (await response.FaultsAsync()).Order());
    }

    [Theory]
    [InlineData("greenDays=3", "/greenDays")]
    [InlineData("amberDays=16", "/amberDays")]
    [InlineData("windowDays=7&windowDays=8", "/windowDays")]
    [InlineData("windowDays=367", "/windowDays")]
    [InlineData("windowDays=1.5", "/windowDays")]
    [InlineData("windowDays=", "/windowDays")]
    [InlineData("a~b/c=1", "/a~0b~1c")]
    public async Task A_fault_says_where_it_is(string query, string pointer)
    {
        using HttpResponseMessage response = await client.GetAsync($"{Path}?{query}", JsonHttp.Token);
        Assert.Equal([pointer], await response.FaultsAsync());
    }

    [Fact]
    public async Task An_unknown_baseline_is_not_found()
    {
        using HttpResponseMessage response = await client.GetAsync("/v1/baselines/nowhere/assessment", JsonHttp.Token);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_posted_district_without_laboratory_and_beds_is_assessed_too()
    {
        District district = TinyDistrict.District with { Id = "bare" };
        district = district with { Facilities = [.. district.Facilities.Select(facility => facility with { TestsPerDay = 0, IsolationBeds = 0 })] };
        string json = DistrictDocument.Write(district);
        Assert.DoesNotContain("testsPerDay", json, StringComparison.Ordinal);
        using HttpResponseMessage created = await client.PostJsonAsync("/v1/baselines", json);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        JsonElement inventory = await client.GetJsonAsync("/v1/baselines/bare/assessment");

        JsonElement tests = inventory.GetProperty("capacities").EnumerateArray()
            .Single(entry => entry.GetProperty("domain").GetString() == "laboratory");
        Assert.Equal("red", tests.GetProperty("light").GetString());
        Assert.Equal(0, tests.GetProperty("value").GetDouble());
    }
}
