using System.Net;
using System.Text;
using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>Short words for requests with JSON.</summary>
internal static class JsonHttp
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> PostJsonAsync(
        this HttpClient client, string path, string json, string? prefer = null, string contentType = "application/json")
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, contentType) };
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return client.SendAsync(request, Token);
    }

    /// <summary>Sends a request with one more header.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, string? header = null, string? value = null, string? json = null)
    {
        HttpRequestMessage request = new(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (header is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        }

        return client.SendAsync(request, Token);
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));

    /// <summary>Asserts that a response is a problem document of that status and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await response.JsonAsync();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        return problem;
    }

    /// <summary>Asserts a 400 with errors and returns their pointers.</summary>
    public static async Task<string[]> FaultsAsync(this HttpResponseMessage response)
    {
        JsonElement problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        JsonElement[] errors = [.. problem.GetProperty("errors").EnumerateArray()];
        Assert.All(errors, e => Assert.False(string.IsNullOrEmpty(e.GetProperty("message").GetString())));
        Assert.All(errors, e => Assert.True(e.TryGetProperty("value", out _)));
        return [.. errors.Select(e => e.GetProperty("pointer").GetString()!)];
    }

    /// <summary>Reads a scenario until a condition holds.</summary>
    public static async Task<JsonElement> UntilAsync(this HttpClient client, string path, Func<JsonElement, bool> condition)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            JsonElement now = await client.GetJsonAsync(path);
            if (condition(now))
            {
                return now;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Path of the next page of a list; none on its last page.</summary>
    public static string? NextPage(this HttpResponseMessage response) => response.Headers.TryGetValues("Link", out IEnumerable<string>? links)
        ? Assert.Single(links).Split('<', '>')[1]
        : null;

    public static string State(this JsonElement scenario) => scenario.GetProperty("state").GetString()!;
}
