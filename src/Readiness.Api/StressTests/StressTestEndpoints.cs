using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.StressTests;

/// <summary>The routes below <c>/v1/stress-tests</c>.</summary>
internal static class StressTestEndpoints
{
    private const string Kind = "stress test";
    private const string Root = "/v1/stress-tests";

    /// <summary>How long a stop waits for the futures under way and the report.</summary>
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(10);

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapStressTests(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup(Root).WithTags("Stress tests");
        group.MapPost("/", PostAsync).WithName("PostStressTest")
            .WithSummary("Test the plan of a scenario in sampled futures")
            .WithDescription(
                "Samples courses of the demand, delays of shipments and sick leave, and carries the plan out in each future as it is (`fixed`), or plans each anew in knowledge of it "
                + "(`replanned`: a bound, not a policy). Answers 202 at once; with `Prefer: wait=SECONDS` (at most 300) it answers 200 if the test ends in that time.")
            .Accepts<StressTestRequest>("application/json")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapGet("/", ListAsync).WithName("ListStressTests")
            .WithSummary("Stress tests, the newest first")
            .WithDescription("At most `limit` of them; where there are more, the header `Link` (RFC 8288) has the address of the next page.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json");
        group.MapGet("/{id}", GetAsync).WithName("GetStressTest")
            .WithSummary("A stress test with its progress and, once it has ended, its report")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/stop", StopAsync).WithName("StopStressTest")
            .WithSummary("Stop a stress test and report the futures that are done")
            .WithDescription(
                "Answers 200 when the report is stored, 202 if that takes longer than ten seconds or `Prefer: wait=SECONDS`. A test that has ended stays as it is.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteStressTest")
            .WithSummary("Remove a stress test; one under way ends without a report")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<StressTestStatus>, Accepted<StressTestStatus>, ProblemHttpResult>> PostAsync(
        HttpContext context, StressTestRequestReader reader, StressTestStore tests, StressTestQueue queue, StressTestWaiting waiting, TimeProvider time)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(context.Request);
        if (document is null)
        {
            return refusal!;
        }

        StressTestOrder? order;
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
        StoredStressTest test = new(IdempotentRequest.ResourceOf(context) ?? Guid.CreateVersion7(now).ToString("N"), order, now);
        if (await queue.EnqueueAsync(test, context.RequestAborted) == EnqueueResult.Full)
        {
            context.Response.Headers.RetryAfter = "30";
            return Problem.QueueFull("stress tests");
        }

        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } wait)
        {
            context.Response.Headers["Preference-Applied"] = "wait";
            await waiting.ForEndAsync(test.Id, wait, context.RequestAborted);
        }

        return await AnswerAsync(context, tests, test.Id);
    }

    private static async Task<Results<Ok<IReadOnlyList<StressTestSummary>>, ProblemHttpResult>> ListAsync(HttpContext context, StressTestStore tests)
    {
        StressTestListQuery query = StressTestListQuery.Read(context.Request.Query);
        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        // One more than wanted tells whether there is another page.
        IReadOnlyList<StressTestSummary> found = await tests.ListAsync(query.Wanted with { Limit = query.Wanted.Limit + 1 }, context.RequestAborted);
        StressTestSummary[] page = [.. found.Take(query.Wanted.Limit)];
        if (found.Count > page.Length)
        {
            NextPage.Announce(context, new ScenarioCursor(page[^1].Created, page[^1].Id).ToString());
        }

        return TypedResults.Ok<IReadOnlyList<StressTestSummary>>(page);
    }

    private static async Task<Results<Ok<StressTestStatus>, ProblemHttpResult>> GetAsync(
        string id, StressTestStore tests, CancellationToken cancellationToken) =>
        await tests.FindAsync(id, cancellationToken) is { } test ? TypedResults.Ok(StressTestStatus.Of(test)) : Problem.NotFound(Kind, id);

    private static async Task<Results<Ok<StressTestStatus>, Accepted<StressTestStatus>, ProblemHttpResult>> StopAsync(
        string id, HttpContext context, StressTestStore tests, StressTestQueue queue, StressTestWaiting waiting)
    {
        if (await tests.FindShortAsync(id, context.RequestAborted) is null)
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
        return await AnswerAsync(context, tests, id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, StressTestStore tests, CancellationToken cancellationToken) =>
        await tests.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound(Kind, id);

    /// <summary>200 with what has ended, 202 with what has not.</summary>
    private static async Task<Results<Ok<StressTestStatus>, Accepted<StressTestStatus>, ProblemHttpResult>> AnswerAsync(
        HttpContext context, StressTestStore tests, string id)
    {
        if (await tests.FindAsync(id, context.RequestAborted) is not { } test)
        {
            return Problem.NotFound(Kind, id);
        }

        string location = $"{Root}/{id}";
        if (!test.Ended)
        {
            return TypedResults.Accepted(location, StressTestStatus.Of(test));
        }

        context.Response.Headers.ContentLocation = location;
        return TypedResults.Ok(StressTestStatus.Of(test));
    }
}
