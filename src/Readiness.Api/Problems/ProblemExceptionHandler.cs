using Microsoft.AspNetCore.Diagnostics;

namespace Readiness.Api.Problems;

/// <summary>Turns exceptions into problem documents: the server's own refusals keep their status, everything else is a 500.</summary>
/// <param name="logger">The log.</param>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException refusal)
        {
            await TypedResults.Problem(statusCode: refusal.StatusCode, detail: refusal.Message).ExecuteAsync(httpContext);
            return true;
        }

        // The framework does not log what a handler has answered.
        LogFailure(logger, httpContext.Request.Method, httpContext.Request.Path, exception);
        await TypedResults
            .Problem(statusCode: StatusCodes.Status500InternalServerError, detail: "The service failed; its log has the cause.")
            .ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void LogFailure(ILogger logger, string method, string path, Exception exception);
}
