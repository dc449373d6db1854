using System.Net;
using System.Net.Http.Headers;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Tests.Security;

/// <summary>Answers that go on after their login has ended.</summary>
public sealed class LongAnswerTests
{
    [Fact]
    public async Task A_stream_ends_when_its_key_is_revoked()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan, Logins.ByKey, ("Readiness:HeartbeatSeconds", "0.2"));
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        (Api.Security.Keys.ApiKey key, string text) = await server.KeyAsync(AccessRole.Viewer);
        string events = await BeginAsync(administrator);
        using StreamReader stream = await FollowAsync(server.With(text), events);
        using StreamReader other = await FollowAsync(await server.LogInAsync(AccessRole.Viewer), events);

        using HttpResponseMessage revoked = await administrator.DeleteAsync($"/v1/keys/{key.Id}", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await AssertCutOffAsync(stream);
        Assert.NotNull(await other.ReadLineAsync(JsonHttp.Token));
        using HttpResponseMessage back = await server.With(text).GetAsync(events, JsonHttp.Token);
        await back.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_does()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using TokenIssuer issuer = new();
        using ApiServer server = new(planner.Plan, [Logins.ByKey, .. issuer.Settings, ("Readiness:HeartbeatSeconds", "0.2")]);
        string events = await BeginAsync(await server.LogInAsync(AccessRole.Planner));
        using StreamReader stream = await FollowAsync(server.With(issuer.Token("viewer", life: TimeSpan.FromSeconds(3))), events);
        await AssertCutOffAsync(stream);
    }

    private static async Task<string> BeginAsync(HttpClient client)
    {
        await TinyDistrict.AddToAsync(client);
        using HttpResponseMessage posted = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("long"));
        return $"/v1/scenarios/{(await posted.JsonAsync()).GetProperty("id").GetString()}/events";
    }

    private static async Task<StreamReader> FollowAsync(HttpClient client, string path)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        StreamReader reader = new(await response.Content.ReadAsStreamAsync(JsonHttp.Token));
        Assert.NotNull(await reader.ReadLineAsync(JsonHttp.Token));
        return reader;
    }

    /// <summary>Without the end of its login the stream would go on with heartbeats for ever.</summary>
    private static async Task AssertCutOffAsync(StreamReader stream)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await stream.ReadLineAsync(limit.Token) is not null)
            {
                // Heartbeats.
            }
        });
    }
}
