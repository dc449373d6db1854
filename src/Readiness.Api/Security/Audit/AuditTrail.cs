using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Audit;

/// <summary>Notes requests in the audit log.</summary>
/// <param name="store">Keeps the log.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log of the service.</param>
internal sealed partial class AuditTrail(AuditStore store, TimeProvider time, ILogger<AuditTrail> logger)
{
    private const string Stranger = "stranger";

    /// <summary>Most characters of a path or an id that a client made up.</summary>
    private const int LongestText = 200;

    /// <summary>Notes a request that is about to be done. Where that fails, so does the request, and nothing has been done.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Id of the entry.</returns>
    public async Task<string> BeginAsync(HttpContext context)
    {
        AuditEntry entry = Entry(context, null);
        await store.AddAsync(entry);
        return entry.Id;
    }

    /// <summary>Notes the answer to a request. Where that fails, the entry stays without a status, and the log of the service has it.</summary>
    /// <param name="id">Id of the entry.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="made">Address of what it made, if it made something.</param>
    public async Task CompleteAsync(string id, int status, string? made)
    {
        try
        {
            await store.CompleteAsync(id, status, made is null ? null : Short(Uri.UnescapeDataString(made[(made.LastIndexOf('/') + 1)..])));
        }
        catch (Exception fault)
        {
            LogIncomplete(logger, id, status, fault);
        }
    }

    /// <summary>Notes a request that is refused. Where that fails, it is refused nevertheless, and the log of the service has the entry.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of the answer.</param>
    public async Task RefusedAsync(HttpContext context, int status)
    {
        AuditEntry entry = Entry(context, status);
        try
        {
            await store.AddAsync(entry);
        }
        catch (Exception fault)
        {
            LogUnwritten(logger, entry.Caller, entry.Method, entry.Route, entry.Target, status, entry.Address, fault);
        }
    }

    /// <summary>Notes what was done without a request, by a command on the machine of the store.</summary>
    /// <param name="command">The command.</param>
    /// <param name="target">What it was about.</param>
    public Task CommandAsync(string command, string target)
    {
        DateTimeOffset now = time.GetUtcNow();
        return store.AddAsync(new AuditEntry(
            NewId(now), now, "command", Short(Environment.UserName), RoleWords.Word(AccessRole.Administrator), "COMMAND", command, target, StatusCodes.Status200OK, null));
    }

    private AuditEntry Entry(HttpContext context, int? status)
    {
        DateTimeOffset now = time.GetUtcNow();
        Caller? caller = Caller.Of(context);
        string? target = context.Request.RouteValues.Values.FirstOrDefault()?.ToString();
        return new AuditEntry(
            NewId(now),
            now,
            caller?.Id ?? Stranger,
            caller?.Name ?? Stranger,
            caller is null ? null : RoleWords.Word(caller.Role),
            Short(context.Request.Method),
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Short(context.Request.Path.ToUriComponent()),
            target is null ? null : Short(target),
            status,
            context.Connection.RemoteIpAddress?.ToString());
    }

    private static string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText];

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit log could not be told that its entry {Id} was answered with {Status}.")]
    private static partial void LogIncomplete(ILogger logger, string id, int status, Exception fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit log could not be told of a refusal: {Caller} {Method} {Route} {Target} {Status} {Address}.")]
    private static partial void LogUnwritten(
        ILogger logger, string caller, string method, string route, string? target, int status, string? address, Exception fault);
}
