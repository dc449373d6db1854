using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Scenarios;

/// <summary>The routes below <c>/v1/scenarios</c>.</summary>
internal static class ScenarioEndpoints
{
    private const string Kind = "scenario";
    private const string Root = "/v1/scenarios";

    /// <summary>How long a stop or a removal waits for a running solve to give its plan back.</summary>
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(10);

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapScenarios(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup(Root).WithTags("Scenarios");
        group.MapPost("/", PostAsync).WithName("PostScenario")
            .WithSummary("Plan a what-if")
            .WithDescription(
                "Applies typed changes to a baseline and plans the result. Answers 202 at once; with `Prefer: wait=SECONDS` "
                + "(at most 300) it answers 200 if the solve ends in that time. Every fault of the body is listed in one answer.")
            .Accepts<ScenarioRequest>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapGet("/", ListAsync).WithName("ListScenarios")
            .WithSummary("Scenarios, the newest first")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");
        group.MapGet("/{id}", GetAsync).WithName("GetScenario")
            .WithSummary("A scenario with its state, figures, proof, audit, unmet needs and comparison")
            .WithDescription("Parts that are not there yet are null: the plan's figures come before the comparison with the baseline's plan.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/plan", GetPlanAsync).WithName("GetScenarioPlan")
            .WithSummary("The decisions of a scenario's plan: sites, assignments, shipments, issues")
            .WithDescription("409 as long as there is no plan, and for a scenario that ended without one.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapScenarioEvents();
        group.MapPost("/{id}/stop", StopAsync).WithName("StopScenario")
            .WithSummary("Stop a solve and keep its best plan")
            .WithDescription(
                "Answers 200 when the plan is stored, 202 if that takes longer than ten seconds or `Prefer: wait=SECONDS`. "
                + "A scenario that has ended stays as it is.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteScenario")
            .WithSummary("Remove a scenario; one that is being solved is stopped first")
            .WithDescription("Its plan, events and comparison go with it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ScenarioReport>, Accepted<ScenarioReport>, ProblemHttpResult>> PostAsync(
        HttpContext context,
        ScenarioRequestReader reader,
        ScenarioStore scenarios,
        SolveQueue queue,
        ScenarioWaiting waiting,
        TimeProvider time)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(context.Request);
        if (document is null)
        {
            return refusal!;
        }

        ScenarioOrder? order;
        IReadOnlyList<FieldError> errors;
        using (document)
        {
            (order, errors) = await reader.ReadAsync(document.RootElement, context.RequestAborted);
        }

        if (order is null)
        {
            return Problem.Invalid(errors);
        }

        DateTimeOffset now = time.GetUtcNow();
        StoredScenario scenario = new(
            IdempotentRequest.ResourceOf(context) ?? Guid.CreateVersion7(now).ToString("N"),
            order.Baseline, order.BaselineVersion, order.Name, order.Changes, order.Settings, now)
        {
            Published = order.Published,
        };
        if (await queue.EnqueueAsync(scenario, context.RequestAborted) == EnqueueResult.Full)
        {
            context.Response.Headers.RetryAfter = "30";
            return Problem.QueueFull();
        }

        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } wait)
        {
            context.Response.Headers["Preference-Applied"] = "wait";
            await waiting.ForEndAsync(scenario.Id, wait, context.RequestAborted);
        }

        return await AnswerAsync(context, scenarios, scenario.Id);
    }

    private static async Task<Results<Ok<IReadOnlyList<ScenarioSummary>>, ProblemHttpResult>> ListAsync(
        HttpContext context, ScenarioStore scenarios)
    {
        ScenarioListQuery query = ScenarioListQuery.Read(context.Request.Query);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<ScenarioSummary> found = await scenarios.ListAsync(
            query.Wanted with { Limit = query.Wanted.Limit + 1 }, context.RequestAborted);
        ScenarioSummary[] page = [.. found.Take(query.Wanted.Limit)];
        if (found.Count > page.Length)
        {
            NextPage.Announce(context, new ScenarioCursor(page[^1].Created, page[^1].Id).ToString());
        }

        return TypedResults.Ok<IReadOnlyList<ScenarioSummary>>(page);
    }

    private static async Task<Results<Ok<ScenarioReport>, ProblemHttpResult>> GetAsync(
        string id, ScenarioStore scenarios, CancellationToken cancellationToken) =>
        await scenarios.FindAsync(id, cancellationToken) is { } scenario
            ? TypedResults.Ok(ScenarioReport.Of(scenario))
            : Problem.NotFound(Kind, id);

    private static async Task<Results<Ok<PlanReport>, ProblemHttpResult>> GetPlanAsync(
        string id, ScenarioPlans plans, CancellationToken cancellationToken)
    {
        (StoredScenario? scenario, ProblemHttpResult? refusal) = await plans.FindAsync(id, cancellationToken);
        return scenario is null ? refusal! : TypedResults.Ok(PlanReport.Of(scenario.Outcome!.Decisions));
    }

    private static async Task<Results<Ok<ScenarioReport>, Accepted<ScenarioReport>, ProblemHttpResult>> StopAsync(
        string id, HttpContext context, ScenarioStore scenarios, SolveQueue queue, ScenarioWaiting waiting)
    {
        if (await scenarios.FindAsync(id, context.RequestAborted) is null)
        {
            return Problem.NotFound(Kind, id);
        }

        await queue.CancelAsync(id, context.RequestAborted);
        TimeSpan wait = StopWait;
        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } preferred)
        {
            context.Response.Headers["Preference-Applied"] = "wait";
            wait = preferred;
        }

        await waiting.ForEndAsync(id, wait, context.RequestAborted);
        return await AnswerAsync(context, scenarios, id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, ScenarioStore scenarios, SolveQueue queue, ScenarioWaiting waiting, CancellationToken cancellationToken)
    {
        await queue.CancelAsync(id, cancellationToken);
        await waiting.ForEndAsync(id, StopWait, cancellationToken);
        return await scenarios.RemoveAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.NotFound(Kind, id);
    }

    /// <summary>200 with what has ended, 202 with what has not.</summary>
    private static async Task<Results<Ok<ScenarioReport>, Accepted<ScenarioReport>, ProblemHttpResult>> AnswerAsync(
        HttpContext context, ScenarioStore scenarios, string id)
    {
        if (await scenarios.FindAsync(id, context.RequestAborted) is not { } scenario)
        {
            return Problem.NotFound(Kind, id);
        }

        string location = $"{Root}/{id}";
        if (!scenario.Ended)
        {
            return TypedResults.Accepted(location, ScenarioReport.Of(scenario));
        }

        context.Response.Headers.ContentLocation = location;
        return TypedResults.Ok(ScenarioReport.Of(scenario));
    }
}
