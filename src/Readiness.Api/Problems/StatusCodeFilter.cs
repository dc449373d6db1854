namespace Readiness.Api.Problems;

/// <summary>Gives every bare error status a problem document, whatever the client says it accepts.</summary>
internal sealed class StatusCodeFilter : IStartupFilter
{
    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseStatusCodePages(context => TypedResults
            .Problem(statusCode: context.HttpContext.Response.StatusCode, detail: Detail(context.HttpContext))
            .ExecuteAsync(context.HttpContext));
        next(app);
    };

    private static string? Detail(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"Nothing is served at {context.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed =>
            $"{context.Request.Method} is not possible here; allowed: {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType =>
            $"The Content-Type must be application/json, but is {context.Request.ContentType ?? "missing"}.",
        StatusCodes.Status400BadRequest when context.GetEndpoint() is null =>
            $"The Host header {context.Request.Host} is not one of this service.",
        _ => null,
    };
}
