using System.Net;
using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>Whatever the service has accepted comes out solved, once, however often its process is killed.</summary>
public sealed class KillDrillTests
{
    private const int Scenarios = 6;
    private const int Kills = 3;

    [Fact]
    public async Task Every_accepted_scenario_is_solved_once_though_the_process_is_killed_again_and_again()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--database", folder.File("store.db"), "--Readiness:LeaseSeconds", "1"];
        string[] ids = new string[Scenarios];
        List<JsonElement> answered = [];
        for (int round = 0; round < Kills; round++)
        {
            await using ServiceProcess service = await ServiceProcess.StartAsync(arguments);
            await TinyDistrict.AddToAsync(service.Client);
            for (int i = round; i < Scenarios; i += Kills)
            {
                ids[i] = await PostAsync(service.Client, i);
            }

            // In the middle of a solve, with others solved before and others waiting.
            await service.Client.UntilAsync("/v1/scenarios?state=running", s => s.GetArrayLength() == 1);
            answered.AddRange(await EndedAsync(service.Client));
            await service.KillAsync();
        }

        await using ServiceProcess last = await ServiceProcess.StartAsync(arguments);

        // A client that has lost the answer sends its request again and gets the scenario that is there.
        Assert.Equal(ids[0], await PostAsync(last.Client, 0));
        foreach (string id in ids)
        {
            JsonElement done = await last.Client.UntilAsync($"/v1/scenarios/{id}", s => s.State() is not ("queued" or "running"));
            Assert.Equal("completed", done.State());
            Assert.True(done.GetProperty("audit").GetProperty("passed").GetBoolean());
            Assert.NotEmpty(done.GetProperty("comparison").EnumerateObject());
        }

        JsonElement[] all = await EndedAsync(last.Client);
        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Select(s => s.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));

        // What had ended before a kill is not touched after it.
        Assert.All(answered, before => Assert.Contains(all, after => after.GetRawText() == before.GetRawText()));
        foreach (string id in ids)
        {
            string events = await last.Client.GetStringAsync($"/v1/scenarios/{id}/events", JsonHttp.Token);
            Assert.Equal(2, events.Split("\"state\":\"completed\"").Length);
            Assert.Equal(2, events.Split("event: plan").Length);
        }
    }

    private static async Task<JsonElement[]> EndedAsync(HttpClient client) =>
        [.. (await client.GetJsonAsync("/v1/scenarios?state=completed")).EnumerateArray()];

    private static async Task<string> PostAsync(HttpClient client, int number)
    {
        string body = TinyDistrict.Scenario($"n{number}", $$"""[{ "type": "scaleCases", "factor": {{number + 2}} }]""", 1);
        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", $"k{number}", body);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.OK });
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }
}
