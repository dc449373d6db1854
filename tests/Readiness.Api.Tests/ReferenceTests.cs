using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readiness.Api.Tests;

public sealed partial class ReferenceTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_lists_every_route()
    {
        JsonElement document = await server.Client.GetJsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        string[] operations =
        [
            .. document.GetProperty("paths").EnumerateObject().SelectMany(
                p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            [
                "DELETE /v1/baselines/{id}",
                "DELETE /v1/keys/{id}",
                "DELETE /v1/scenarios/{id}",
                "DELETE /v1/stress-tests/{id}",
                "DELETE /v1/sweeps/{id}",
                "GET /v1/audit",
                "GET /v1/baselines",
                "GET /v1/baselines/{id}",
                "GET /v1/baselines/{id}/assessment",
                "GET /v1/baselines/{id}/forecast",
                "GET /v1/baselines/{id}/published",
                "GET /v1/baselines/{id}/published/history",
                "GET /v1/baselines/{id}/{part}",
                "GET /v1/baselines/{id}/{part}.{format}",
                "GET /v1/comparisons",
                "GET /v1/keys",
                "GET /v1/scenarios",
                "GET /v1/scenarios/{id}",
                "GET /v1/scenarios/{id}/changes",
                "GET /v1/scenarios/{id}/events",
                "GET /v1/scenarios/{id}/plan",
                "GET /v1/scenarios/{id}/plan.xlsx",
                "GET /v1/scenarios/{id}/plan/orders",
                "GET /v1/scenarios/{id}/plan/orders/{place}",
                "GET /v1/scenarios/{id}/plan/{part}",
                "GET /v1/scenarios/{id}/plan/{part}.{format}",
                "GET /v1/schema/district",
                "GET /v1/stress-tests",
                "GET /v1/stress-tests/{id}",
                "GET /v1/sweeps",
                "GET /v1/sweeps/{id}",
                "POST /v1/baselines",
                "POST /v1/baselines/{id}/actuals",
                "POST /v1/baselines/{id}/{part}",
                "POST /v1/keys",
                "POST /v1/scenarios",
                "POST /v1/scenarios/{id}/publish",
                "POST /v1/scenarios/{id}/stop",
                "POST /v1/stress-tests",
                "POST /v1/stress-tests/{id}/stop",
                "POST /v1/sweeps",
                "POST /v1/sweeps/{id}/stop",
                "PUT /v1/baselines/{id}",
            ],
            operations);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_described_answers()
    {
        JsonElement document = await server.Client.GetJsonAsync("/openapi/v1.json");
        foreach (JsonElement operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("operationId").GetString()));
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()));
            Assert.NotEmpty(operation.GetProperty("responses").EnumerateObject());
        }

        JsonElement examples = document.GetProperty("paths").GetProperty("/v1/scenarios").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples");
        Assert.NotEmpty(examples.EnumerateObject());
    }

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_that_is_served()
    {
        string served = await server.Client.GetStringAsync("/openapi/v1.json", JsonHttp.Token);
        string kept = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "openapi.json"), JsonHttp.Token);
        Assert.Equal(kept.Trim().ReplaceLineEndings("\n"), served.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_examples_of_the_document_are_valid_requests()
    {
        using ScriptedPlanner planner = new();
        using ApiServer scripted = new(planner.Plan);
        JsonElement document = await scripted.Client.GetJsonAsync("/openapi/v1.json");
        foreach (string path in (string[])["/v1/scenarios", "/v1/sweeps"])
        {
            JsonElement examples = document.GetProperty("paths").GetProperty(path).GetProperty("post")
                .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples");
            foreach (JsonProperty example in examples.EnumerateObject())
            {
                using HttpResponseMessage response = await scripted.Client.PostJsonAsync(path, example.Value.GetProperty("value").GetRawText());
                Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.OK });
            }
        }
    }

    [Fact]
    public async Task The_interactive_reference_needs_no_other_host()
    {
        using HttpResponseMessage response = await server.Client.GetAsync("/scalar/", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        string page = await response.Content.ReadAsStringAsync(JsonHttp.Token);
        Assert.DoesNotMatch(ForeignAddress(), page);

        string[] scripts = [.. ScriptSource().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(scripts);
        foreach (string script in scripts)
        {
            using HttpResponseMessage answer = await server.Client.GetAsync($"/scalar/{script}", JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [GeneratedRegex("""(?:https?:)?//[a-z0-9]""", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignAddress();

    [GeneratedRegex("""<script[^>]*\ssrc="([^"]+)""")]
    private static partial Regex ScriptSource();
}
