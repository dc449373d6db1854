using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Readiness.Api.Hosting;

namespace Readiness.Api.Operations;

/// <summary>Registers what operators see of the service: health, traces and metrics.</summary>
internal static class OperationServices
{
    private const string Ready = "ready";

    /// <summary>The standard variables of which any turns telemetry on: there is somebody to send it to.</summary>
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Adds the services.</summary>
    /// <param name="builder">The builder.</param>
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddHealthChecks().AddCheck<ShutdownHealth>("process", tags: [Ready]).AddCheck<StoreHealth>("store", tags: [Ready]);
        services.AddSingleton<SolveTelemetry>();
        services.AddHostedService<QueueWatch>();
        services.AddHostedService<Drain>();
        double drain = ServiceHost.Settings(builder.Configuration).DrainSeconds;
        services.Configure<HostOptions>(options => options.ShutdownTimeout += TimeSpan.FromSeconds(drain));
        if (Endpoints.Any(name => !string.IsNullOrWhiteSpace(builder.Configuration[name])))
        {
            services.AddTelemetry().UseOtlpExporter();
        }
    }

    /// <summary>Adds traces and metrics of requests, solves and the runtime, without anybody to send them to.</summary>
    /// <param name="services">The services.</param>
    public static IOpenTelemetryBuilder AddTelemetry(this IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("readiness", serviceVersion: typeof(OperationServices).Assembly.GetName().Version?.ToString()))
        .WithTracing(traces => traces.AddSource(SolveTelemetry.Name).AddAspNetCoreInstrumentation())
        .WithMetrics(metrics => metrics.AddMeter(SolveTelemetry.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation());

    /// <summary>Maps the routes: <c>/health/live</c> says that the process runs, <c>/health/ready</c> that requests may be sent to it.</summary>
    /// <param name="app">The application.</param>
    public static void MapHealth(this WebApplication app)
    {
        Map("/health/live", _ => false);
        Map("/health/ready", check => check.Tags.Contains(Ready));

        // Whoever looks after the process has no login, and must not be kept out because others ask too often.
        void Map(string route, Func<HealthCheckRegistration, bool> checks) =>
            app.MapHealthChecks(route, new HealthCheckOptions { Predicate = checks })
                .WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).AllowAnonymous().DisableRateLimiting();
    }
}
