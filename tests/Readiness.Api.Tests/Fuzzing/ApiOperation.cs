using System.Text.Json;

namespace Readiness.Api.Tests.Fuzzing;

/// <summary>One operation of the service, as its own description has it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with names in braces.</param>
/// <param name="Id">Operation id.</param>
/// <param name="Query">Names of query parameters.</param>
/// <param name="Headers">Names of header parameters.</param>
/// <param name="MediaTypes">Media types of its body; none without a body.</param>
/// <param name="Examples">Bodies that the description shows.</param>
internal sealed record ApiOperation(
    HttpMethod Method, string Path, string Id, string[] Query, string[] Headers, string[] MediaTypes, string[] Examples)
{
    /// <summary>Reads all operations of a description.</summary>
    public static ApiOperation[] All(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("operationId", out _)
           select Of(path.Name, operation),
    ];

    private static ApiOperation Of(string path, JsonProperty operation)
    {
        JsonElement[] parameters = operation.Value.TryGetProperty("parameters", out JsonElement list) ? [.. list.EnumerateArray()] : [];
        JsonProperty[] content = operation.Value.TryGetProperty("requestBody", out JsonElement body) ? [.. body.GetProperty("content").EnumerateObject()] : [];
        return new ApiOperation(
            HttpMethod.Parse(operation.Name),
            path,
            operation.Value.GetProperty("operationId").GetString()!,
            Names("query"),
            Names("header"),
            [.. content.Select(c => c.Name)],
            [.. content.SelectMany(c => Shown(c.Value))]);

        string[] Names(string place) => [.. parameters.Where(p => p.GetProperty("in").GetString() == place).Select(p => p.GetProperty("name").GetString()!)];
    }

    private static IEnumerable<string> Shown(JsonElement content) => content.TryGetProperty("examples", out JsonElement examples)
        ? examples.EnumerateObject().Select(e => e.Value.GetProperty("value").GetRawText())
        : content.TryGetProperty("example", out JsonElement example) ? [example.GetRawText()] : [];
}
