namespace Readiness.Api.Idempotency;

/// <summary>Marks a route whose answers must not be kept, because they have a secret.</summary>
internal sealed record AnswerNotKept;
