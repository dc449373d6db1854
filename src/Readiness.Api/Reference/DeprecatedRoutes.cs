namespace Readiness.Api.Reference;

/// <summary>Marks routes that will go.</summary>
internal static class DeprecatedRoutes
{
    /// <summary>Says in every answer of a route, and in the OpenAPI document, that it will go.</summary>
    /// <param name="routes">The route or routes.</param>
    /// <param name="deprecation">When, and what to use instead.</param>
    public static T Deprecate<T>(this T routes, Deprecation deprecation)
        where T : IEndpointConventionBuilder => routes
            .WithMetadata(deprecation)
            .AddEndpointFilter(async (context, next) =>
            {
                deprecation.Tell(context.HttpContext.Response.Headers);
                return await next(context);
            });
}
