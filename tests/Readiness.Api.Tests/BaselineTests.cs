using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Districts;

namespace Readiness.Api.Tests;

public sealed class BaselineTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task The_sample_is_there_from_the_start()
    {
        JsonElement list = await client.GetJsonAsync("/v1/baselines");
        JsonElement sample = Assert.Single(list.EnumerateArray(), b => b.GetProperty("id").GetString() == "xishan");
        Assert.Equal(1200, sample.GetProperty("staff").GetInt32());
        Assert.Equal(10, sample.GetProperty("zones").GetInt32());
        Assert.Equal("2020-01-24", sample.GetProperty("horizon").GetProperty("start").GetString());
        Assert.Equal(28, sample.GetProperty("horizon").GetProperty("days").GetInt32());

        string document = await client.GetStringAsync("/v1/baselines/xishan", JsonHttp.Token);
        Assert.Equal("xishan", DistrictDocument.Read(document).Id);
    }

    [Fact]
    public async Task A_posted_district_comes_back_without_loss_and_never_changes()
    {
        District district = TinyDistrict.District with { Id = "posted" };
        string json = DistrictDocument.Write(district);

        using HttpResponseMessage created = await client.PostJsonAsync("/v1/baselines", json);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/v1/baselines/posted", created.Headers.Location?.ToString());
        Assert.Equal(district.Staff.Length, (await created.JsonAsync()).GetProperty("staff").GetInt32());

        using HttpResponseMessage back = await client.GetAsync(created.Headers.Location, JsonHttp.Token);
        Assert.Equal("application/json", back.Content.Headers.ContentType?.MediaType);
        Assert.Equal(json, await back.Content.ReadAsStringAsync(JsonHttp.Token));

        using HttpResponseMessage again = await client.PostJsonAsync("/v1/baselines", json);
        await again.ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_fault_of_a_district_is_told_at_once()
    {
        JsonObject document = JsonNode.Parse(DistrictDocument.Write(TinyDistrict.District with { Id = "faulty" }))!.AsObject();
        document["surprise"] = 1;
        document["horizon"]!["days"] = 0;
        document["stockLots"]![0]!["quantity"] = 100_000_000_000_000L;
        document["staff"]![0]!["home"] = "nowhere";

        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", document.ToJsonString());
        string[] pointers = await response.FaultsAsync();
        Assert.Superset(
            new HashSet<string> { "/surprise", "/horizon/days", "/stockLots/0/quantity", "/staff/0/home" }, pointers.ToHashSet());

        JsonElement home = (await response.JsonAsync()).GetProperty("errors").EnumerateArray()
            .First(e => e.GetProperty("pointer").GetString() == "/staff/0/home");
        Assert.Equal("nowhere", home.GetProperty("value").GetString());

        using HttpResponseMessage absent = await client.GetAsync("/v1/baselines/faulty", JsonHttp.Token);
        await absent.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("17")]
    public async Task A_district_must_be_an_object(string body)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", body);
        Assert.Equal([""], await response.FaultsAsync());
    }

    [Fact]
    public async Task The_schema_of_the_document_is_published()
    {
        using HttpResponseMessage response = await client.GetAsync("/v1/schema/district", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement schema = await response.JsonAsync();
        Assert.True(JsonElement.DeepEquals(DistrictSchema.Element, schema));
    }
}
