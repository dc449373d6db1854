using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Scenarios;

/// <summary>The route of a scenario's events.</summary>
internal static class ScenarioEventEndpoint
{
    /// <summary>Maps the route.</summary>
    /// <param name="group">The routes below <c>/v1/scenarios</c>.</param>
    public static void MapScenarioEvents(this RouteGroupBuilder group) =>
        group.MapGet("/{id}/events", FollowAsync).WithName("FollowScenario")
            .WithSummary("What happens to a scenario, as it happens")
            .WithDescription(
                "Server-sent events: `state`, `progress` (stage, phase and objective levels of the best plan so far), `plan` (values and bounds of the levels, "
                + "indicators) and, where nothing happens, `heartbeat`. Ends when the scenario has ended. A client that comes back with `Last-Event-ID` hears "
                + "what it missed, and 204 if that is nothing and nothing will come.")
            .Produces<ScenarioEvent>(StatusCodes.Status200OK, "text/event-stream")
            .Produces(StatusCodes.Status204NoContent)
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<ServerSentEventsResult<ScenarioEvent>, NoContent, ProblemHttpResult>> FollowAsync(
        string id, HttpContext context, ScenarioStore scenarios, ScenarioEvents events)
    {
        StringValues last = context.Request.Headers[ScenarioEvents.LastHeardHeader];
        long after = 0;
        if (last.Count > 0 && !long.TryParse(last.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return Problem.Invalid([new FieldError(
                "", JsonValues.AsString(last.ToString()), $"The header {ScenarioEvents.LastHeardHeader} must be the id of an event.")]);
        }

        if (await scenarios.FindStateAsync(id, context.RequestAborted) is null)
        {
            return Problem.NotFound("scenario", id);
        }

        // 204 is how a server tells a browser's EventSource to come back no more.
        return last.Count > 0 && await events.IsOverAsync(id, after, context.RequestAborted)
            ? TypedResults.NoContent()
            : TypedResults.ServerSentEvents(events.FollowAsync(id, after, context.RequestAborted));
    }
}
