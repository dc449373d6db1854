using System.Text.Json;

namespace Readiness.Api.Problems;

/// <summary>One fault of a request body or parameter.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the offending value in the body, or of a query parameter as if the query were an object; the empty string is the whole body.</param>
/// <param name="Value">The offending value, shortened if it is long; null where a value is missing.</param>
/// <param name="Message">The rule that it breaks, in words.</param>
public sealed record FieldError(string Pointer, JsonElement Value, string Message);
