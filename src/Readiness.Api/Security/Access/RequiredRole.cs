namespace Readiness.Api.Security.Access;

/// <summary>The role that a route asks for where it is not the usual one of its method.</summary>
/// <param name="Role">The role.</param>
internal sealed record RequiredRole(AccessRole Role)
{
    /// <summary>The role that a request needs, routes without a word of their own by their method: reading needs a viewer, everything else a planner.</summary>
    /// <param name="metadata">What is known of the route; none where no route is met.</param>
    /// <param name="method">The method of the request.</param>
    public static AccessRole Of(EndpointMetadataCollection? metadata, string method) =>
        metadata?.GetMetadata<RequiredRole>()?.Role
        ?? (IsRead(method) ? AccessRole.Viewer : AccessRole.Planner);

    /// <summary>Whether a request of a method changes nothing. Of a method that nobody knows that is not to be hoped.</summary>
    /// <param name="method">The method.</param>
    public static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
