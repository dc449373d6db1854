using Microsoft.AspNetCore.Authorization;

namespace Readiness.Api.Security.Access;

/// <summary>The one rule of access: somebody has logged in, and has at least the role that the request needs.</summary>
internal sealed class AccessRequirement : AuthorizationHandler<AccessRequirement>, IAuthorizationRequirement
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http
            && Caller.Of(context.User) is { } caller
            && caller.Role >= RequiredRole.Of(http.GetEndpoint()?.Metadata, http.Request.Method))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
