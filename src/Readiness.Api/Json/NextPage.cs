using Microsoft.AspNetCore.Http.Extensions;

namespace Readiness.Api.Json;

/// <summary>Tells a client where a list goes on.</summary>
internal static class NextPage
{
    /// <summary>Name of the parameter for the length of a page.</summary>
    public const string LimitName = "limit";

    /// <summary>Name of the parameter for the place after which a page begins.</summary>
    public const string AfterName = "after";

    /// <summary>Entries of a page if nobody says otherwise.</summary>
    public const int Standard = 100;

    /// <summary>Most entries of a page.</summary>
    public const int Most = 1000;

    /// <summary>Sets the header <c>Link</c> (RFC 8288) to the same list after a place.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="after">The place.</param>
    public static void Announce(HttpContext context, string after)
    {
        QueryBuilder query = new(context.Request.Query.Where(q => q.Key != AfterName)) { { AfterName, after } };
        context.Response.Headers.Link = $"<{context.Request.Path.ToUriComponent()}{query.ToQueryString()}>; rel=\"next\"";
    }
}
