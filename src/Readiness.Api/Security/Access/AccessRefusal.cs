using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Readiness.Api.Problems;
using Readiness.Api.Security.Audit;

namespace Readiness.Api.Security.Access;

/// <summary>Refuses strangers with 401 and callers without the role with 403, as problem details, and notes both in the audit log.</summary>
/// <param name="audit">The audit log.</param>
internal sealed class AccessRefusal(AuditTrail audit) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (Caller.Of(context) is { } caller)
        {
            AccessRole needed = RequiredRole.Of(context.GetEndpoint()?.Metadata, context.Request.Method);
            await audit.RefusedAsync(context, StatusCodes.Status403Forbidden);
            await Problem.Forbidden($"This needs the role {RoleWords.Word(needed)}; yours is {RoleWords.Word(caller.Role)}.").ExecuteAsync(context);
        }
        else
        {
            bool wrong = (await context.AuthenticateAsync()).Failure is not null;
            await audit.RefusedAsync(context, StatusCodes.Status401Unauthorized);
            context.Response.Headers.WWWAuthenticate = wrong ? "Bearer realm=\"readiness\", error=\"invalid_token\"" : "Bearer realm=\"readiness\"";
            await Problem.Unauthorized(wrong).ExecuteAsync(context);
        }
    }
}
