using Readiness.Api.Security.Access;
using Readiness.Api.Security.Keys;

namespace Readiness.Api.Security.Login;

/// <summary>Ends answers that go on for long, such as streams of events, when the login that they were begun with is no longer valid.</summary>
/// <param name="next">What answers the request.</param>
/// <param name="keys">Keeps keys.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class LoginWatch(RequestDelegate next, ApiKeyStore keys, TimeProvider time, ILogger<LoginWatch> logger)
{
    /// <summary>How long an answer may go on after the end of its login.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        if (Caller.Of(context) is not { } caller || (caller.KeyId is null && caller.Expires is null))
        {
            await next(context);
            return;
        }

        using CancellationTokenSource answered = new();
        Task watch = WatchAsync(context, caller, answered.Token);
        try
        {
            await next(context);
        }
        finally
        {
            await answered.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(HttpContext context, Caller caller, CancellationToken answered)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(answered))
            {
                if (!await IsValidAsync(caller, answered))
                {
                    context.Abort();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (answered.IsCancellationRequested)
        {
            // The request is answered.
        }
    }

    private async Task<bool> IsValidAsync(Caller caller, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (caller.Expires <= now)
        {
            return false;
        }

        try
        {
            return caller.KeyId is not { } id || (await keys.FindAsync(id, cancellationToken))?.IsValidAt(now) == true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Who cannot be shown to be allowed is not.
            LogFailure(logger, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A login could not be checked again; its answer is cut off.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
