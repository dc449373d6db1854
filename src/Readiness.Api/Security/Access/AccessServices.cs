using Microsoft.AspNetCore.Authorization;

namespace Readiness.Api.Security.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessServices
{
    /// <summary>Adds the services. The rule holds for every route that does not say that strangers are welcome, and for addresses without a route.</summary>
    /// <param name="services">The services.</param>
    public static void AddAccess(this IServiceCollection services)
    {
        AuthorizationPolicy policy = new AuthorizationPolicyBuilder().AddRequirements(new AccessRequirement()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(policy).SetFallbackPolicy(policy);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusal>();
    }

    /// <summary>Asks for another role than the usual one of the method.</summary>
    /// <param name="routes">The route or routes.</param>
    /// <param name="role">The role.</param>
    public static T RequireRole<T>(this T routes, AccessRole role)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new RequiredRole(role));
}
