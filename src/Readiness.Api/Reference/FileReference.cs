using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readiness.Api.Parts;
using Readiness.Api.PlanFiles;
using Readiness.Api.Tables;

namespace Readiness.Api.Reference;

/// <summary>Describes files that come in, and the words that an address of a file may have.</summary>
internal sealed class FileReference : IOpenApiOperationTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is "GetBaselinePart" or "GetBaselinePartFile" or "PostBaselinePart")
        {
            Words(operation, "part", BaselinePart.All.Select(part => part.Name));
            Words(operation, "format", [TableFormat.Csv.Suffix, TableFormat.Workbook.Suffix]);
        }

        if (operation.OperationId is "GetScenarioPlanPart" or "GetScenarioPlanPartFile")
        {
            Words(operation, "part", PlanTables.Names);
            Words(operation, "format", PlanFileEndpoints.AllFormats.Select(format => format.Suffix));
        }

        if (operation.OperationId == "PostBaselinePart")
        {
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = PartEndpoints.ModeName,
                In = ParameterLocation.Query,
                Description = "Whether what the file does not name goes (`replace`) or stays (`merge`).",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = PartEndpoints.Replace, Enum = [PartEndpoints.Replace, PartEndpoints.Merge] },
            });
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [TableFormat.Csv.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    [TableFormat.Workbook.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
        }

        return Task.CompletedTask;
    }

    private static void Words(OpenApiOperation operation, string name, IEnumerable<string> words)
    {
        if (operation.Parameters?.FirstOrDefault(parameter => parameter.Name == name) is OpenApiParameter { Schema: OpenApiSchema schema })
        {
            schema.Pattern = null;
            schema.Enum = [.. words];
        }
    }
}
