using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>The routes below <c>/v1/sweeps</c>.</summary>
internal static class SweepEndpoints
{
    private const string Kind = "sweep";
    private const string Root = "/v1/sweeps";

    /// <summary>How long a stop or a removal waits for running solves to give their plans back.</summary>
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(10);

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapSweeps(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup(Root).WithTags("Sweeps");
        group.MapPost("/", PostAsync).WithName("PostSweep")
            .WithSummary("Plan a grid of what-ifs")
            .WithDescription(
                $"One scenario for every combination of the axes' values, at most {Sweep.MostCells}. An axis varies one place of the changes (`target`, a JSON pointer such as "
                + "`/changes/0/days`, and `values`) or chooses between lists of changes (`alternatives`). Cells are numbered from 0, and the last axis turns fastest. "
                + "Every fault of every cell is listed in one answer. Cells wait behind scenarios that were posted by themselves.")
            .Accepts<SweepRequest>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapGet("/", ListAsync).WithName("ListSweeps")
            .WithSummary("Sweeps, the newest first")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");
        group.MapGet("/{id}", GetAsync).WithName("GetSweep")
            .WithSummary("A sweep with its table: coordinates, state, levels with bounds, indicators and comparison of every cell")
            .WithDescription("At most `limit` rows; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/stop", StopAsync).WithName("StopSweep")
            .WithSummary("Stop all cells of a sweep; those being solved keep their best plans")
            .WithDescription("Answers 200 when no cell is being solved any more, 202 if that takes longer than ten seconds. Cells that have ended stay as they are.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteSweep")
            .WithSummary("Remove a sweep with all its cells")
            .WithDescription("Cells that are being solved are stopped first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Accepted<SweepSummary>, ProblemHttpResult>> PostAsync(
        HttpContext context, SweepRequestReader reader, SweepStore sweeps, SolveQueue queue, TimeProvider time)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(context.Request);
        if (document is null)
        {
            return refusal!;
        }

        SweepOrder? order;
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
        (StoredSweep sweep, IReadOnlyList<StoredScenario> cells) =
            order.ToStored(IdempotentRequest.ResourceOf(context) ?? Guid.CreateVersion7(now).ToString("N"), now);
        if (await queue.EnqueueAsync(sweep, cells, context.RequestAborted) == EnqueueResult.Full)
        {
            context.Response.Headers.RetryAfter = "30";
            return Problem.QueueFull("cells of sweeps");
        }

        return await sweeps.FindAsync(sweep.Id, context.RequestAborted) is { } stored
            ? TypedResults.Accepted($"{Root}/{sweep.Id}", SweepSummary.Of(stored))
            : Problem.NotFound(Kind, sweep.Id);
    }

    private static async Task<Results<Ok<IReadOnlyList<SweepSummary>>, ProblemHttpResult>> ListAsync(HttpContext context, SweepStore sweeps)
    {
        SweepQuery<ScenarioCursor?> query = SweepQuery.OfList(context.Request.Query);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<StoredSweep> found = await sweeps.ListAsync(query.After, query.Limit + 1, context.RequestAborted);
        StoredSweep[] page = [.. found.Take(query.Limit)];
        if (found.Count > page.Length)
        {
            NextPage.Announce(context, new ScenarioCursor(page[^1].Created, page[^1].Id).ToString());
        }

        return TypedResults.Ok<IReadOnlyList<SweepSummary>>([.. page.Select(SweepSummary.Of)]);
    }

    private static async Task<Results<Ok<SweepReport>, ProblemHttpResult>> GetAsync(string id, HttpContext context, SweepStore sweeps)
    {
        SweepQuery<int?> query = SweepQuery.OfTable(context.Request.Query);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        if (await sweeps.FindAsync(id, context.RequestAborted) is not { } sweep)
        {
            return Problem.NotFound(Kind, id);
        }

        IReadOnlyList<StoredCell> found = await sweeps.ListCellsAsync(id, query.After!.Value, query.Limit + 1, context.RequestAborted);
        StoredCell[] page = [.. found.Take(query.Limit)];
        if (found.Count > page.Length)
        {
            NextPage.Announce(context, page[^1].Cell.ToString(CultureInfo.InvariantCulture));
        }

        return TypedResults.Ok(SweepReport.Of(sweep, page));
    }

    private static async Task<Results<Ok<SweepSummary>, Accepted<SweepSummary>, ProblemHttpResult>> StopAsync(
        string id, SweepStore sweeps, SolveQueue queue, SweepWaiting waiting, CancellationToken cancellationToken)
    {
        if (await sweeps.FindAsync(id, cancellationToken) is null)
        {
            return Problem.NotFound(Kind, id);
        }

        await queue.CancelSweepAsync(id, cancellationToken);
        await waiting.ForEndAsync(id, StopWait, cancellationToken);
        if (await sweeps.FindAsync(id, cancellationToken) is not { } sweep)
        {
            return Problem.NotFound(Kind, id);
        }

        SweepSummary summary = SweepSummary.Of(sweep);
        return summary.States.Finished ? TypedResults.Ok(summary) : TypedResults.Accepted($"{Root}/{id}", summary);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, SweepStore sweeps, SolveQueue queue, SweepWaiting waiting, CancellationToken cancellationToken)
    {
        if (await sweeps.FindAsync(id, cancellationToken) is null)
        {
            return Problem.NotFound(Kind, id);
        }

        await queue.CancelSweepAsync(id, cancellationToken);
        await waiting.ForEndAsync(id, StopWait, cancellationToken);
        return await sweeps.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound(Kind, id);
    }
}
