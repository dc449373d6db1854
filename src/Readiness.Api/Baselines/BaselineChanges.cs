using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Forecasts;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>The routes that replace and delete a baseline. The client must name the version that it has seen.</summary>
internal static class BaselineChanges
{
    private const string Kind = "baseline";
    private const string Demand = "Send If-Match with the ETag of the version that you have read, or with * for whatever is there.";

    /// <summary>Maps the routes.</summary>
    /// <param name="group">The routes below <c>/v1/baselines</c>.</param>
    public static void MapBaselineChanges(this RouteGroupBuilder group)
    {
        group.MapPut("/{id}", PutAsync).WithName("PutBaseline")
            .WithSummary("Replace a baseline by another version")
            .WithDescription(
                "`If-Match` must have the `ETag` of the version that is replaced: 412 if it is another by now, 428 without it. Scenarios that were posted "
                + "before keep their version.")
            .Accepts<JsonObject>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteBaseline")
            .WithSummary("Delete a baseline")
            .WithDescription("`If-Match` as for PUT. Refused while a scenario of the baseline waits or is solved; scenarios that have ended stay.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Ok<BaselineSummary>, ProblemHttpResult>> PutAsync(
        string id, HttpContext context, IBaselineStore baselines, BaselineForecasts forecasts)
    {
        (District? district, ProblemHttpResult? refusal) = await BaselineBody.ReadAsync(context.Request, id);
        if (district is null)
        {
            return refusal!;
        }

        (long version, refusal) = await NamedVersionAsync(id, context, baselines);
        refusal ??= Refusal(await baselines.ReplaceAsync(district, version, context.RequestAborted), id);
        if (refusal is not null)
        {
            return refusal;
        }

        forecasts.Prepare(district);
        context.Response.Headers.ETag = StoredBaseline.TagOf(version + 1);
        return TypedResults.Ok(BaselineSummary.Of(district));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, HttpContext context, IBaselineStore baselines)
    {
        (long version, ProblemHttpResult? refusal) = await NamedVersionAsync(id, context, baselines);
        refusal ??= Refusal(await baselines.DeleteAsync(id, version, context.RequestAborted), id);
        return refusal is null ? TypedResults.NoContent() : refusal;
    }

    /// <summary>The version that the client names: the current one, or a refusal.</summary>
    private static async Task<(long Version, ProblemHttpResult? Refusal)> NamedVersionAsync(string id, HttpContext context, IBaselineStore baselines)
    {
        if (await baselines.FindCurrentAsync(id, context.RequestAborted) is not { } current)
        {
            return (0, Problem.NotFound(Kind, id));
        }

        if (context.Request.Headers[HeaderNames.IfMatch].Count == 0)
        {
            return (0, Problem.PreconditionRequired(Demand));
        }

        return EntityTags.Name(context.Request.Headers.IfMatch, current.Tag, weak: false)
            ? (current.Version, null)
            : (0, Outdated(id, current.Tag));
    }

    private static ProblemHttpResult? Refusal(BaselineChange change, string id) => change switch
    {
        BaselineChange.Done => null,
        BaselineChange.Missing => Problem.NotFound(Kind, id),
        BaselineChange.InUse => Problem.Conflict($"A scenario of the baseline '{id}' waits for its solve or is being solved."),
        _ => Outdated(id, null),
    };

    private static ProblemHttpResult Outdated(string id, string? tag) => Problem.PreconditionFailed(
        tag is null ? $"The baseline '{id}' has another version by now." : $"The baseline '{id}' has the version {tag} by now.");
}
