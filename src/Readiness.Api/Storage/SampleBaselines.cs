using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Puts the districts that ship with the library into the store, where they are not there yet.</summary>
/// <param name="baselines">The store.</param>
internal sealed class SampleBaselines(IBaselineStore baselines) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (string sample in DistrictDocument.SampleNames)
        {
            await baselines.AddAsync(DistrictDocument.LoadSample(sample), cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
