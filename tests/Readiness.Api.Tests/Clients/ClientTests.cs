using System.Text;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Readiness.Client;
using Readiness.Client.Models;
using Readiness.Districts;

namespace Readiness.Api.Tests.Clients;

/// <summary>The typed client against the service.</summary>
public sealed class ClientTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_what_if_goes_all_the_way_with_types()
    {
        ReadinessClient client = Client();
        string json = DistrictDocument.Write(TinyDistrict.District with { Id = "typed" });
        BaselineSummary? added = await client.V1.Baselines.PostAsync((await DocumentAsync(json))!, cancellationToken: JsonHttp.Token);
        Assert.Equal(TinyDistrict.District.Staff.Length, added!.Staff);
        Assert.Equal(TinyDistrict.District.Horizon.Start, (DateOnly)added.Horizon!.Start!.Value);
        Assert.Equal(json, await server.Client.GetStringAsync("/v1/baselines/typed", JsonHttp.Token));

        ScenarioReport? first = await PostAsync(client, "as it is");
        ScenarioReport? second = await PostAsync(
            client, "more", new ScenarioChange { ScenarioChangeCancelLeave = new() }, new ScenarioChange { ScenarioChangeScaleCases = new() { Factor = 2 } });
        Assert.Equal(ScenarioState.Completed, second!.State);
        Assert.True(second.Audit!.Passed);
        Assert.NotEmpty(second.Proof!.Levels!);
        Assert.Equal(2, second.Changes![1].ScenarioChangeScaleCases!.Factor);
        Assert.Null(second.Changes[1].ScenarioChangeCancelLeave);

        PlanReport? plan = await client.V1.Scenarios[second.Id!].Plan.GetAsync(cancellationToken: JsonHttp.Token);
        Assert.NotEmpty(plan!.Assignments!);
        Assert.All(plan.Assignments!, assignment => Assert.True(TinyDistrict.District.Horizon.Contains(assignment.Day!.Value)));
        ComparisonReport? comparison = await client.V1.Comparisons.GetAsync(
            request => request.QueryParameters.Scenarios = $"{first!.Id},{second.Id}", JsonHttp.Token);
        Assert.Equal(second.Proof.Levels!.Select(level => level.Level), comparison!.Levels!.Select(level => level.Level));
    }

    [Fact]
    public async Task Files_go_through_the_client_as_streams()
    {
        ReadinessClient client = Client();
        string json = DistrictDocument.Write(TinyDistrict.District with { Id = "streams" });
        await client.V1.Baselines.PostAsync((await DocumentAsync(json))!, cancellationToken: JsonHttp.Token);
        Stream? file = await client.V1.Baselines["streams"].WithPartWithFormat("csv", "stock").GetAsync(cancellationToken: JsonHttp.Token);
        BaselineSummary? imported = await client.V1.Baselines["streams"]["stock"].PostAsync(
            file!, "text/csv", request => request.Headers.Add("If-Match", "*"), JsonHttp.Token);
        Assert.Equal("streams", imported!.Id);

        using MemoryStream faulty = new(Encoding.UTF8.GetBytes("place,item,quantity,expires\nnowhere,nothing,1,\n"));
        InvalidTableProblem problem = await Assert.ThrowsAsync<InvalidTableProblem>(() => client.V1.Baselines["streams"]["stock"].PostAsync(
            faulty, "text/csv", request => request.Headers.Add("If-Match", "*"), JsonHttp.Token));
        Assert.Equal([(2, "A"), (2, "B")], problem.Errors!.Select(error => (error.Row!.Value, error.Column!)));
    }

    [Fact]
    public async Task A_refusal_comes_as_an_exception_with_all_faults()
    {
        InvalidRequestProblem problem = await Assert.ThrowsAsync<InvalidRequestProblem>(
            () => PostAsync(Client(), "", new ScenarioChange { ScenarioChangeScaleCases = new() { Factor = -1 } }));
        Assert.Equal(400, problem.Status);
        Assert.Contains("/name", problem.Errors!.Select(error => error.Pointer));
    }

    private static Task<JsonObject?> DocumentAsync(string json) => KiotaJsonSerializer.DeserializeAsync<JsonObject>(json, JsonHttp.Token);

    private static Task<ScenarioReport?> PostAsync(ReadinessClient client, string name, params ScenarioChange[] changes) => client.V1.Scenarios.PostAsync(
        new ScenarioRequest { Baseline = "typed", Name = name, Changes = [.. changes], Options = new SolveSettings { TimeLimitSeconds = 3, Threads = 1 } },
        request => request.Headers.Add("Prefer", "wait=60"),
        JsonHttp.Token);

    private ReadinessClient Client() => new(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: server.Client)
    {
        BaseUrl = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority),
    });
}
