namespace Readiness.Districts;

/// <summary>One fault of a document.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the offending value; the empty string is the whole document.</param>
/// <param name="Value">The offending value as JSON text, shortened to 200 characters; null where a value is missing.</param>
/// <param name="Message">The rule that it breaks, in words.</param>
public sealed record DistrictError(string Pointer, string? Value, string Message);
