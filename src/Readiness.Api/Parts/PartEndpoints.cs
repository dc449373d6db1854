using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Baselines;
using Readiness.Api.Forecasts;
using Readiness.Api.Idempotency;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Parts;

/// <summary>The routes by which parts of a baseline come in and go out as files.</summary>
internal static class PartEndpoints
{
    /// <summary>Name of the parameter that says what becomes of entries which the file does not name.</summary>
    public const string ModeName = "mode";

    /// <summary>Only what the file has is there afterwards.</summary>
    public const string Replace = "replace";

    /// <summary>What the file does not name stays.</summary>
    public const string Merge = "merge";

    /// <summary>Most rows of a file, the header included.</summary>
    public const int MostRows = 100_001;

    private static readonly IReadOnlyList<TableFormat> Formats = [TableFormat.Csv, TableFormat.Workbook];

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapParts(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v1/baselines/{id}").WithTags("Baselines");
        string parts = string.Join('|', BaselinePart.All.Select(part => part.Name));
        group.MapGet($"/{{part:regex(^({parts})$)}}.{{format}}", GetAsync).WithName("GetBaselinePartFile")
            .WithSummary("Stock, staff or shipments of a baseline as a file")
            .WithDescription(
                "The file can be changed and posted to the address without its end, with the `ETag` of this answer as `If-Match`. Its columns are in docs/files.md.")
            .Produces<byte[]>(StatusCodes.Status200OK, TableFormat.Csv.MediaType, TableFormat.Workbook.MediaType)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet($"/{{part:regex(^({parts})$)}}", NegotiateAsync).WithName("GetBaselinePart")
            .WithSummary("Stock, staff or shipments of a baseline, in the format that `Accept` asks for")
            .WithDescription("The same files as at the addresses that end with the format, without an `ETag`: 406 names the possible formats.")
            .Produces<byte[]>(StatusCodes.Status200OK, TableFormat.Csv.MediaType, TableFormat.Workbook.MediaType)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
        group.MapPost($"/{{part:regex(^({parts})$)}}", PostAsync).WithName("PostBaselinePart")
            .WithSummary("Import stock, staff or shipments of a baseline from a file")
            .WithDescription(
                "Makes a new version of the baseline, or none: every fault of the file is listed in one answer, with row and column. `If-Match` as for PUT. "
                + "Columns, separators and modes are in docs/files.md.")
            .Produces<InvalidTableProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string id, string part, string format, HttpContext context, IBaselineStore baselines)
    {
        (TableFormat? found, ProblemHttpResult? refusal) = FormatNegotiation.BySuffix(format, Formats);
        if (found is null)
        {
            return refusal!;
        }

        if (await baselines.FindCurrentAsync(id, context.RequestAborted) is not { } baseline)
        {
            return Problem.NotFound("baseline", id);
        }

        context.Response.Headers.ETag = baseline.Tag;
        return File(baseline.District, part, found);
    }

    /// <summary>One address with two formats has no tag: a strong one may not name both.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> NegotiateAsync(
        string id, string part, HttpContext context, IBaselineStore baselines)
    {
        (TableFormat? format, ProblemHttpResult? refusal) = FormatNegotiation.ByAccept(context, Formats);
        if (format is null)
        {
            return refusal!;
        }

        return await baselines.FindAsync(id, context.RequestAborted) is { } district ? File(district, part, format) : Problem.NotFound("baseline", id);
    }

    private static async Task<Results<Ok<BaselineSummary>, ProblemHttpResult>> PostAsync(
        string id, string part, HttpContext context, IBaselineStore baselines, BaselineForecasts forecasts, DistrictLimits limits)
    {
        QueryFields query = new(context.Request.Query, ModeName);
        string mode = query.Text(ModeName) ?? Replace;
        if (mode is not (Replace or Merge))
        {
            query.Refuse(ModeName, $"Must be {Replace} or {Merge}.");
        }

        if (query.Errors.Count > 0)
        {
            return Problem.Invalid(query.Errors);
        }

        if (PartBody.Format(context.Request, Formats) is not { } format)
        {
            return Problem.UnsupportedType(context.Request.ContentType, Formats.Select(possible => possible.MediaType));
        }

        (StoredBaseline? named, ProblemHttpResult? refusal) = await NamedVersion.FindAsync(id, context, baselines);
        StoredBaseline? baseline = named ?? (IdempotentRequest.IsResumed(context) ? await baselines.FindCurrentAsync(id, context.RequestAborted) : null);
        if (baseline is null)
        {
            return refusal!;
        }

        (District? district, IReadOnlyList<TableError> errors) =
            await PartBody.ReadAsync(context.Request, BaselinePart.Named(part)!, format, baseline.District, mode == Merge);
        if (district is null)
        {
            return Problem.InvalidTable(errors);
        }

        if (limits.Faults(district) is { Count: > 0 } tooMuch)
        {
            return Problem.InvalidTable([.. tooMuch.Select(fault => new TableError(fault.Pointer, fault.Value, fault.Message, null, null, null))]);
        }

        if (named is not null)
        {
            refusal = NamedVersion.Refusal(await baselines.ReplaceAsync(district, named.Version, context.RequestAborted), id);
            forecasts.Prepare(district);
        }

        // A request whose process died before the answer finds its own version: the same rows once more change nothing there.
        else if (DistrictDocument.Write(district) == DistrictDocument.Write(baseline.District))
        {
            refusal = null;
        }

        context.Response.Headers.ETag = refusal is null ? StoredBaseline.TagOf(named is null ? baseline.Version : named.Version + 1) : default(StringValues);
        return refusal is null ? TypedResults.Ok(BaselineSummary.Of(district)) : refusal;
    }

    private static FileContentHttpResult File(District district, string part, TableFormat format)
    {
        Table table = PartTable.Of(BaselinePart.Named(part)!, district);
        return TypedResults.File(
            format == TableFormat.Csv ? CsvFile.Write(table) : WorkbookFile.Write(table), format.ContentType, $"{district.Id}-{part}.{format.Suffix}");
    }
}
