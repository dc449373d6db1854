using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Comparisons;

/// <summary>The route <c>/v1/comparisons</c>.</summary>
internal static class ComparisonEndpoints
{
    /// <summary>Name of the parameter with the ids of the scenarios.</summary>
    public const string ScenariosName = "scenarios";

    /// <summary>Entries of each list of decisions if nobody says otherwise.</summary>
    public const int StandardLimit = 100;

    /// <summary>Most entries of each list of decisions.</summary>
    public const int MostLimit = 100_000;

    /// <summary>Most scenarios of a comparison.</summary>
    public const int MostScenarios = 20;

    /// <summary>Maps the route.</summary>
    /// <param name="app">The application.</param>
    public static void MapComparisons(this WebApplication app) =>
        app.MapGroup("/v1/comparisons").WithTags("Comparisons")
            .MapGet("/", CompareAsync).WithName("CompareScenarios")
            .WithSummary("Plans of scenarios side by side")
            .WithDescription(
                "Indicators with unit and direction, objective levels with how much of each difference the proofs vouch for, and the decisions that differ "
                + "(sites, shipments, people). The first scenario is what the others are compared with. 409 while one of them has no plan.")
            .Produces<InvalidRequestProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<ComparisonReport>, ProblemHttpResult>> CompareAsync(HttpContext context, ScenarioStore scenarios)
    {
        QueryFields query = new(context.Request.Query, ScenariosName, NextPage.LimitName);
        int limit = query.Integer(NextPage.LimitName, 0, MostLimit, StandardLimit);
        string[] ids = query.Text(ScenariosName)?.Split(',') ?? [];
        if (ids.Length is < 2 or > MostScenarios || ids.Any(string.IsNullOrWhiteSpace) || ids.Distinct(StringComparer.Ordinal).Count() < ids.Length)
        {
            query.Refuse(ScenariosName, $"Must be 2 to {MostScenarios} different ids of scenarios, with commas between them.");
        }

        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        List<StoredScenario> found = [];
        foreach (string id in ids)
        {
            if (await scenarios.FindAsync(id.Replace("\0", "\ufffd", StringComparison.Ordinal), context.RequestAborted) is not { } scenario)
            {
                return Problem.NotFound("scenario", id);
            }

            if (scenario.Outcome is null)
            {
                return Problem.Conflict(scenario.Ended ? $"The scenario '{id}' ended without a plan." : $"The scenario '{id}' has no plan yet.");
            }

            found.Add(scenario);
        }

        return TypedResults.Ok(new PlanTable(found).Report(limit));
    }
}
