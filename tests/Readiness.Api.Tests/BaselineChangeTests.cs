using System.Net;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Api.Tests;

/// <summary>Versions of baselines over HTTP.</summary>
public sealed class BaselineChangeTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_baseline_is_replaced_and_deleted_only_by_somebody_who_has_seen_the_current_version()
    {
        District district = TinyDistrict.District with { Id = "versioned" };
        string path = "/v1/baselines/versioned";
        using HttpResponseMessage created = await client.PostJsonAsync("/v1/baselines", DistrictDocument.Write(district));
        string first = created.Headers.ETag!.Tag;
        Assert.Equal(first, await TagAsync(path));
        using HttpResponseMessage unchanged = await client.SendAsync(HttpMethod.Get, path, "If-None-Match", $"W/{first}");
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        string json = DistrictDocument.Write(district with { Name = new LocalizedName("newer", "较新") });
        using HttpResponseMessage careless = await client.SendAsync(HttpMethod.Put, path, json: json);
        await careless.ProblemAsync((HttpStatusCode)428);
        using HttpResponseMessage mistaken = await client.SendAsync(HttpMethod.Put, path, "If-Match", "\"77\"", json);
        await mistaken.ProblemAsync(HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage weak = await client.SendAsync(HttpMethod.Put, path, "If-Match", $"W/{first}", json);
        await weak.ProblemAsync(HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage put = await client.SendAsync(HttpMethod.Put, path, "If-Match", first, json);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        string second = put.Headers.ETag!.Tag;
        Assert.NotEqual(first, second);
        Assert.Equal(second, await TagAsync(path));
        Assert.Equal(json, await client.GetStringAsync(path, JsonHttp.Token));

        using HttpResponseMessage unseen = await client.SendAsync(HttpMethod.Delete, path);
        await unseen.ProblemAsync((HttpStatusCode)428);
        using HttpResponseMessage late = await client.SendAsync(HttpMethod.Delete, path, "If-Match", first);
        await late.ProblemAsync(HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage deleted = await client.SendAsync(HttpMethod.Delete, path, "If-Match", $"\"9\", {second}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using HttpResponseMessage gone = await client.SendAsync(HttpMethod.Put, path, "If-Match", "*", json);
        await gone.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage again = await client.PostJsonAsync("/v1/baselines", json);
        Assert.DoesNotContain(again.Headers.ETag!.Tag, new[] { first, second });
    }

    [Fact]
    public async Task A_document_with_another_id_replaces_nothing()
    {
        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Put, "/v1/baselines/xishan", "If-Match", "*", TinyDistrict.Json);
        Assert.Equal(["/id"], await response.FaultsAsync());
    }

    [Fact]
    public async Task A_list_tells_where_its_next_page_is()
    {
        await TinyDistrict.AddToAsync(client);
        List<string> ids = [];
        string? path = "/v1/baselines?limit=1";
        while (path is not null)
        {
            using HttpResponseMessage response = await client.GetAsync(path, JsonHttp.Token);
            JsonElement page = await response.JsonAsync();
            ids.Add(Assert.Single(page.EnumerateArray()).GetProperty("id").GetString()!);
            path = response.NextPage();
        }

        Assert.Equal((await client.GetJsonAsync("/v1/baselines")).EnumerateArray().Select(b => b.GetProperty("id").GetString()), ids);
        Assert.True(ids.Count >= 2);
        using HttpResponseMessage faulty = await client.GetAsync("/v1/baselines?limit=0&colour=red&after=a&after=b", JsonHttp.Token);
        Assert.Equal(["/after", "/colour", "/limit"], (await faulty.FaultsAsync()).Order());
    }

    private async Task<string> TagAsync(string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path, JsonHttp.Token);
        return response.Headers.ETag!.Tag;
    }
}
