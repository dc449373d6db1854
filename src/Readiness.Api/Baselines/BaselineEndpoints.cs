using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Forecasts;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Demand.Epidemics;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>The routes below <c>/v1/baselines</c>.</summary>
internal static class BaselineEndpoints
{
    private const string Root = "/v1/baselines";

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapBaselines(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup(Root).WithTags("Baselines");
        group.MapGet("/", ListAsync).WithName("ListBaselines")
            .WithSummary("Baselines by id")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");
        group.MapPost("/", PostAsync).WithName("PostBaseline")
            .WithSummary("Add a district as a baseline")
            .WithDescription(
                "The body is a district document (its schema: `GET /v1/schema/district`). Every fault is listed in one answer. "
                + "Another document with the same id is refused: PUT replaces a baseline.")
            .Accepts<JsonObject>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapGet("/{id}", GetAsync).WithName("GetBaseline")
            .WithSummary("The district document of a baseline")
            .WithDescription("Its schema: `GET /v1/schema/district`. The `ETag` is the version; with `If-None-Match` it is not sent again.")
            .Produces<JsonObject>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapBaselineChanges();
        group.MapGet("/{id}/assessment", AssessAsync).WithName("GetBaselineAssessment")
            .WithSummary("The readiness inventory of a baseline: what it has against what it is expected to need")
            .WithDescription(
                "Stock in days of supply, staff against workload (WISN), trained people per skill, tests, isolation beds and quarantine "
                + "rooms, each with a traffic light and its arithmetic; the district first, then the places, the worst first. "
                + "Nothing is planned for it. Every fault of the parameters is listed in one answer.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/forecast", ForecastAsync).WithName("GetBaselineForecast")
            .WithSummary("The forecast of a baseline: cases, what drives the needs, heads, staff, items and laboratory, with their spread")
            .WithDescription(
                "Quantiles over the possible courses that the document's `epidemic.forecast` leads to, with estimates of the epidemic's parameters, what "
                + "cleaning changed in the series, and how forecasts from earlier days did against a weekly baseline. A document without these "
                + "settings gets its single course, with a note. The first answer for a baseline takes some seconds.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<IReadOnlyList<BaselineSummary>>, ProblemHttpResult>> ListAsync(
        HttpContext context, IBaselineStore baselines)
    {
        QueryFields query = new(context.Request.Query, NextPage.LimitName, NextPage.AfterName);
        int limit = query.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard);
        string? after = query.Text(NextPage.AfterName);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<BaselineSummary> found = await baselines.ListAsync(after, limit + 1, context.RequestAborted);
        if (found.Count > limit)
        {
            NextPage.Announce(context, found[limit - 1].Id);
        }

        return TypedResults.Ok<IReadOnlyList<BaselineSummary>>([.. found.Take(limit)]);
    }

    private static async Task<Results<Created<BaselineSummary>, ProblemHttpResult>> PostAsync(
        HttpRequest request, IBaselineStore baselines, BaselineForecasts forecasts, CancellationToken cancellationToken)
    {
        (District? district, ProblemHttpResult? refusal) = await BaselineBody.ReadAsync(request);
        if (district is null)
        {
            return refusal!;
        }

        long? version = await baselines.AddAsync(district, cancellationToken)
            ?? await BaselineBody.AddedBeforeAsync(request.HttpContext, district, baselines);
        if (version is null)
        {
            return Problem.Conflict($"There is a baseline '{district.Id}' already. PUT replaces it.");
        }

        forecasts.Prepare(district);
        request.HttpContext.Response.Headers.ETag = StoredBaseline.TagOf(version.Value);
        return TypedResults.Created($"{Root}/{Uri.EscapeDataString(district.Id)}", BaselineSummary.Of(district));
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, IBaselineStore baselines)
    {
        if (await baselines.FindCurrentAsync(id, context.RequestAborted) is not { } baseline)
        {
            return Problem.NotFound("baseline", id);
        }

        context.Response.Headers.ETag = baseline.Tag;
        return EntityTags.Name(context.Request.Headers.IfNoneMatch, baseline.Tag, weak: true)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(DistrictDocument.Write(baseline.District), "application/json; charset=utf-8");
    }

    private static async Task<Results<Ok<ReadinessInventory>, ProblemHttpResult>> AssessAsync(
        string id, HttpRequest request, IBaselineStore baselines, CancellationToken cancellationToken)
    {
        if (await baselines.FindAsync(id, cancellationToken) is not { } district)
        {
            return Problem.NotFound("baseline", id);
        }

        AssessmentQuery query = AssessmentQuery.Read(request.Query, district);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        ReadinessInventory inventory = InventoryAssessor.Assess(district, options: query.Options);
        return TypedResults.Ok(query.Place is { } place ? inventory.At(place) : inventory);
    }

    private static async Task<Results<Ok<ForecastReport>, ProblemHttpResult>> ForecastAsync(
        string id, HttpRequest request, IBaselineStore baselines, BaselineForecasts forecasts, CancellationToken cancellationToken)
    {
        if (await baselines.FindCurrentAsync(id, cancellationToken) is not { } baseline)
        {
            return Problem.NotFound("baseline", id);
        }

        ForecastQuery query = ForecastQuery.Read(request.Query);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        try
        {
            return TypedResults.Ok(new ForecastWriter(baseline.District, await forecasts.GetAsync(baseline, cancellationToken), query).Report());
        }
        catch (EpidemicProblemException fault)
        {
            return Problem.Conflict($"The epidemic of this baseline cannot be forecast. {fault.Message}");
        }
    }
}
