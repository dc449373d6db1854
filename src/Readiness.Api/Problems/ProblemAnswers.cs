using Microsoft.AspNetCore.HostFiltering;

namespace Readiness.Api.Problems;

/// <summary>Makes every refusal a problem document, also those of the framework.</summary>
internal static class ProblemAnswers
{
    /// <summary>Adds the services.</summary>
    /// <param name="services">The services.</param>
    public static void AddProblemAnswers(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<HostFilteringOptions>(o => o.IncludeFailureMessage = false);

        // First of all filters, so that it also sees the refusals of the host filter, which itself is one.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, StatusCodeFilter>());
    }

    /// <summary>Adds the middleware.</summary>
    /// <param name="app">The application.</param>
    public static void UseProblemAnswers(this WebApplication app) => app.UseExceptionHandler();
}
