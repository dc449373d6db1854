using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Baselines;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.Publishing;

/// <summary>The routes that publish a plan and tell which plan is in force.</summary>
internal static class PublishingEndpoints
{
    private const string Demand = "Another plan is in force. Send If-Match with the ETag of the published plan that you have read, or with * for whatever is there.";

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapPublishing(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v1").WithTags("Publishing");
        group.MapPost("/scenarios/{id}/publish", PublishAsync).WithName("PublishScenario")
            .WithSummary("Make a scenario's plan the one in force")
            .WithDescription(
                "The scenario must be completed, and its baseline must still have the version that it was planned for. Where a plan is in force already, `If-Match` must name its "
                + "`ETag` (428 without, 412 if it is another by now), so that of two planners who publish at the same time the second is told. Publishing the plan in force again changes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        group.MapGet("/scenarios/{id}/changes", GetChangesAsync).WithName("GetScenarioChanges")
            .WithSummary("All that a scenario's plan changes of the published plan on top of which it was made")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/baselines/{id}/published", GetAsync).WithName("GetPublishedPlan")
            .WithSummary("The plan of a baseline that is in force")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/baselines/{id}/published/history", ListAsync).WithName("ListPublishedPlans")
            .WithSummary("All published plans of a baseline in short, the last first")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapActuals();
    }

    private static async Task<Results<Ok<PublishedSummary>, ProblemHttpResult>> PublishAsync(
        string id, HttpContext context, ScenarioStore scenarios, IBaselineStore baselines, PublishedPlanStore published, TimeProvider time)
    {
        if (await scenarios.FindAsync(id, context.RequestAborted) is not { } scenario)
        {
            return Problem.NotFound("scenario", id);
        }

        if (scenario is not { State: ScenarioState.Completed, Outcome: { } outcome })
        {
            return Problem.Conflict($"The scenario '{id}' is not completed; only a completed plan can be published.");
        }

        StoredPublication? current = await published.FindCurrentAsync(scenario.Baseline, context.RequestAborted);
        if (current?.Summary.Scenario == id)
        {
            return Told(context, current);
        }

        if (await baselines.FindCurrentAsync(scenario.Baseline, context.RequestAborted) is not { } baseline || baseline.Version != scenario.BaselineVersion)
        {
            return Problem.Conflict($"The baseline '{scenario.Baseline}' has another version than {scenario.BaselineVersion} by now, for which the scenario '{id}' was planned.");
        }

        if (current is not null && context.Request.Headers[HeaderNames.IfMatch].Count == 0)
        {
            return Problem.PreconditionRequired(Demand);
        }

        if (context.Request.Headers[HeaderNames.IfMatch].Count > 0 && (current is null || !EntityTags.Name(context.Request.Headers.IfMatch, current.Tag, weak: false)))
        {
            return Problem.PreconditionFailed(current is null ? "No plan is in force." : $"The plan in force is {current.Tag} by now.");
        }

        var publication = new StoredPublication(
            new PublishedSummary(
                scenario.Baseline, (current?.Summary.Number ?? 0) + 1, id, scenario.Name, scenario.BaselineVersion, time.GetUtcNow(), baseline.District.Horizon.Start),
            outcome.Decisions);
        return await published.AddAsync(publication, context.RequestAborted)
            ? Told(context, publication)
            : Problem.PreconditionFailed("Another plan was published, or the baseline replaced, at the same time.");
    }

    private static async Task<Results<Ok<PublishedReport>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, IBaselineStore baselines, PublishedPlanStore published)
    {
        if (await baselines.FindAsync(id, context.RequestAborted) is null)
        {
            return Problem.NotFound("baseline", id);
        }

        if (await published.FindCurrentAsync(id, context.RequestAborted) is not { } current)
        {
            return Problem.NotFound("published plan of the baseline", id);
        }

        context.Response.Headers.ETag = current.Tag;
        return TypedResults.Ok(new PublishedReport(current.Summary, PlanReport.Of(current.Decisions)));
    }

    private static async Task<Results<Ok<IReadOnlyList<PublishedSummary>>, ProblemHttpResult>> ListAsync(
        string id, IBaselineStore baselines, PublishedPlanStore published, CancellationToken cancellationToken) =>
        await baselines.FindAsync(id, cancellationToken) is null
            ? Problem.NotFound("baseline", id)
            : TypedResults.Ok(await published.ListAsync(id, cancellationToken));

    private static async Task<Results<Ok<ChangesReport>, ProblemHttpResult>> GetChangesAsync(string id, ScenarioStore scenarios, CancellationToken cancellationToken)
    {
        if (await scenarios.FindAsync(id, cancellationToken) is not { } scenario)
        {
            return Problem.NotFound("scenario", id);
        }

        return scenario.Outcome?.Changes is { } changes
            ? TypedResults.Ok(ChangesReport.Of(changes, int.MaxValue))
            : Problem.Conflict(scenario.Published is null ? $"The scenario '{id}' names no published plan." : $"The scenario '{id}' has no plan yet.");
    }

    private static Ok<PublishedSummary> Told(HttpContext context, StoredPublication publication)
    {
        context.Response.Headers.ETag = publication.Tag;
        return TypedResults.Ok(publication.Summary);
    }
}
