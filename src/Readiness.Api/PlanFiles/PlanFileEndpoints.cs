using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;
using Readiness.Api.Tables;

namespace Readiness.Api.PlanFiles;

/// <summary>The routes by which a plan goes out as files.</summary>
internal static class PlanFileEndpoints
{
    private const string Places = "sites";
    private const int LongestName = 60;

    private static readonly IReadOnlyList<TableFormat> Formats = [TableFormat.Csv, TableFormat.Workbook];

    /// <summary>Every format that some part has.</summary>
    public static IReadOnlyList<TableFormat> AllFormats { get; } = [.. Formats, TableFormat.GeoJson];

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapPlanFiles(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v1/scenarios/{id}").WithTags("Scenarios");
        string[] types = [.. AllFormats.Select(format => format.MediaType)];
        group.MapGet("/plan.xlsx", GetWorkbookAsync).WithName("GetScenarioPlanWorkbook")
            .WithSummary("All parts of a plan as a workbook, a sheet for each")
            .WithDescription("The columns of the sheets are in docs/files.md.")
            .Produces<byte[]>(StatusCodes.Status200OK, TableFormat.Workbook.MediaType)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/plan/{part}.{format}", GetAsync).WithName("GetScenarioPlanPartFile")
            .WithSummary("A part of a plan as a file")
            .WithDescription(
                "Its columns are in docs/files.md; as JSON it is in the plan itself. "
                + "Only `sites` has the format `geojson`: a map of sites, guests and shipments.")
            .Produces<byte[]>(StatusCodes.Status200OK, types[0], types[1..])
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/plan/{part}", NegotiateAsync).WithName("GetScenarioPlanPart")
            .WithSummary("A part of a plan, in the format that `Accept` asks for")
            .WithDescription("The same files as at the addresses that end with the format; 406 names the possible formats.")
            .Produces<byte[]>(StatusCodes.Status200OK, types[0], types[1..])
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetWorkbookAsync(
        string id, ScenarioPlans plans, CancellationToken cancellationToken)
    {
        (ScenarioPlan? plan, ProblemHttpResult? refusal) = await plans.WithDistrictAsync(id, cancellationToken);
        if (plan is null)
        {
            return refusal!;
        }

        PlanTables tables = new(plan);
        return File(plan, "plan", TableFormat.Workbook, WorkbookFile.Write([.. PlanTables.Names.Select(tables.Of)]));
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string id, string part, string format, ScenarioPlans plans, CancellationToken cancellationToken) =>
        AnswerAsync(id, part, FormatNegotiation.BySuffix(format, FormatsOf(part)), plans, cancellationToken);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> NegotiateAsync(
        string id, string part, HttpContext context, ScenarioPlans plans) =>
        AnswerAsync(id, part, FormatNegotiation.ByAccept(context, FormatsOf(part)), plans, context.RequestAborted);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AnswerAsync(
        string id, string part, (TableFormat? Format, ProblemHttpResult? Refusal) chosen, ScenarioPlans plans, CancellationToken cancellationToken)
    {
        if (!PlanTables.Names.Contains(part))
        {
            return Problem.NotFound("part", part, $"There are {string.Join(", ", PlanTables.Names)}.");
        }

        if (chosen.Format is not { } format)
        {
            return chosen.Refusal!;
        }

        (ScenarioPlan? plan, ProblemHttpResult? refusal) = await plans.WithDistrictAsync(id, cancellationToken);
        return plan is null ? refusal! : File(plan, part, format, Write(plan, part, format));
    }

    private static IReadOnlyList<TableFormat> FormatsOf(string part) => part == Places ? AllFormats : Formats;

    private static byte[] Write(ScenarioPlan plan, string part, TableFormat format) =>
        format == TableFormat.GeoJson ? PlanMap.Write(plan)
        : format == TableFormat.Csv ? CsvFile.Write(new PlanTables(plan).Of(part))
        : WorkbookFile.Write(new PlanTables(plan).Of(part));

    private static FileContentHttpResult File(ScenarioPlan plan, string part, TableFormat format, byte[] content)
    {
        string name = new([.. $"{plan.Baseline}-{plan.Name}".Take(LongestName).Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')]);
        return TypedResults.File(content, format.ContentType, $"{name.Trim('-')}-{part}.{format.Suffix}");
    }
}
