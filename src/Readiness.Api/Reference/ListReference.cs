using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readiness.Api.Comparisons;
using Readiness.Api.Idempotency;
using Readiness.Api.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Security.Audit;
using Readiness.Api.StressTests;

namespace Readiness.Api.Reference;

/// <summary>Describes parameters that are read by hand, so that all their faults can be told at once: those of lists, of conditions and of keys.</summary>
internal sealed class ListReference : IOpenApiOperationTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        if (operation.OperationId is "ListBaselines" or "ListScenarios" or "ListStressTests" or "ListSweeps" or "GetSweep" or "ListKeys" or "ListAudit")
        {
            Add(NextPage.LimitName, ParameterLocation.Query, "Entries of a page.", Number(1, NextPage.Most, NextPage.Standard));
            Add(NextPage.AfterName, ParameterLocation.Query, "Begins after this place, which the `Link` header of the page before names.", Text());
        }

        if (operation.OperationId == "ListScenarios")
        {
            Add(ScenarioListQuery.BaselineName, ParameterLocation.Query, "Only scenarios of this baseline.", Text());
            Add(ScenarioListQuery.StateName, ParameterLocation.Query, "Only scenarios in this state.", Text([.. ScenarioListQuery.States]));
            Add(ScenarioListQuery.SweepName, ParameterLocation.Query, "Only cells of this sweep.", Text());
        }

        if (operation.OperationId == "ListAudit")
        {
            Add(AuditQuery.CallerName, ParameterLocation.Query, "Only requests of this caller.", Text());
            Add(AuditQuery.MethodName, ParameterLocation.Query, "Only requests of this method.", Text());
            Add(AuditQuery.TargetName, ParameterLocation.Query, "Only requests about the thing with this id.", Text());
            Add(AuditQuery.StatusName, ParameterLocation.Query, "Only requests that were answered with this status.", new OpenApiSchema { Type = JsonSchemaType.Integer });
            Add(AuditQuery.FromName, ParameterLocation.Query, "Only requests of this time or later, such as `2026-03-01T12:00:00Z`.", Text());
            Add(AuditQuery.ToName, ParameterLocation.Query, "Only requests before this time.", Text());
        }

        if (operation.OperationId == "ListStressTests")
        {
            Add(StressTestListQuery.ScenarioName, ParameterLocation.Query, "Only tests of this scenario's plan.", Text());
            Add(StressTestListQuery.StateName, ParameterLocation.Query, "Only tests in this state.", Text([.. StressTestListQuery.States]));
        }

        if (operation.OperationId is "PutBaseline" or "DeleteBaseline" or "PostBaselinePart")
        {
            Add("If-Match", ParameterLocation.Header, "`ETag` of the version that is meant, or `*`.", Text(), required: true);
        }

        if (operation.OperationId == "FollowScenario")
        {
            Add(ScenarioEvents.LastHeardHeader, ParameterLocation.Header, "Id of the last event that was heard; those after it are told.", Text());
        }

        if (operation.OperationId == "CompareScenarios")
        {
            Add(
                ComparisonEndpoints.ScenariosName, ParameterLocation.Query,
                $"Ids of 2 to {ComparisonEndpoints.MostScenarios} scenarios with commas between them; the others are compared with the first.", Text(), required: true);
            Add(
                NextPage.LimitName, ParameterLocation.Query, "Entries of each list of decisions.",
                Number(0, ComparisonEndpoints.MostLimit, ComparisonEndpoints.StandardLimit));
        }

        if (context.Description.HttpMethod == HttpMethods.Post && !context.Description.ActionDescriptor.EndpointMetadata.OfType<AnswerNotKept>().Any())
        {
            Add(
                IdempotencyMiddleware.Header, ParameterLocation.Header,
                "The request is done once: with the same key and the same body it gets the first answer again, with another body 422.", Text());
        }

        return Task.CompletedTask;

        void Add(string name, ParameterLocation place, string description, OpenApiSchema schema, bool required = false) =>
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = place, Description = description, Schema = schema, Required = required });
    }

    private static OpenApiSchema Text(params string[] words) => new()
    {
        Type = JsonSchemaType.String,
        Enum = words.Length == 0 ? null : [.. words.Select(word => JsonValue.Create(word))],
    };

    private static OpenApiSchema Number(int least, int most, int standard) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
        Default = standard,
    };
}
