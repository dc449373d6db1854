using System.Net;
using System.Text;
using System.Text.Json;

namespace Readiness.Api.Tests.Fuzzing;

/// <summary>What every answer must be, whatever the request was.</summary>
internal static class AnswerRules
{
    private const int Longest = 64 * 1024;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 100_000 };

    /// <summary>Fails on an answer that is neither a success nor a refusal that says why.</summary>
    public static async Task CheckAsync(FuzzedRequest request, HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        bool leadsToReference = answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location?.OriginalString == "/scalar";
        if (status is (>= 200 and < 300) or 304 || leadsToReference)
        {
            return;
        }

        Assert.True(status is >= 400 and < 500, $"Answered {status}.");
        string? mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (request.Method == HttpMethod.Head || (mediaType is null && IsOfTheServer(request, status)))
        {
            return;
        }

        Assert.Equal("application/problem+json", mediaType);
        JsonElement problem = await answer.JsonAsync();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            JsonElement[] errors = [.. problem.GetProperty("errors").EnumerateArray()];
            Assert.NotEmpty(errors);
            using JsonDocument? body = Parse(request.Body);
            Assert.All(errors, error => CheckError(request, body?.RootElement, error));
        }
    }

    /// <summary>Kestrel refuses what is too long, and a null character in the path, before any code of the service runs.</summary>
    private static bool IsOfTheServer(FuzzedRequest request, int status) => status is 414 or 431
        || (status == 400 && request.Target.Split('?')[0].Contains("%00", StringComparison.Ordinal));

    /// <summary>The beginning of an answer: streams of events do not end.</summary>
    public static async Task<string> BeginningAsync(HttpResponseMessage answer)
    {
        byte[] buffer = new byte[Longest];
        await using Stream stream = await answer.Content.ReadAsStreamAsync(JsonHttp.Token);
        int read = await stream.ReadAsync(buffer, JsonHttp.Token);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static void CheckError(FuzzedRequest request, JsonElement? body, JsonElement error)
    {
        Assert.False(string.IsNullOrWhiteSpace(error.GetProperty("message").GetString()));
        string pointer = error.GetProperty("pointer").GetString()!;
        bool isOfFile = error.TryGetProperty("row", out _);
        if (pointer.Length == 0 || isOfFile)
        {
            // A file leads to a document that the request does not show.
            return;
        }

        Assert.StartsWith("/", pointer, StringComparison.Ordinal);
        string[] steps = [.. pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        bool ofQuery = steps.Length == 1 && (request.Method == HttpMethod.Get || request.Body is null || request.Target.Contains('?', StringComparison.Ordinal));

        // What is missing is pointed at where it should be: only its parent must be there.
        Assert.True(ofQuery || (body is { } root && Leads(root, steps)), $"{pointer} leads to nothing in the request.");
    }

    private static bool Leads(JsonElement root, string[] steps)
    {
        JsonElement at = root;
        foreach (string step in steps[..^1])
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out JsonElement member))
            {
                at = member;
            }
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(step, out int index) && index >= 0 && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else
            {
                return false;
            }
        }

        return at.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }

    private static JsonDocument? Parse(byte[]? body)
    {
        try
        {
            return body is null ? null : JsonDocument.Parse(body, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
