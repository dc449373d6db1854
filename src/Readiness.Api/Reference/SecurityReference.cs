using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Login;

namespace Readiness.Api.Reference;

/// <summary>Says how to log in, which role an operation needs, and how it refuses.</summary>
internal sealed class SecurityReference : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Bearer = "bearer";
    private const string Key = "key";

    private static readonly (string Status, string Name)[] Refusals = [("401", "Unauthorized"), ("403", "Forbidden"), ("429", "TooManyRequests")];

    /// <inheritdoc />
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, or a token of the identity provider of the deployment.",
            },
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Schemes.KeyHeader, Description = "An API key." },
        };

        document.Components.Responses = new Dictionary<string, IOpenApiResponse>
        {
            ["Unauthorized"] = Refusal("There is no login, or it is not valid; `WWW-Authenticate` says how to log in.", document),
            ["Forbidden"] = Refusal("The caller's role is too low.", document),
            ["TooManyRequests"] = Refusal("The caller asks too often; `Retry-After` says when it may go on.", document),
        };

        // The last one is none at all: a service that only listens on its own machine asks for no login.
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] },
            new OpenApiSecurityRequirement(),
        ];
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        EndpointMetadataCollection metadata = new(context.Description.ActionDescriptor.EndpointMetadata);
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            operation.Security = [];
            return Task.CompletedTask;
        }

        string role = RoleWords.Word(RequiredRole.Of(metadata, context.Description.HttpMethod ?? ""));
        operation.Description = $"{operation.Description} Needs the role {role}.".TrimStart();
        operation.Responses ??= [];
        foreach ((string status, string name) in Refusals)
        {
            operation.Responses.TryAdd(status, new OpenApiResponseReference(name, context.Document));
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse Refusal(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
        },
    };
}
