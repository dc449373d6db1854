using System.Data.Common;
using Dapper;
using Readiness.Api.Storage;

namespace Readiness.Api.Operations;

/// <summary>Tells the length of the queue every few seconds, if anybody wants to know.</summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class QueueWatch(Database database, TimeProvider time, ILogger<QueueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            do
            {
                if (SolveTelemetry.WantsQueue)
                {
                    await TellAsync(stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using DbConnection connection = await database.OpenAsync(cancellationToken);
            SolveTelemetry.QueueIs(await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "SELECT COUNT(*) FROM scenarios WHERE state = 'queued'", cancellationToken: cancellationToken)));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailure(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The length of the queue could not be read.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
