using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Idempotency;

/// <summary>
/// Does a POST with an <c>Idempotency-Key</c> once: the same key with the same body gets the first answer again, with another body a refusal. Refused
/// requests are not kept.
/// </summary>
/// <param name="next">What answers the request.</param>
/// <param name="store">Keeps requests.</param>
/// <param name="time">The clock.</param>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store, TimeProvider time)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    private static readonly string[] KeptHeaders = ["Content-Type", "Location", "Content-Location", "ETag", "Preference-Applied"];

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        StringValues keys = context.Request.Headers[Header];
        if (!HttpMethods.IsPost(context.Request.Method) || keys.Count == 0)
        {
            await next(context);
            return;
        }

        string key = keys.ToString();
        if (keys.Count > 1 || key.Length is 0 or > LongestKey || key.Any(c => c is < ' ' or > '~'))
        {
            await Problem.Invalid([new FieldError("", JsonValues.AsString(key.Length > LongestKey ? key[..LongestKey] : key),
                $"The header {Header} must be given once, with 1 to {LongestKey} visible ASCII characters.")]).ExecuteAsync(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<AnswerNotKept>() is not null)
        {
            await Problem.Invalid([new FieldError("", JsonValues.AsString(key), $"The header {Header} is not possible here: the answer has a secret and is not kept.")])
                .ExecuteAsync(context);
            return;
        }

        // Nobody gets the answer to a request of somebody else.
        string route = $"{Caller.Of(context)?.Id} {context.Request.Path.ToUriComponent()}";
        string fingerprint = await FingerprintAsync(context.Request);
        (bool mine, bool resumed, IdempotentRequest request) = await store.BeginAsync(route, key, fingerprint);
        if (mine)
        {
            IdempotentRequest.Begin(context, request.Resource, resumed);
            await DoAsync(context, route, key);
        }
        else if (request.Fingerprint != fingerprint)
        {
            await Problem.KeyReused(key).ExecuteAsync(context);
        }
        else if (request.Answer is { } answer)
        {
            await RepeatAsync(context, answer);
        }
        else
        {
            context.Response.Headers.RetryAfter = "1";
            await Problem.Conflict($"The request with the {Header} '{key}' is still being answered.").ExecuteAsync(context);
        }
    }

    /// <summary>Hash of the body, which can be read again afterwards.</summary>
    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        byte[] hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash);
    }

    private static async Task RepeatAsync(HttpContext context, StoredAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task DoAsync(HttpContext context, string route, string key)
    {
        Stream client = context.Response.Body;
        using MemoryStream body = new();
        context.Response.Body = body;
        bool kept = false;
        using CancellationTokenSource done = new();
        Task busy = ProlongAsync(route, key, done.Token);
        try
        {
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                Dictionary<string, string> headers = KeptHeaders
                    .Where(context.Response.Headers.ContainsKey)
                    .ToDictionary(name => name, name => context.Response.Headers[name].ToString());
                await store.KeepAsync(route, key, new StoredAnswer(
                    context.Response.StatusCode, headers, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)));
                kept = true;
            }
        }
        finally
        {
            context.Response.Body = client;
            await done.CancelAsync();
            await busy;
            if (!kept && !context.RequestAborted.IsCancellationRequested)
            {
                await store.ForgetAsync(route, key);
            }
        }

        body.Position = 0;
        await body.CopyToAsync(client, context.RequestAborted);
    }

    private async Task ProlongAsync(string route, string key, CancellationToken done)
    {
        using PeriodicTimer timer = new(IdempotencyStore.BusyTime / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await store.ProlongAsync(route, key);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The request is answered.
        }
    }
}
