using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Audit;

/// <summary>The route <c>/v1/audit</c>.</summary>
internal static class AuditEndpoints
{
    /// <summary>Maps the route.</summary>
    /// <param name="app">The application.</param>
    public static void MapAudit(this WebApplication app) =>
        app.MapGroup("/v1/audit").WithTags("Security").RequireRole(AccessRole.Administrator)
            .MapGet("/", ListAsync).WithName("ListAudit")
            .WithSummary("Who did what: requests that changed something or were refused, the newest first")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static async Task<Results<Ok<IReadOnlyList<AuditEntry>>, ProblemHttpResult>> ListAsync(HttpContext context, AuditStore store)
    {
        (AuditQuery wanted, IReadOnlyCollection<FieldError> errors) = AuditQuery.Read(context.Request.Query);
        if (errors.Count > 0)
        {
            return Problem.Invalid(errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<AuditEntry> found = await store.ListAsync(wanted with { Limit = wanted.Limit + 1 }, context.RequestAborted);
        if (found.Count > wanted.Limit)
        {
            NextPage.Announce(context, found[wanted.Limit - 1].Id);
        }

        return TypedResults.Ok<IReadOnlyList<AuditEntry>>([.. found.Take(wanted.Limit)]);
    }
}
