using Microsoft.Extensions.Diagnostics.HealthChecks;
using Readiness.Api.Storage;

namespace Readiness.Api.Operations;

/// <summary>Whether the store answers and has the schema of this version.</summary>
/// <param name="database">The store.</param>
internal sealed class StoreHealth(Database database) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await Schema.IsCurrentAsync(database, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The schema of the store is not that of this version.");
}
