using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Readiness.Api.Security.Exposure;

/// <summary>Tells browsers to do as little as possible with an answer: not to guess, frame, run, leak or keep it.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Sets the headers of an answer when it is about to be sent.</summary>
    /// <param name="context">The request.</param>
    public static Task SetAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (!headers.ContainsKey(HeaderNames.ContentSecurityPolicy))
        {
            // A page that needs more says so itself.
            headers.ContentSecurityPolicy = context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce ? Page(nonce) : Nothing;
        }

        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            // What has a version may be kept, but not without asking whether it still is the version.
            headers.CacheControl = headers.ContainsKey(HeaderNames.ETag) ? "private, no-cache" : "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>The reference is a page: it runs its own scripts, styles itself inline, and asks this service only.</summary>
    private static string Page(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
}
