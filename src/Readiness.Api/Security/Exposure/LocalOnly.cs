using Microsoft.Extensions.Primitives;
using Readiness.Api.Problems;
using Readiness.Api.Security.Audit;

namespace Readiness.Api.Security.Exposure;

/// <summary>
/// Keeps a service without login to the users of its machine: web pages of others must not use their browsers to send requests, and proxies must not pass any on.
/// </summary>
/// <param name="next">What answers the request.</param>
/// <param name="origins">Pages that may nevertheless.</param>
/// <param name="audit">The audit log.</param>
internal sealed class LocalOnly(RequestDelegate next, IReadOnlyCollection<string> origins, AuditTrail audit)
{
    /// <summary>Names of this machine. A browser that was sent here by another name was deceived (DNS rebinding).</summary>
    public static readonly IReadOnlyList<string> Hosts = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        string? fault = ProxyHeaders.Any(context.Request.Headers.ContainsKey)
            ? "The request came by way of a proxy, so that it may come from anywhere: turn on a login first."
            : IsForeign(context.Request)
                ? "The request was sent by a web page of another origin. Readiness:AllowedOrigins says which may."
                : null;
        if (fault is null)
        {
            await next(context);
            return;
        }

        await audit.RefusedAsync(context, StatusCodes.Status403Forbidden);
        await Problem.Forbidden(fault).ExecuteAsync(context);
    }

    /// <summary>Browsers say where a request comes from; what is no browser says nothing. To follow a link from another page is harmless.</summary>
    private bool IsForeign(HttpRequest request)
    {
        string? origin = request.Headers.Origin.Count > 0 ? request.Headers.Origin.ToString() : null;
        if (origin is not null && origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        StringValues site = request.Headers["Sec-Fetch-Site"];
        bool foreign = site.Count > 0
            ? site.ToString() is not ("same-origin" or "none")
            : origin is not null && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        bool followed = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && origin is null;
        return foreign && !followed;
    }
}
