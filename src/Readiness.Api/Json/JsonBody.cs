using System.Text.Json;
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

        try
        {
            return (await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted), null);
        }
        catch (JsonException fault)
        {
            return (null, Problem.Invalid([new FieldError("", null, Describe(fault))]));
        }
    }

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
