using Microsoft.AspNetCore.Mvc;

namespace Readiness.Api.Problems;

/// <summary>Problem details (RFC 9457) about a body or a parameter: every fault at once.</summary>
public sealed class InvalidRequestProblem : ProblemDetails
{
    /// <summary>The faults; at least one.</summary>
    public required IReadOnlyList<FieldError> Errors { get; init; }
}
