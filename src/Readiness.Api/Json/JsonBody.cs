using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Problems;

namespace Readiness.Api.Json;

/// <summary>Reads request bodies as raw JSON, so that all faults can be told at once.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Either the document, or the refusal of a body that is not JSON.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async Task<(JsonDocument? Document, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem.NotJson(request.ContentType));
        }

        using MemoryStream buffer = new();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        byte[] body = buffer.ToArray();
        if (!Utf8.IsValid(body))
        {
            return (null, Refuse("The body is not valid UTF-8."));
        }

        try
        {
            return FirstBrokenText(body) is { } offset
                ? (null, Refuse($"The text at byte {offset + 1} is not valid Unicode: it escapes half a character."))
                : (JsonDocument.Parse(body, Strict), null);
        }
        catch (JsonException fault)
        {
            return (null, Refuse(Describe(fault)));
        }
    }

    /// <summary>
    /// Offset of the first name or text with half a surrogate pair, such as <c>"\ud800"</c>: well-formed JSON that no string can hold.
    /// </summary>
    /// <exception cref="JsonException">The body is not well-formed.</exception>
    private static long? FirstBrokenText(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return reader.TokenStartIndex;
            }
        }

        return null;
    }

    private static ProblemHttpResult Refuse(string message) => Problem.Invalid([new FieldError("", JsonValues.Null, message)]);

    /// <summary>What is wrong and where, counted from 1; the framework's own text counts from 0 and is cut off.</summary>
    private static string Describe(JsonException fault)
    {
        int tail = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string message = tail < 0 ? fault.Message : fault.Message[..tail];
        return fault.LineNumber is { } line
            ? $"Not well-formed JSON at line {line + 1}, byte {fault.BytePositionInLine + 1}: {message}"
            : $"Not well-formed JSON: {message}";
    }
}
