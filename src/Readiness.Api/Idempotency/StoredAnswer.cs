namespace Readiness.Api.Idempotency;

/// <summary>An answer as it is kept for the same request sent again.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Headers">The headers that belong to it.</param>
/// <param name="Body">The body.</param>
internal sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
