using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Forecasts;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>The routes that replace and delete a baseline. The client must name the version that it has seen.</summary>
internal static class BaselineChanges
{
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

        (StoredBaseline? named, refusal) = await NamedVersion.FindAsync(id, context, baselines);
        refusal ??= NamedVersion.Refusal(await baselines.ReplaceAsync(district, named!.Version, context.RequestAborted), id);
        if (refusal is not null)
        {
            return refusal;
        }

        forecasts.Prepare(district);
        context.Response.Headers.ETag = StoredBaseline.TagOf(named!.Version + 1);
        return TypedResults.Ok(BaselineSummary.Of(district));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, HttpContext context, IBaselineStore baselines)
    {
        (StoredBaseline? named, ProblemHttpResult? refusal) = await NamedVersion.FindAsync(id, context, baselines);
        refusal ??= NamedVersion.Refusal(await baselines.DeleteAsync(id, named!.Version, context.RequestAborted), id);
        return refusal is null ? TypedResults.NoContent() : refusal;
    }
}
