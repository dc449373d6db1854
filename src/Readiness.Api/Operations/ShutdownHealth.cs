using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Readiness.Api.Operations;

/// <summary>Whether this process will go on answering: not once it was asked to stop.</summary>
/// <param name="lifetime">Says so.</param>
internal sealed class ShutdownHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The process stops.") : HealthCheckResult.Healthy());
}
