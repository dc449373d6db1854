using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;

namespace Readiness.Api.Operations;

/// <summary>Goes on answering for a while after the process was asked to stop, so that whoever shares out requests sees that it is not ready.</summary>
/// <param name="settings">Say for how long.</param>
/// <param name="time">The clock.</param>
internal sealed class Drain(IOptions<ServiceSettings> settings, TimeProvider time) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => settings.Value.DrainSeconds > 0
        ? Task.Delay(TimeSpan.FromSeconds(settings.Value.DrainSeconds), time, cancellationToken)
        : Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
