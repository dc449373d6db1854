using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Api.Security.Access;
using Readiness.Api.Storage;

namespace Readiness.Api.Tests.Security;

/// <summary>The audit log: who did what, and who tried.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly ScriptedPlanner planner = new();
    private readonly ApiServer server;

    public AuditTests() => server = new ApiServer(planner.Plan, Logins.ByKey);

    public void Dispose()
    {
        server.Dispose();
        planner.Dispose();
    }

    [Fact]
    public async Task What_was_changed_is_noted_with_who_when_what_and_how_it_ended()
    {
        (Api.Security.Keys.ApiKey key, string text) = await server.KeyAsync(AccessRole.Planner);
        HttpClient client = server.With(text);
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        DateTimeOffset before = DateTimeOffset.UtcNow;
        await TinyDistrict.AddToAsync(client);
        using HttpResponseMessage posted = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("one"));
        string id = (await posted.JsonAsync()).GetProperty("id").GetString()!;
        using HttpResponseMessage stopped = await client.PostAsync($"/v1/scenarios/{id}/stop", null, JsonHttp.Token);
        using HttpResponseMessage faulty = await client.PostJsonAsync("/v1/scenarios", "{}");
        using HttpResponseMessage removed = await client.SendAsync(HttpMethod.Delete, $"/v1/baselines/{TinyDistrict.Id}", "If-Match", "\"99\"");

        JsonElement[] entries = [.. (await administrator.GetJsonAsync($"/v1/audit?caller=key:{key.Id}")).EnumerateArray().Reverse()];
        Assert.Equal(
            [
                $"POST /v1/baselines/ {TinyDistrict.Id} 201",
                $"POST /v1/scenarios/ {id} {(int)posted.StatusCode}",
                $"POST /v1/scenarios/{{id}}/stop {id} 200",
                "POST /v1/scenarios/  400",
                $"DELETE /v1/baselines/{{id}} {TinyDistrict.Id} 412",
            ],
            entries.Select(e => $"{Text(e, "method")} {Text(e, "route")} {Text(e, "target")} {e.GetProperty("status").GetInt32()}"));
        Assert.All(entries, e => Assert.Equal("planner", Text(e, "role")));
        Assert.All(entries, e => Assert.Equal(key.Name, Text(e, "name")));
        Assert.All(entries, e => Assert.Contains("127.0.0.1", Text(e, "address"), StringComparison.Ordinal));
        Assert.All(entries, e => Assert.InRange(e.GetProperty("time").GetDateTimeOffset(), before.AddSeconds(-1), DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task Whoever_is_refused_is_noted_and_whoever_reads_is_not()
    {
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        HttpClient viewer = await server.LogInAsync(AccessRole.Viewer);
        await viewer.GetJsonAsync("/v1/baselines");
        using HttpResponseMessage low = await viewer.PostJsonAsync("/v1/scenarios", "{}");
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/baselines/xishan");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        using HttpResponseMessage stranger = await server.Client.SendAsync(request, JsonHttp.Token);

        JsonElement[] entries = [.. (await administrator.GetJsonAsync("/v1/audit")).EnumerateArray()];
        Assert.Equal(["GET 401 stranger", "POST 403 a Viewer"], entries.Select(e => $"{Text(e, "method")} {e.GetProperty("status").GetInt32()} {Text(e, "name")}"));
        Assert.Equal(("xishan", ""), (Text(entries[0], "target"), Text(entries[0], "role")));

        // A client does not choose the address that is noted.
        Assert.Contains("127.0.0.1", Text(entries[0], "address"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_comes_in_pages_and_by_what_is_looked_for()
    {
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage response = await administrator.PostAsync($"/v1/scenarios/n{i}/stop", null, JsonHttp.Token);
        }

        List<string> targets = [];
        for (string? path = "/v1/audit?limit=2&status=404&method=post"; path is not null;)
        {
            using HttpResponseMessage page = await administrator.GetAsync(path, JsonHttp.Token);
            targets.AddRange((await page.JsonAsync()).EnumerateArray().Select(e => Text(e, "target")));
            path = page.NextPage();
        }

        Assert.Equal(["n4", "n3", "n2", "n1", "n0"], targets);
        Assert.Equal(1, (await administrator.GetJsonAsync("/v1/audit?target=n3")).GetArrayLength());
        Assert.Equal(0, (await administrator.GetJsonAsync("/v1/audit?caller=key:0")).GetArrayLength());
        Assert.Equal(0, (await administrator.GetJsonAsync("/v1/audit?to=2020-01-01")).GetArrayLength());
        Assert.Equal(5, (await administrator.GetJsonAsync("/v1/audit?from=2020-01-01T00:00:00Z")).GetArrayLength());
        Assert.Equal(0, (await administrator.GetJsonAsync("/v1/audit?target=n0%00")).GetArrayLength());
        using HttpResponseMessage faulty = await administrator.GetAsync("/v1/audit?limit=0&after=x&status=99&from=then&who=me", JsonHttp.Token);
        Assert.Equal(["/after", "/from", "/limit", "/status", "/who"], (await faulty.FaultsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_noted_is_not_done()
    {
        HttpClient planning = await server.LogInAsync(AccessRole.Planner);
        await ExecuteAsync("ALTER TABLE audit_log RENAME TO audit_log_away");
        using HttpResponseMessage response = await planning.PostJsonAsync("/v1/baselines", TinyDistrict.Json);
        await response.ProblemAsync(HttpStatusCode.InternalServerError);
        using HttpResponseMessage refused = await server.Client.GetAsync("/v1/baselines", JsonHttp.Token);
        await refused.ProblemAsync(HttpStatusCode.Unauthorized);

        await ExecuteAsync("ALTER TABLE audit_log_away RENAME TO audit_log");
        using HttpResponseMessage missing = await planning.GetAsync($"/v1/baselines/{TinyDistrict.Id}", JsonHttp.Token);
        await missing.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_request_whose_end_is_not_known_is_noted_nevertheless()
    {
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        HttpClient planning = await server.LogInAsync(AccessRole.Planner);
        await ExecuteAsync("CREATE TRIGGER broken BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        using HttpResponseMessage response = await planning.PostJsonAsync("/v1/baselines", TinyDistrict.Json);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        JsonElement entry = Assert.Single((await administrator.GetJsonAsync("/v1/audit")).EnumerateArray());
        Assert.Equal("POST", Text(entry, "method"));
        Assert.False(entry.TryGetProperty("status", out JsonElement status) && status.ValueKind != JsonValueKind.Null);
    }

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private async Task ExecuteAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = await server.Services.GetRequiredService<Database>().OpenAsync(JsonHttp.Token);
        await connection.ExecuteAsync(sql);
    }
}
