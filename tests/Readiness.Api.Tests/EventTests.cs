using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>What a client hears of a scenario while it is solved.</summary>
public sealed class EventTests
{
    private const string CancelLeave = """[{ "type": "cancelLeave" }]""";

    [Fact]
    public async Task A_client_hears_everything_in_order_and_what_it_missed_when_it_comes_back()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        string path = await PostAsync(server.Client, "heard");
        using HttpResponseMessage stream = await OpenAsync(server.Client, path);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        Task<List<SseItem<string>>> hearing = ReadAsync(stream);
        await server.Client.UntilAsync(path, s => s.GetProperty("progress").ValueKind == JsonValueKind.Object);
        planner.Release(2);
        List<SseItem<string>> events = await hearing.WaitAsync(TimeSpan.FromSeconds(30), JsonHttp.Token);

        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => $"{n}"), events.Select(e => e.EventId));
        Assert.Equal(["queued", "running", "completed"], events.Where(e => e.EventType == "state").Select(e => Json(e).State()));
        JsonElement progress = Json(events.First(e => e.EventType == "progress")).GetProperty("progress");
        Assert.Equal("scenario", progress.GetProperty("stage").GetString());
        Assert.Equal(7, progress.GetProperty("bestLevels")[0].GetProperty("value").GetDouble());
        JsonElement plan = Json(Assert.Single(events, e => e.EventType == "plan"));
        Assert.Equal(3, plan.GetProperty("levels")[0].GetProperty("bound").GetDouble());
        Assert.Equal(0.5, plan.GetProperty("indicators").GetProperty("cover.class1").GetProperty("value").GetDouble());
        Assert.Equal("completed", Json(events[^1]).State());

        // Whoever comes back hears the rest, and that nothing more will come.
        using HttpResponseMessage back = await OpenAsync(server.Client, path, "2");
        List<SseItem<string>> rest = await ReadAsync(back);
        Assert.Equal(events[2..].Select(e => (e.EventId, e.EventType, e.Data)), rest.Select(e => (e.EventId, e.EventType, e.Data)));
        using HttpResponseMessage over = await OpenAsync(server.Client, path, events[^1].EventId);
        Assert.Equal(HttpStatusCode.NoContent, over.StatusCode);
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_is_alive_and_ends_when_the_scenario_is_removed()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan, ("Readiness:HeartbeatSeconds", "0.1"));
        string path = await PostAsync(server.Client, "silent");
        await server.Client.UntilAsync(path, s => s.GetProperty("progress").ValueKind == JsonValueKind.Object);
        using HttpResponseMessage stream = await OpenAsync(server.Client, path);
        await using Stream body = await stream.Content.ReadAsStreamAsync(JsonHttp.Token);
        bool removed = false;
        await foreach (SseItem<string> item in SseParser.Create(body).EnumerateAsync(JsonHttp.Token))
        {
            if (item.EventType == "heartbeat" && !removed)
            {
                Assert.Equal("running", Json(item).State());
                removed = true;
                using HttpResponseMessage delete = await server.Client.DeleteAsync(path, JsonHttp.Token);
                Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
            }
        }

        Assert.True(removed);
        using HttpResponseMessage gone = await OpenAsync(server.Client, path);
        await gone.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        string path = await PostAsync(server.Client, "n");
        using HttpResponseMessage faulty = await OpenAsync(server.Client, path, "last");
        Assert.Equal([""], await faulty.FaultsAsync());
    }

    private static JsonElement Json(SseItem<string> item) => JsonElement.Parse(item.Data);

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string path, string? lastHeard = null)
    {
        HttpRequestMessage request = new(HttpMethod.Get, $"{path}/events");
        if (lastHeard is not null)
        {
            request.Headers.Add("Last-Event-ID", lastHeard);
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, JsonHttp.Token);
    }

    private static async Task<List<SseItem<string>>> ReadAsync(HttpResponseMessage response)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(JsonHttp.Token);
        List<SseItem<string>> items = [];
        await foreach (SseItem<string> item in SseParser.Create(body).EnumerateAsync(JsonHttp.Token))
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<string> PostAsync(HttpClient client, string name)
    {
        await TinyDistrict.AddToAsync(client);
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario(name, CancelLeave));
        return $"/v1/scenarios/{(await response.JsonAsync()).GetProperty("id").GetString()}";
    }
}
