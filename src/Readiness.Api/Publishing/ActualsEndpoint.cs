using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Baselines;
using Readiness.Api.Forecasts;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Demand.Epidemics;
using Readiness.Districts;
using Readiness.Mornings;

namespace Readiness.Api.Publishing;

/// <summary>The route that takes what is true on a morning into a new version of a baseline.</summary>
internal static class ActualsEndpoint
{
    private const string Demand = "Send If-Match with the ETag of the baseline that you have read, or with * for whatever is there.";

    /// <summary>Maps the route.</summary>
    /// <param name="group">The routes below <c>/v1</c>.</param>
    public static void MapActuals(this RouteGroupBuilder group) =>
        group.MapPost("/baselines/{id}/actuals", PostAsync).WithName("PostActuals")
            .WithSummary("Take what is true on a morning into a new version of a baseline")
            .WithDescription(
                "Counted stock, absences, deliveries, cases, people in quarantine, shifts worked; the horizon then begins on the morning. What is not reported is derived by carrying the "
                + "published plan out up to then, and the answer lists it. `If-Match` as for PUT. Every fault of the body is listed in one answer.")
            .Accepts<Morning>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ActualsReport>, ProblemHttpResult>> PostAsync(
        string id, HttpContext context, IBaselineStore baselines, PublishedPlanStore published, BaselineForecasts forecasts, DistrictLimits limits)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(context.Request);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            if (await baselines.FindCurrentAsync(id, context.RequestAborted) is not { } current)
            {
                return Problem.NotFound("baseline", id);
            }

            if (context.Request.Headers[HeaderNames.IfMatch].Count == 0)
            {
                return Problem.PreconditionRequired(Demand);
            }

            if (!EntityTags.Name(context.Request.Headers.IfMatch, current.Tag, weak: false))
            {
                return Problem.PreconditionFailed($"The baseline '{id}' has the version {current.Tag} by now.");
            }

            StoredPublication? publication = await published.FindCurrentAsync(id, context.RequestAborted);
            MorningResult result;
            try
            {
                result = MorningDocument.Apply(document.RootElement, current.District, publication?.With(null));
            }
            catch (EpidemicProblemException fault)
            {
                return Problem.Conflict($"The epidemic of this baseline cannot be forecast. {fault.Message}");
            }

            IEnumerable<FieldError> faults = result.District is { } taken
                ? limits.Faults(taken)
                : result.Errors.Select(error => new FieldError(error.Pointer, JsonValues.Parse(error.Value), error.Message));
            return result.District is { } district && !faults.Any()
                ? await ReplaceAsync(context, baselines, forecasts, current, district, new ActualsReport(
                    current.Version + 1, publication?.Summary.Number, BaselineSummary.Of(district), result.Derived))
                : Problem.Invalid([.. faults]);
        }
    }

    private static async Task<Results<Ok<ActualsReport>, ProblemHttpResult>> ReplaceAsync(
        HttpContext context, IBaselineStore baselines, BaselineForecasts forecasts, StoredBaseline current, District district, ActualsReport report)
    {
        if (await baselines.ReplaceAsync(district, current.Version, context.RequestAborted) != BaselineChange.Done)
        {
            return Problem.PreconditionFailed($"The baseline '{district.Id}' has another version by now.");
        }

        forecasts.Prepare(district);
        context.Response.Headers.ETag = StoredBaseline.TagOf(report.Version);
        return TypedResults.Ok(report);
    }
}
