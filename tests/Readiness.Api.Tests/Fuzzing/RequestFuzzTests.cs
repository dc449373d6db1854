using System.Text;
using CsCheck;
using Readiness.Tests.Fuzzing;

namespace Readiness.Api.Tests.Fuzzing;

public sealed class RequestFuzzTests
{
    private const long UsualRequests = 2_000;

    /// <summary>Live bytes by which a service may grow once its bounded caches are full.</summary>
    private const long MostGrowth = 32L << 20;

    /// <summary>Bodies beside those that the description of the API shows, by operation; <c>ID</c> stands for the id of something that is there.</summary>
    private static readonly Dictionary<string, string[]> Documents = new()
    {
        ["PostBaseline"] = [TinyDistrict.Json],
        ["PutBaseline"] = [TinyDistrict.Json],
        ["PostScenario"] =
        [
            TinyDistrict.Scenario("as it is"),
            TinyDistrict.Scenario("twice the cases", """[{ "type": "scaleCases", "factor": 2 }, { "type": "cancelLeave" }]"""),
            TinyDistrict.Scenario("longer stays", """[{ "type": "setQuarantineLength", "days": 10 }]"""),
            $$"""{ "baseline": "{{TinyDistrict.Id}}", "name": "on top", "publishedPlan": "ID", "publishedWindow": { "from": "2020-01-24", "to": "2020-01-26" } }""",
        ],
        ["PostSweep"] =
        [
            $$"""
            { "baseline": "{{TinyDistrict.Id}}", "name": "grid", "changes": [{ "type": "scaleCases" }],
              "axes": [{ "name": "cases", "target": "/changes/0/factor", "values": [1, 2] }, { "name": "leave", "alternatives": [{ "label": "none", "changes": [{ "type": "cancelLeave" }] }] }] }
            """,
        ],
        ["PostStressTest"] =
        [
            """{ "scenario": "ID", "futures": 3, "seed": 1, "uncertainty": { "demand": { "levelSpread": 0.3 }, "shipments": null, "sickLeave": { "dailyRate": 0.01, "meanDays": 4 } } }""",
            """{ "scenario": "ID", "futures": 2, "mode": "replanned", "options": { "timeLimitSeconds": 1, "threads": 1 } }""",
        ],
        ["PostActuals"] =
        [
            """
            { "date": "2020-01-25", "newCases": [{ "date": "2020-01-24", "count": 2 }], "stock": [{ "place": "store", "item": "respirator", "quantity": 4 }],
              "deliveries": [{ "shipment": "shipment-respirator-1", "quantity": 2 }], "inQuarantine": [] }
            """,
        ],
        ["PostKey"] = ["""{ "name": "key", "role": "viewer", "days": 3 }"""],
    };

    [Fact]
    public async Task Every_answer_to_spoilt_requests_is_a_success_or_a_refusal_that_says_why_and_memory_does_not_grow()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan, ("Readiness:QueueCapacity", "100000"));
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        await TinyDistrict.AddToAsync(server.Client);
        ApiOperation[] operations = ApiOperation.All(await server.Client.GetJsonAsync("/openapi/v1.json"));
        Dictionary<string, string[]> documents = operations.ToDictionary(o => o.Id, o => (string[])[.. o.Examples, .. Documents.GetValueOrDefault(o.Id, [])]);
        (string, byte[])[] files = await FilesAsync(server.Client);
        List<string> ids = [TinyDistrict.Id, "xishan"];
        long number = 0, early = 0, done = 0;
        long all = Fuzzed.Iterations(UsualRequests) is > 0 and var usual ? usual : Check.Iter;

        await Gen.Int[0, int.MaxValue - 1].SampleAsync(
            async seed =>
            {
                Random random = new(seed);
                FuzzedRequest request = FuzzedRequest.To(random.Any(operations), documents, files, ids, random);
                using HttpRequestMessage message = request.Message(server.Client.BaseAddress!);
                using HttpResponseMessage answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, JsonHttp.Token);
                try
                {
                    await AnswerRules.CheckAsync(request, answer);
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"{request.ToString()[..Math.Min(1_000, request.ToString().Length)]}\n{(int)answer.StatusCode} {await AnswerRules.BeginningAsync(answer)}", fault);
                }

                Remember(ids, answer);
                number++;
                done += answer.IsSuccessStatusCode ? 1 : 0;
                early = number == all / 2 ? GC.GetTotalMemory(forceFullCollection: true) : early;
            },
            iter: all,
            threads: 1);

        long growth = GC.GetTotalMemory(forceFullCollection: true) - early;
        Assert.True(done > number / 20, $"Only {done} of {number} requests did anything.");
        Assert.True(growth < MostGrowth, $"The second half of {number} requests left {growth >> 20} MiB behind.");
    }

    /// <summary>Files that the service gives out and takes back.</summary>
    private static async Task<(string MediaType, byte[] Body)[]> FilesAsync(HttpClient client)
    {
        List<(string, byte[])> files = [];
        foreach (string name in (string[])["stock.csv", "staff.csv", "shipments.csv", "stock.xlsx", "staff.xlsx", "shipments.xlsx"])
        {
            using HttpResponseMessage answer = await client.GetAsync($"/v1/baselines/{TinyDistrict.Id}/{name}", JsonHttp.Token);
            files.Add((answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType!, await answer.Content.ReadAsByteArrayAsync(JsonHttp.Token)));
        }

        return [.. files];
    }

    /// <summary>Notes the id of what an answer says is new; only the latest are kept.</summary>
    private static void Remember(List<string> ids, HttpResponseMessage answer)
    {
        if (answer.Headers.Location?.OriginalString.Split('/') is [.., var id] && !ids.Contains(id))
        {
            ids.Add(id);
            if (ids.Count > 50)
            {
                ids.RemoveAt(2);
            }
        }
    }
}
