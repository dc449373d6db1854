using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Idempotency;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Keys;

/// <summary>The routes below <c>/v1/keys</c>.</summary>
internal static class KeyEndpoints
{
    private const string Root = "/v1/keys";

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapKeys(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup(Root).WithTags("Security").RequireRole(AccessRole.Administrator);
        group.MapGet("/", ListAsync).WithName("ListKeys")
            .WithSummary("API keys by id, without their secrets")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");
        group.MapPost("/", PostAsync).WithName("PostKey")
            .WithSummary("Make an API key")
            .WithDescription("The answer has the key's text. It is told this once and kept nowhere, so that an `Idempotency-Key` is refused.")
            .WithMetadata(new AnswerNotKept())
            .Accepts<KeyRequest>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapDelete("/{id}", RevokeAsync).WithName("RevokeKey")
            .WithSummary("Revoke an API key")
            .WithDescription("From now on it is not accepted; it stays in the list. Streams that were begun with it end within seconds.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<IReadOnlyList<ApiKey>>, ProblemHttpResult>> ListAsync(HttpContext context, ApiKeyStore keys)
    {
        QueryFields query = new(context.Request.Query, NextPage.LimitName, NextPage.AfterName);
        int limit = query.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard);
        string? after = query.Text(NextPage.AfterName);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<ApiKey> found = await keys.ListAsync(after, limit + 1, context.RequestAborted);
        if (found.Count > limit)
        {
            NextPage.Announce(context, found[limit - 1].Id);
        }

        return TypedResults.Ok<IReadOnlyList<ApiKey>>([.. found.Take(limit)]);
    }

    private static async Task<Results<Created<NewKey>, ProblemHttpResult>> PostAsync(HttpContext context, ApiKeyStore keys)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(context.Request);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            JsonFields fields = new(document.RootElement, "", []);
            if (fields.IsObject)
            {
                fields.RefuseUnknown("name", "role", "days");
                string? name = fields.RequiredText("name", ApiKey.LongestName);
                AccessRole? role = ReadRole(fields);
                int? days = fields.Optional("days") is { ValueKind: not JsonValueKind.Null } ? fields.Integer("days", 1, ApiKey.MostDays, 1) : null;
                if (fields.Errors.Count == 0)
                {
                    (ApiKey key, KeyText text) = await keys.AddAsync(name!, role!.Value, days, Caller.Of(context)!.Id, context.RequestAborted);
                    return TypedResults.Created($"{Root}/{key.Id}", new NewKey(text.Reveal(), key));
                }
            }

            return Problem.Invalid(fields.Errors);
        }
    }

    private static AccessRole? ReadRole(JsonFields fields)
    {
        AccessRole? role = fields.Optional("role") is { ValueKind: JsonValueKind.String } word ? RoleWords.Parse(word.GetString()) : null;
        if (role is null)
        {
            fields.Refuse("role", $"Must be one of {string.Join(", ", RoleWords.All)}.");
        }

        return role;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, ApiKeyStore keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("key", id);
}
