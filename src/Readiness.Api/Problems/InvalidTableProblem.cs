using Microsoft.AspNetCore.Mvc;

namespace Readiness.Api.Problems;

/// <summary>Problem details (RFC 9457) about a file: every fault at once.</summary>
public sealed class InvalidTableProblem : ProblemDetails
{
    /// <summary>The faults; at least one.</summary>
    public required IReadOnlyList<TableError> Errors { get; init; }
}
