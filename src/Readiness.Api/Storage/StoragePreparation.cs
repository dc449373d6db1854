using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Brings the schema up to date when the service starts, and adds the districts that ship with the library where their ids were never used.</summary>
/// <param name="database">The database.</param>
/// <param name="baselines">The store of baselines.</param>
/// <param name="logger">The log.</param>
internal sealed partial class StoragePreparation(Database database, IBaselineStore baselines, ILogger<StoragePreparation> logger) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (long number in await Schema.UpdateAsync(database, cancellationToken))
        {
            LogMigration(logger, number);
        }

        foreach (string sample in DistrictDocument.SampleNames)
        {
            // A sample that somebody replaced or deleted stays as they left it.
            District district = DistrictDocument.LoadSample(sample);
            if (!await baselines.WasEverThereAsync(district.Id, cancellationToken))
            {
                await baselines.AddAsync(district, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The schema of the store is now {Number}.")]
    private static partial void LogMigration(ILogger logger, long number);
}
