namespace Readiness.Api.Security.Audit;

/// <summary>One request that changed something, or was refused.</summary>
/// <param name="Id">Id; ids grow with time.</param>
/// <param name="Time">When it came.</param>
/// <param name="Caller">Who sent it: <c>key:</c> with the id of a key, <c>jwt:</c> with the subject of a token, <c>local</c> where no login is asked for, <c>command</c>, or <c>stranger</c>.</param>
/// <param name="Name">What people call the caller.</param>
/// <param name="Role">The caller's role: <c>viewer</c>, <c>planner</c> or <c>administrator</c>; none of a stranger.</param>
/// <param name="Method">The method.</param>
/// <param name="Route">The route, such as <c>/v1/scenarios/{id}/stop</c>; where there is none, the path.</param>
/// <param name="Target">Id of what it was about, or what it made; none if it was about nothing in particular.</param>
/// <param name="Status">Status of the answer, 499 if the client went away before; none while there is none, or where the process ended before there was one.</param>
/// <param name="Address">Address of the client.</param>
public sealed record AuditEntry(
    string Id,
    DateTimeOffset Time,
    string Caller,
    string Name,
    string? Role,
    string Method,
    string Route,
    string? Target,
    int? Status,
    string? Address);
