using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Audit;

/// <summary>Notes every request that may change something: before it is done, and again when its answer is about to be sent.</summary>
/// <param name="next">What answers the request.</param>
/// <param name="trail">The audit log.</param>
internal sealed class AuditMiddleware(RequestDelegate next, AuditTrail trail)
{
    private const int ClientClosedRequest = 499;

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        if (RequiredRole.IsRead(context.Request.Method))
        {
            await next(context);
            return;
        }

        string id = await trail.BeginAsync(context);
        bool told = false;
        context.Response.OnStarting(async () =>
        {
            told = true;
            string? made = context.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : context.Response.Headers.ContentLocation;
            await trail.CompleteAsync(id, context.Response.StatusCode, made);
        });
        try
        {
            await next(context);
        }
        finally
        {
            if (!told && context.RequestAborted.IsCancellationRequested)
            {
                await trail.CompleteAsync(id, ClientClosedRequest, null);
            }
        }
    }
}
