using Microsoft.AspNetCore.Http.HttpResults;

namespace Readiness.Api.Problems;

/// <summary>The refusals of this service, as problem details (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>400: the request is faulty.</summary>
    /// <param name="errors">All its faults.</param>
    public static ProblemHttpResult Invalid(IReadOnlyCollection<FieldError> errors) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The request is not valid.",
        detail: errors.Count == 1 ? errors.First().Message : $"{errors.Count} faults; see errors.",
        extensions: [new("errors", errors)]);

    /// <summary>400: the file is faulty.</summary>
    /// <param name="errors">All its faults.</param>
    public static ProblemHttpResult InvalidTable(IReadOnlyCollection<TableError> errors) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The file is not valid.",
        detail: errors.Count == 1 ? errors.First().Message : $"{errors.Count} faults; see errors.",
        extensions: [new("errors", errors)]);

    /// <summary>401: nobody has logged in.</summary>
    /// <param name="wrong">Whether there was a login that is not, or no longer, valid.</param>
    public static ProblemHttpResult Unauthorized(bool wrong) => TypedResults.Problem(
        statusCode: StatusCodes.Status401Unauthorized,
        title: "A login is required.",
        detail: wrong
            ? "The key or token is not valid, or no longer."
            : "Send an API key or a token: Authorization: Bearer ..., or X-Api-Key with a key.");

    /// <summary>403: the caller may not do this.</summary>
    /// <param name="detail">Why not.</param>
    public static ProblemHttpResult Forbidden(string detail) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden, title: "This is not allowed.", detail: detail);

    /// <summary>404: there is no such thing.</summary>
    /// <param name="kind">What was looked for.</param>
    /// <param name="id">Its id.</param>
    /// <param name="hint">What there is instead.</param>
    public static ProblemHttpResult NotFound(string kind, string id, string? hint = null) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found.", detail: $"There is no {kind} '{id}'.{(hint is null ? "" : $" {hint}")}");

    /// <summary>409: the state of the thing does not allow it.</summary>
    /// <param name="detail">Why not.</param>
    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict, title: "The present state does not allow this.", detail: detail);

    /// <summary>415: the body is not JSON.</summary>
    /// <param name="contentType">What it was said to be.</param>
    public static ProblemHttpResult NotJson(string? contentType) => TypedResults.Problem(
        statusCode: StatusCodes.Status415UnsupportedMediaType,
        title: "The body must be JSON.",
        detail: $"The Content-Type must be application/json, but is {(string.IsNullOrEmpty(contentType) ? "missing" : contentType)}.");

    /// <summary>415: the body is of a kind that is not read here.</summary>
    /// <param name="contentType">What it was said to be.</param>
    /// <param name="allowed">What it may be.</param>
    public static ProblemHttpResult UnsupportedType(string? contentType, params IEnumerable<string> allowed) => TypedResults.Problem(
        statusCode: StatusCodes.Status415UnsupportedMediaType,
        title: "The body is of a kind that is not read here.",
        detail: $"The Content-Type must be {string.Join(" or ", allowed)}, but is {(string.IsNullOrEmpty(contentType) ? "missing" : contentType)}.");

    /// <summary>406: nothing that the client accepts can be sent.</summary>
    /// <param name="possible">Media types that can.</param>
    public static ProblemHttpResult NotAcceptable(params IEnumerable<string> possible) => TypedResults.Problem(
        statusCode: StatusCodes.Status406NotAcceptable,
        title: "Nothing that is accepted can be sent.",
        detail: $"Possible are {string.Join(", ", possible)}.");

    /// <summary>412: the thing has changed since the client read it.</summary>
    /// <param name="detail">What it is now.</param>
    public static ProblemHttpResult PreconditionFailed(string detail) => TypedResults.Problem(
        statusCode: StatusCodes.Status412PreconditionFailed, title: "It has changed in the meantime.", detail: detail);

    /// <summary>422: a key was used for another request before.</summary>
    /// <param name="key">The key.</param>
    public static ProblemHttpResult KeyReused(string key) => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The key was used for another request.",
        detail: $"The Idempotency-Key '{key}' came with another body before. A new request needs a new key.");

    /// <summary>428: the client must say which version it means.</summary>
    /// <param name="detail">How.</param>
    public static ProblemHttpResult PreconditionRequired(string detail) => TypedResults.Problem(
        statusCode: StatusCodes.Status428PreconditionRequired, title: "A precondition is required.", detail: detail);

    /// <summary>429: the caller asks too often.</summary>
    public static ProblemHttpResult TooMany() => TypedResults.Problem(
        statusCode: StatusCodes.Status429TooManyRequests,
        title: "Too many requests.",
        detail: "You ask more often than this service allows. Retry-After says in how many seconds you may go on.");

    /// <summary>429: too much is waiting already.</summary>
    /// <param name="what">What is waiting.</param>
    public static ProblemHttpResult QueueFull(string what = "scenarios") => TypedResults.Problem(
        statusCode: StatusCodes.Status429TooManyRequests,
        title: "The queue is full.",
        detail: $"Too many {what} are waiting for a solve. Try again later, or stop or delete one.");
}
