using System.Text.Json;

namespace Readiness.Api.Problems;

/// <summary>One fault of a file.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the offending value in the district document that the file leads to; the empty string if the file itself is meant.</param>
/// <param name="Value">The offending value, shortened if it is long; null where a value is missing.</param>
/// <param name="Message">The rule that it breaks, in words.</param>
/// <param name="Row">The row as a spreadsheet program counts, the header being row 1; null where none is meant.</param>
/// <param name="Column">The column as a spreadsheet program names it, such as <c>C</c>; null where none is meant.</param>
/// <param name="Header">Header of the column.</param>
public sealed record TableError(string Pointer, JsonElement Value, string Message, int? Row, string? Column, string? Header);
