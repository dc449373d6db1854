using System.Text;
using System.Text.RegularExpressions;
using Readiness.Tests.Fuzzing;

namespace Readiness.Api.Tests.Fuzzing;

/// <summary>A request to an operation that is more or less wrong in its path, query, headers, media type or body.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as they are sent.</param>
/// <param name="Headers">Headers of the request.</param>
/// <param name="MediaType">Media type of the body.</param>
/// <param name="Body">The body; none if null.</param>
internal sealed partial record FuzzedRequest(HttpMethod Method, string Target, (string Name, string Value)[] Headers, string? MediaType, byte[]? Body)
{
    private static readonly HttpMethod[] Methods =
        [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Head, HttpMethod.Options, new("NONSENSE")];

    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Makes up a request to an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="documents">JSON bodies to start from, by operation.</param>
    /// <param name="files">Other bodies to start from, with their media types.</param>
    /// <param name="ids">Ids of things that are there.</param>
    /// <param name="random">What decides.</param>
    public static FuzzedRequest To(ApiOperation operation, IReadOnlyDictionary<string, string[]> documents, IReadOnlyList<(string MediaType, byte[] Body)> files, IReadOnlyList<string> ids, Random random)
    {
        bool hasBody = random.Next(20) == 0 ? operation.MediaTypes.Length == 0 : operation.MediaTypes.Length > 0;
        string mediaType = random.Next(10) > 0 && operation.MediaTypes.Length > 0 ? random.Any(operation.MediaTypes) : random.Any(HostileText.MediaTypes);
        byte[][] matching = [.. files.Where(f => f.MediaType == mediaType).Select(f => f.Body)];
        return new FuzzedRequest(
            random.Next(20) == 0 ? random.Any(Methods) : operation.Method,
            Path(operation, ids, random) + Query(operation, ids, random),
            [.. HeadersOf(operation, random)],
            hasBody ? mediaType : null,
            !hasBody ? null : matching.Length > 0 ? Damaged(random.Any(matching), random) : Spoilt(Document(operation, documents, ids, random), random));
    }

    /// <summary>The message; headers that a client cannot send are left out.</summary>
    /// <param name="origin">The service.</param>
    public HttpRequestMessage Message(Uri origin)
    {
        HttpRequestMessage message = new(Method, new Uri(origin.GetLeftPart(UriPartial.Authority) + Target, AsItStands));
        foreach ((string name, string value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Target} {string.Join(' ', Headers.Select(h => $"{h.Name}: {h.Value};"))} {MediaType} {(Body is null ? "" : Encoding.Latin1.GetString(Body))}";

    private static string Path(ApiOperation operation, IReadOnlyList<string> ids, Random random) => string.Concat(operation.Path.Split('/').Skip(1).Select(
        part => "/" + (random.Next(200) == 0 ? random.Any(HostileText.Escaped) : Name().Replace(part, name => Value(name.Groups[1].Value, ids, random)))));

    private static string Value(string name, IReadOnlyList<string> ids, Random random) => random.Next(4) == 0 ? random.Any(HostileText.Escaped)
        : HostileText.Words.TryGetValue(name, out string[]? words) ? random.Any(words)
        : random.Any(ids);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();

    private static string Query(ApiOperation operation, IReadOnlyList<string> ids, Random random)
    {
        List<string> parameters = [];
        foreach (string name in operation.Query)
        {
            for (int times = random.Next(6); times is 1 or 2; times++)
            {
                parameters.Add($"{name}={(random.Next(3) == 0 ? string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Any(ids))) : random.Any(HostileText.Escaped))}");
            }
        }

        if (random.Next(20) == 0)
        {
            parameters.Add($"{random.Any(HostileText.Escaped)}={random.Any(HostileText.Escaped)}");
        }

        return parameters.Count == 0 ? "" : $"?{string.Join('&', parameters)}";
    }

    private static IEnumerable<(string Name, string Value)> HeadersOf(ApiOperation operation, Random random)
    {
        foreach (string name in operation.Headers.Where(_ => random.Next(2) == 0))
        {
            yield return (name, random.Any(HostileText.Headers));
        }

        if (random.Next(10) == 0)
        {
            yield return ("Accept", random.Any(HostileText.MediaTypes));
        }

        if (random.Next(50) == 0)
        {
            yield return (random.Any((string[])["Content-Encoding", "Expect", "Range", "If-None-Match", "Origin", "X-HTTP-Method-Override", "Accept-Language", "Cookie"]), random.Any(HostileText.Headers));
        }
    }

    /// <summary>A document of the operation, now and then one of another.</summary>
    private static FuzzNode Document(
        ApiOperation operation, IReadOnlyDictionary<string, string[]> documents, IReadOnlyList<string> ids, Random random)
    {
        string[] own = random.Next(10) > 0 ? documents[operation.Id] : [];
        string text = random.Any(own.Length > 0 ? own : [.. documents.Values.SelectMany(d => d)]);
        return FuzzNode.Parse(text.Replace("\"ID\"", $"\"{random.Any(ids)}\"", StringComparison.Ordinal));
    }

    private static byte[] Spoilt(FuzzNode document, Random random)
    {
        // Every sixth is right, so that things come to be there which others can be about.
        FuzzEdit[] edits = random.Next(6) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Edit(random))];
        return new Fuzzed(0, edits, random.Next(10) == 0 ? [Edit(random)] : []).Bytes(document);
    }

    private static byte[] Damaged(byte[] body, Random random)
    {
        for (int edits = random.Next(4); edits > 0; edits--)
        {
            body = Edit(random).Apply(body);
        }

        return body;
    }

    private static FuzzEdit Edit(Random random) => new(random.Next(FuzzEdit.Kinds), random.Next());
}
